/**
 * Floor 6: tells people what happened, by mail. Hears the events of the rooms below; every letter waits in an outbox
 * until a mail server has taken it. Carries the reports of its neighbour {@code insight}; may use every room but its
 * neighbours {@code search} and {@code exchange}.
 */
package id.sanggar.notification;
