package id.sanggar.assessment;

/** The two usual choices of what someone sees of a graded attempt, by one word. */
public enum ReviewPolicy {
    /** Every question with what was right and the feedback. */
    AFTER(new ReviewRules(ReviewTime.AFTER, ReviewTime.AFTER, ReviewTime.AFTER)),
    /** The score and the topics missed, not the questions: those may be asked again. */
    SCORE(new ReviewRules(ReviewTime.AFTER, ReviewTime.NEVER, ReviewTime.NEVER));

    private final ReviewRules rules;

    ReviewPolicy(ReviewRules rules) {
        this.rules = rules;
    }

    public ReviewRules rules() {
        return rules;
    }
}
