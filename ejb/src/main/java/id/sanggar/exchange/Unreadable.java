package id.sanggar.exchange;

/** What makes a question unreadable, and where: counted in lines from the beginning of its text. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final transient Object[] arguments;

    /** @param sentence key of the bundle */
    Unreadable(int line, String sentence, Object... arguments) {
        super(sentence);
        this.line = line;
        this.arguments = arguments;
    }

    void tell(String file, int firstLine, Problems problems) {
        problems.add(file, firstLine + line, getMessage(), arguments);
    }
}
