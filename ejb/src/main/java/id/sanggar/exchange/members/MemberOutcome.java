package id.sanggar.exchange.members;

/** What a row would do, or did. */
public enum MemberOutcome {
    /** A person nobody knew. */
    NEW,
    /** A person who has an account becomes a member. */
    JOINS,
    /** A member of whom the row tells more, or otherwise, than is known. */
    CHANGED,
    /** A member of whom it tells nothing new. */
    SAME,
    /** It may be, or is, somebody who is there already or in a row above: left out. */
    DUPLICATE,
    /** Something in it cannot be: left out. */
    INVALID;

    /** Whether applying does something with it. */
    public boolean isApplied() {
        return this == NEW || this == JOINS || this == CHANGED;
    }
}
