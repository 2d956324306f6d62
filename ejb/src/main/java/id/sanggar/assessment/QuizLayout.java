package id.sanggar.assessment;

/** How many questions a page of an attempt shows. */
public enum QuizLayout {
    ONE,
    ALL
}
