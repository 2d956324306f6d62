package id.sanggar.authoring;

import id.sanggar.shared.Invalid;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The CommonMark of a lesson as it arrives from outside. */
final class LessonText {

    /** Of UTF-8: some thirty printed pages. */
    static final int MOST_BYTES = 64 * 1024;

    /** What is no letter, no blank and no end of a line. Halves of letters break what stores them. */
    private static final Pattern UNSPEAKABLE =
            Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\x{D800}-\\x{DFFF}]|[\\x{FFFE}\\x{FFFF}]");

    private LessonText() {
    }

    /**
     * The text with the house's ends of lines.
     *
     * @throws Invalid if it is too long, or holds what no keyboard writes
     */
    static String require(String text) {
        if (text == null) {
            throw Invalid.of("text", "authoring.lesson-without-text");
        }
        var plain = text.replace("\r\n", "\n").replace('\r', '\n').replace("\uFEFF", "");
        if (UNSPEAKABLE.matcher(plain).find()) {
            throw Invalid.of("text", "authoring.lesson-unreadable");
        }
        if (plain.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw Invalid.of("text", "authoring.lesson-too-long", MOST_BYTES / 1024);
        }
        return plain;
    }
}
