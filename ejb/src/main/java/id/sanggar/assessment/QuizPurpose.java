package id.sanggar.assessment;

/** What a quiz is for: what someone knows beforehand, after a section, at the end of the course. */
public enum QuizPurpose {
    PRETEST,
    SECTION,
    POSTTEST
}
