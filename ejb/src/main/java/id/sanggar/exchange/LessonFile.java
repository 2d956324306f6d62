package id.sanggar.exchange;

import id.sanggar.shared.LocalizedText;
import java.util.List;

/**
 * A lesson as it stands in a pack: YAML between two lines of three hyphens, then CommonMark.
 *
 * @param topics slugs of what it teaches
 * @param outcomes what its reader can do afterwards, in the language of the course
 * @param bodyLine the line of the file at which the body begins
 */
record LessonFile(String path, LocalizedText title, int minutes, List<String> topics, List<String> outcomes,
        String body, int bodyLine) {

    private static final String FENCE = "---\n";

    static LessonFile read(ContentFiles files, String path, Problems problems) {
        var text = files.text(path, problems);
        var end = text.startsWith(FENCE) ? text.indexOf('\n' + FENCE, FENCE.length() - 1) : -1;
        if (end < 0) {
            if (files.has(path)) {
                problems.add(path, 1, "exchange.no-front-matter");
            }
            return new LessonFile(path, new LocalizedText("", ""), 1, List.of(), List.of(), text, 1);
        }
        var body = text.substring(end + 1 + FENCE.length());
        var matter = YamlEntry.mapping(path, 2, text.substring(FENCE.length(), end + 1), problems);
        var bodyLine = (int) text.substring(0, end + 1 + FENCE.length()).lines().count() + 1;
        var lesson = new LessonFile(path, matter.localized("title", 200), matter.number("minutes", 1, 60),
                matter.texts("topics", 60), matter.texts("outcomes", 300), body, bodyLine);
        matter.nothingElse();
        return lesson;
    }
}
