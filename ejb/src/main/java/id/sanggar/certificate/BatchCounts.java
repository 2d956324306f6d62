package id.sanggar.certificate;

/**
 * The figures of a batch.
 *
 * @param checked people looked at: the sum of the next three
 * @param eligible who get a certificate in this batch, whether they have it yet or not
 * @param notYet who do not meet the criteria
 * @param duplicates who hold a certificate already
 * @param issued of the eligible, who have theirs
 * @param failed of the eligible, where it could not be made; each says why
 */
public record BatchCounts(int checked, int eligible, int notYet, int duplicates, int issued, int failed) {

    /** Of the eligible, who are still to come. */
    public int waiting() {
        return eligible - issued - failed;
    }
}
