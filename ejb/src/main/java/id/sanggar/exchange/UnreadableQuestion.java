package id.sanggar.exchange;

/** What makes a question unreadable, and where: counted in lines from the beginning of its text. */
final class UnreadableQuestion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final boolean leftOut;
    private final transient Object[] arguments;

    /** @param sentence key of the bundle */
    UnreadableQuestion(int line, String sentence, Object... arguments) {
        this(line, false, sentence, arguments);
    }

    private UnreadableQuestion(int line, boolean leftOut, String sentence, Object... arguments) {
        super(sentence);
        this.line = line;
        this.leftOut = leftOut;
        this.arguments = arguments;
    }

    /** Nothing is wrong with it, but it is of a kind that does not come; the others do. */
    static UnreadableQuestion leftOut(int line, String sentence, Object... arguments) {
        return new UnreadableQuestion(line, true, sentence, arguments);
    }

    void tell(String file, int firstLine, Problems problems) {
        if (leftOut) {
            problems.hint(file, firstLine + line, getMessage(), arguments);
        } else {
            problems.add(file, firstLine + line, getMessage(), arguments);
        }
    }
}
