package id.sanggar.exchange;

/** What somebody brings to the studio. */
public enum ImportKind {
    /** A whole course. */
    PACK,
    /** Questions for the bank of a course: GIFT, Aiken, CSV or Excel. */
    QUESTIONS,
    /** Lessons for a section of a draft: Markdown or Word. */
    LESSONS
}
