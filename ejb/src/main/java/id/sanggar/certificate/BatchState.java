package id.sanggar.certificate;

/** Where a batch is in its life. */
public enum BatchState {
    /** Its list is drawn up: who will get a certificate and who will not. Nothing is issued yet. */
    CHECKED,
    /** The job is at work, or will be in a moment. */
    RUNNING,
    /** Done but for items that failed or were left over; they can be tried again. */
    PARTIAL,
    /** Everyone who was to get a certificate has one. */
    DONE,
    /** Given up before anything was issued. */
    CANCELLED
}
