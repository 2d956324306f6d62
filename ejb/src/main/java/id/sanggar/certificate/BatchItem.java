package id.sanggar.certificate;

import id.sanggar.shared.Message;
import java.util.List;
import java.util.UUID;

/**
 * One person in a batch.
 *
 * @param position in the batch, from 1
 * @param member code of the membership
 * @param holder name; as printed once the certificate is there
 * @param business null where she has told none
 * @param reasons why she gets none, or why it failed; empty otherwise
 * @param serial as printed; null until numbered
 * @param certificate its public code; null until issued
 * @param revoked whether it was revoked since
 */
public record BatchItem(int position, UUID member, String holder, String business, State state, List<Message> reasons,
        String serial, String certificate, boolean revoked) {

    /** What becomes of her in this batch. */
    public enum State {
        /** Will get a certificate. */
        ELIGIBLE,
        /** Will not, see the reasons. */
        INELIGIBLE,
        /** Has it. */
        ISSUED,
        /** Should have it, but it could not be made. */
        FAILED
    }

    public BatchItem {
        reasons = List.copyOf(reasons);
    }
}
