package id.sanggar.exchange.members;

/** Where an import of members is in its life. */
public enum MemberImportState {
    /** Its file is on its way here. */
    RECEIVING,
    /** Somebody is to say which column is what. */
    MAPPING,
    /** It is looked through and compared with who is there: a dry run. */
    CHECKING,
    /** The dry run is over; nothing has been changed yet. */
    CHECKED,
    APPLYING,
    APPLIED,
    UNDOING,
    UNDONE,
    /** The file is none, or none of its rows could be read. */
    REFUSED,
    /** Given up before it was applied. */
    CANCELLED;

    /** Whether a job works on it. */
    public boolean isWorking() {
        return this == CHECKING || this == APPLYING || this == UNDOING;
    }
}
