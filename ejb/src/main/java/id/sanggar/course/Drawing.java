package id.sanggar.course;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A picture as a lesson shows it.
 *
 * @param address what follows {@code /media/}
 * @param width of its view box, in its own units; the page scales it
 * @param height likewise
 */
record Drawing(String address, int width, int height) {

    private static final Pattern VIEW_BOX =
            Pattern.compile("viewBox\\s*=\\s*[\"']\\s*\\S+\\s+\\S+\\s+([0-9.]+)\\s+([0-9.]+)\\s*[\"']");

    /** @param svg its text, or at least the beginning of it */
    static Drawing of(String address, byte[] svg) {
        var viewBox = VIEW_BOX.matcher(new String(svg, StandardCharsets.UTF_8));
        return viewBox.find()
                ? new Drawing(address, size(viewBox.group(1)), size(viewBox.group(2)))
                : new Drawing(address, 360, 240);
    }

    private static int size(String units) {
        return (int) Math.round(Double.parseDouble(units));
    }
}
