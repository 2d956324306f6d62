package id.sanggar.assessment;

/** Where an attempt stands with its graders. */
public enum GradingStage {
    /** Someone is to mark it. */
    FIRST,
    /** Someone else is to mark it too, without seeing the first marks. */
    SECOND,
    /** Two marks lie too far apart: a third person decides. */
    MODERATION,
    /** The learner is improving her answers. */
    RETURNED,
    DONE;

    public boolean isOpen() {
        return this == FIRST || this == SECOND || this == MODERATION;
    }
}
