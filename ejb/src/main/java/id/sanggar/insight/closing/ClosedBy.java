package id.sanggar.insight.closing;

import java.time.Instant;

/** Who closed a month and when. */
public record ClosedBy(String by, Instant at) {
}
