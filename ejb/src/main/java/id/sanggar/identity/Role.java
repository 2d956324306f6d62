package id.sanggar.identity;

/**
 * What a person may be in Sanggar. Everyone signed in is a learner; the other roles are granted, a manager's per
 * programme and an author's per organisation.
 */
public enum Role {
    LEARNER, AUTHOR, MANAGER, ADMIN;

    /** For {@code @RolesAllowed}, which takes only constants. */
    public static final String IS_LEARNER = "LEARNER";
    public static final String IS_AUTHOR = "AUTHOR";
    public static final String IS_MANAGER = "MANAGER";
    public static final String IS_ADMIN = "ADMIN";
}
