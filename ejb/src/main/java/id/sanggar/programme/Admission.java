package id.sanggar.programme;

/** How an application is decided. */
public enum Admission {
    /** By a manager. */
    APPROVAL,
    /** At once, by applying. */
    OPEN
}
