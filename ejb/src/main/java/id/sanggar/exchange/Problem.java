package id.sanggar.exchange;

/**
 * Something an author has to put right.
 *
 * @param file its path within the content
 * @param line from 1; 0 where it is the whole file, or the lack of it
 */
public record Problem(String file, int line, String message) {

    @Override
    public String toString() {
        return line == 0 ? file + ": " + message : file + ":" + line + ": " + message;
    }
}
