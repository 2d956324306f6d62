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
 * @param dropped who were eligible when the list was checked and are not any more; counted above as well
 */
public record BatchCounts(int checked, int eligible, int notYet, int duplicates, int issued, int failed, int dropped) {

    /** Of the eligible, who are still to come. */
    public int waiting() {
        return eligible - issued - failed;
    }

    /** Of the eligible, who have no certificate yet. */
    public int left() {
        return eligible - issued;
    }
}
