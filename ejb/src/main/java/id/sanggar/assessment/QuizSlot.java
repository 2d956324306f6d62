package id.sanggar.assessment;

/** A place in a quiz: a question its author chose, or some that chance draws. */
public sealed interface QuizSlot permits Draw, FixedQuestion {

    /** The highest mark a question may have. */
    int MOST_MARK = 100;

    /** How many questions it takes. */
    int count();

    /** What each of its questions counts, compared with the others: 1 to {@link #MOST_MARK}. */
    int mark();
}
