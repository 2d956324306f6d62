package id.sanggar.insight.closing;

/** Where a month stands. */
public enum MonthState {
    /** Not over yet: nobody can close it. */
    RUNNING,
    /** Over; its figures are still those of the moment. */
    OPEN,
    /** Its figures stay. */
    CLOSED
}
