package id.sanggar.insight.closing;

/**
 * What the history of those concerned tells of why a number changed.
 *
 * @param kind of the event, e.g. {@code LOST}
 * @param reason as it was given; null if it was not
 * @param members how many it happened to
 */
public record MonthTold(String kind, String reason, long members) {
}
