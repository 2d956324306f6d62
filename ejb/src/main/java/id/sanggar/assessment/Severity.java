package id.sanggar.assessment;

/**
 * How much an inspector minds what he found, from nothing to what stops production; the four kinds of findings are
 * those of the inspection of home food industries (Peraturan Kepala BPOM HK.03.1.23.04.12.2207 Tahun 2012).
 */
public enum Severity {
    /** As it should be. */
    NONE,
    MINOR,
    MAJOR,
    SERIOUS,
    CRITICAL
}
