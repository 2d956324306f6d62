/**
 * Floor 0: the words every room speaks: texts in two languages, pages of lists, slugs, the clock, the four ways a
 * request can fail, the database's migrations. Uses no other room.
 */
package id.sanggar.shared;
