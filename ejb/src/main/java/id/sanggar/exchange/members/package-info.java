/**
 * Members in bulk: a partner's table of people and businesses is taken in, its columns are named, it is compared with
 * who is there, applied by a job and, if need be, undone; and who was brought so is invited to take over her account.
 */
package id.sanggar.exchange.members;
