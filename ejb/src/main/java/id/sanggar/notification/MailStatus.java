package id.sanggar.notification;

import java.time.Instant;

/**
 * How the mail goes.
 *
 * @param oldest when the letter that waits longest was written; null if none waits
 * @param givenUp letters that no server took in two days
 */
public record MailStatus(int waiting, Instant oldest, int givenUp) {
}
