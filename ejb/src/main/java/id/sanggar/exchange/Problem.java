package id.sanggar.exchange;

import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import java.util.Locale;

/**
 * Something an author has to put right, or should know.
 *
 * @param file its path within the content
 * @param line from 1; 0 where it is the whole file, or the lack of it
 * @param hint true where it does not stand in the way: it comes in nevertheless, changed or to be completed
 */
public record Problem(String file, int line, Message message, boolean hint) {

    public String text(Locale locale) {
        var place = line == 0 ? file + ": " : file + ":" + line + ": ";
        return place + Messages.text(message, locale);
    }

    /** For the log. */
    @Override
    public String toString() {
        return text(Locale.ENGLISH);
    }
}
