package id.sanggar.exchange;

/** How far an import is on its way. */
public enum ImportState {
    /** It was looked through and waits for somebody to say so. */
    READY,
    /** There is something about it that cannot come. */
    REFUSED,
    /** It is large, and a job works on it. */
    APPLYING,
    APPLIED,
    CANCELLED
}
