package id.sanggar.certificate;

/** Where a batch is in its life. */
public enum BatchState {
    /** A plan that is worked on; nobody has been looked at yet. */
    DRAFT,
    /** Its list is drawn up and frozen: who will get a certificate and who will not. Waits for a second person. */
    CHECKED,
    /** A second person has agreed to the list. Nothing is issued yet. */
    APPROVED,
    /** The job is at work, or will be in a moment. */
    RUNNING,
    /** Somebody had the job stop before its end; it can go on where it was. */
    STOPPED,
    /** Done but for items that failed or were left over; they can be tried again. */
    PARTIAL,
    /** Everyone who was to get a certificate has one, or the rest was given up. */
    DONE,
    /** Given up before anything was issued. */
    CANCELLED;

    /** Whether the plan may still be changed: nothing was issued, and nothing will be without more ado. */
    public boolean isBeforeIssuing() {
        return this == DRAFT || this == CHECKED || this == APPROVED;
    }

    /** Whether the job has been at work. */
    public boolean isAfterStart() {
        return this == RUNNING || this == STOPPED || this == PARTIAL || this == DONE;
    }
}
