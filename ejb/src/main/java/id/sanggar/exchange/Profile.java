package id.sanggar.exchange;

/** How far a person of the sample world has come in a programme's courses. See {@code docs/sample-world.md}. */
enum Profile {
    /** Has applied. */
    WAITING,
    /** Is admitted and has opened nothing. */
    NEW,
    /** Has done the first half of the lessons, and the quizzes on the way. */
    HALF_WAY,
    /** Has done all lessons but the last two, and the quizzes on the way. */
    TWO_LESSONS_LEFT,
    /** Has done everything but failed the post-test. */
    FAILED_ONCE,
    /** Has completed the course; a batch would issue the certificate. */
    READY,
    /** Has the certificate too. */
    FINISHED
}
