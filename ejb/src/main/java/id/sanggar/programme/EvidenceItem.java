package id.sanggar.programme;

import java.time.Instant;
import java.util.UUID;

/**
 * What a member handed in to show that she meets a requirement, and what became of it.
 *
 * @param number as it is kept; null without one
 * @param note what she wrote with it; null without
 * @param contentType of the document; null without one
 * @param decidedBy name; null until decided
 * @param reason why it was refused; null unless it was
 */
public record EvidenceItem(UUID code, long requirementId, String number, String note, String contentType,
        Instant handedInAt, State state, String decidedBy, Instant decidedAt, String reason) {

    /** What became of it. */
    public enum State {
        /** A manager has yet to look at it. */
        WAITING,
        CONFIRMED,
        REFUSED,
        /** She handed in something else before anybody looked at it. */
        REPLACED
    }

    public boolean isWaiting() {
        return state == State.WAITING;
    }

    public boolean isPicture() {
        return "image/jpeg".equals(contentType);
    }
}
