package id.sanggar.exchange.members;

/** What a row would do, or did. */
public enum MemberOutcome {
    /** A person nobody knew. */
    NEW,
    /** A person whom the same partner serves in another programme becomes a member of this one. */
    JOINS,
    /** A person who has an account is asked, and becomes a member if she wants to. */
    ASKED,
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
        return this == NEW || this == JOINS || this == ASKED || this == CHANGED;
    }
}
