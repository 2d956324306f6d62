package id.sanggar.assessment;

/** How hard the author thinks a question is. */
public enum Difficulty {
    EASY,
    MEDIUM,
    HARD
}
