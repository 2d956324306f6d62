/**
 * Floor 1: people and what they may do. Accounts, sign-in, organisations, roles, the one access policy and the audit
 * trail. May use {@code shared}.
 */
package id.sanggar.identity;
