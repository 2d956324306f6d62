package id.sanggar.programme;

import java.util.List;
import java.util.UUID;

/**
 * Other people who handed in the same number or the same document, and do not run the same business.
 *
 * @param numbers how many handed in the number
 * @param documents how many handed in the document
 * @param known those of them whom the manager who asks manages; of others she learns only that they are there
 */
public record EvidenceTwins(int numbers, int documents, List<Known> known) {

    public EvidenceTwins {
        known = List.copyOf(known);
    }

    /** @param membership by which she is named */
    public record Known(UUID membership, String name) {
    }
}
