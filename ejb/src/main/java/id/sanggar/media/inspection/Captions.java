package id.sanggar.media.inspection;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Subtitles as WebVTT, or SubRip, which is nearly the same: read cue by cue and written anew, so that nothing remains
 * but times and words. Styles, regions, notes and positions are left out.
 */
public final class Captions {

    private static final int LARGEST = 1_000_000;
    private static final int MOST_CUES = 10_000;
    private static final String TIME = "(?:(\\d{1,3}):)?([0-5]\\d):([0-5]\\d)[.,](\\d{3})";
    private static final Pattern TIMES = Pattern.compile("\\s*" + TIME + "\\s+-->\\s+" + TIME + "(?:\\s.*)?");
    private static final Pattern BLOCKS = Pattern.compile("\n[ \\t]*(?:\n[ \\t]*)+");
    /** What VTT knows of emphasis and speakers; every other mark is dropped. */
    private static final Pattern MARKS = Pattern.compile("<(?!/?(?:b|i|u)>|v [^<>&]{1,80}>|/v>)[^<>]*>");
    private static final Pattern LOOSE = Pattern.compile("<(?!/?(?:b|i|u)>|v [^<>&]{1,80}>|/v>)|-->");

    private Captions() {
    }

    private record Cue(long from, long to, String words) {
    }

    /**
     * @param name of the file, for messages
     * @return the same as WebVTT, in UTF-8
     * @throws id.sanggar.shared.Invalid if it cannot be read as subtitles; names the line
     */
    public static byte[] normalised(String name, byte[] bytes) {
        var text = text(name, bytes);
        var cues = new ArrayList<Cue>();
        int line = 1;
        var matcher = BLOCKS.matcher(text);
        int from = 0;
        while (from < text.length()) {
            int to = matcher.find() ? matcher.start() : text.length();
            block(name, text.substring(from, to), line, cues);
            int next = to == text.length() ? to : matcher.end();
            line += (int) text.substring(from, next).chars().filter(character -> character == '\n').count();
            from = next;
        }
        if (cues.isEmpty() || cues.size() > MOST_CUES) {
            throw Inspection.refusal("media.captions-empty", name);
        }
        cues.sort(Comparator.comparingLong(Cue::from).thenComparingLong(Cue::to));
        return cues.stream()
                .map(cue -> time(cue.from) + " --> " + time(cue.to) + "\n" + cue.words + "\n")
                .collect(Collectors.joining("\n", "WEBVTT\n\n", ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String name, byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw Inspection.refusal("media.captions-large", name);
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') >= 0) {
                throw new CharacterCodingException();
            }
            return text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n').stripTrailing();
        } catch (CharacterCodingException unreadable) {
            throw Inspection.refusal("media.captions-letters", name);
        }
    }

    private static void block(String name, String block, int line, List<Cue> cues) {
        var lines = block.split("\n");
        var first = lines[0].strip();
        if (first.isEmpty() && lines.length == 1 || first.startsWith("WEBVTT") && line == 1 && lines.length == 1
                || first.matches("(NOTE|STYLE|REGION)(\\s.*)?")) {
            return;
        }
        int at = 0;
        while (at < lines.length && !lines[at].contains("-->")) {
            at++;
        }
        if (at == lines.length && line == 1 && first.startsWith("WEBVTT")) {
            return;
        }
        var times = at < lines.length ? TIMES.matcher(lines[at]) : null;
        if (times == null || !times.matches() || at > 1) {
            throw Inspection.refusal("media.captions-unreadable", name, line + Math.min(at, lines.length - 1));
        }
        long from = milliseconds(times.group(1), times.group(2), times.group(3), times.group(4));
        long to = milliseconds(times.group(5), times.group(6), times.group(7), times.group(8));
        if (to <= from) {
            throw Inspection.refusal("media.captions-unreadable", name, line + at);
        }
        var words = List.of(lines).subList(at + 1, lines.length).stream()
                .map(Captions::clean)
                .filter(spoken -> !spoken.isEmpty())
                .collect(Collectors.joining("\n"));
        if (!words.isEmpty()) {
            cues.add(new Cue(from, to, words));
        }
    }

    private static String clean(String words) {
        return LOOSE.matcher(MARKS.matcher(words).replaceAll("")).replaceAll("").strip();
    }

    private static long milliseconds(String hours, String minutes, String seconds, String thousandths) {
        return ((hours == null ? 0 : Long.parseLong(hours)) * 3600 + Long.parseLong(minutes) * 60
                + Long.parseLong(seconds)) * 1000 + Long.parseLong(thousandths);
    }

    private static String time(long milliseconds) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d.%03d", milliseconds / 3_600_000, milliseconds / 60_000 % 60,
                milliseconds / 1000 % 60, milliseconds % 1000);
    }
}
