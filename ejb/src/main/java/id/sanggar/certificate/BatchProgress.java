package id.sanggar.certificate;

/**
 * How far a batch is, for a bar that moves.
 *
 * @param total certificates to issue
 * @param done of them, issued
 * @param failed of them, not possible
 */
public record BatchProgress(BatchState state, int total, int done, int failed) {

    /** 0–100; 100 only when nothing is left to do. */
    public int percent() {
        return total == 0 ? 100 : (int) (100L * (done + failed) / total);
    }
}
