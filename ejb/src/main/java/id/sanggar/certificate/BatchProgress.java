package id.sanggar.certificate;

import java.time.Duration;

/**
 * How far a batch is, for a bar that moves.
 *
 * @param stopping whether somebody has asked the job to stop
 * @param total certificates to issue
 * @param done of them, issued
 * @param failed of them, not possible
 * @param perSecond issued in a second, on average since this run began; 0 while that cannot be told
 */
public record BatchProgress(BatchState state, boolean stopping, int total, int done, int failed, double perSecond) {

    /** 0–100; 100 only when nothing is left to do. */
    public int percent() {
        return total == 0 ? 100 : (int) (100L * (done + failed) / total);
    }

    /** How long it will take at that rate; null while that cannot be told. */
    public Duration remaining() {
        return perSecond <= 0 ? null : Duration.ofSeconds((long) Math.ceil((total - done - failed) / perSecond));
    }
}
