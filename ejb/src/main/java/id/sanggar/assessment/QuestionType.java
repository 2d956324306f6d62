package id.sanggar.assessment;

/** The kinds of question people know from paper, named as the database keeps them. */
public enum QuestionType {
    /** One of several options. */
    CHOICE,
    /** Any number of several options. */
    RESPONSE,
    TRUE_FALSE,
    /** A word or a few, typed. */
    SHORT,
    /** A number, typed. */
    NUMERIC,
    /** To every item on the left one on the right. */
    MATCHING
}
