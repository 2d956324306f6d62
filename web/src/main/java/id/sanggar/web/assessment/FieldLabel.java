package id.sanggar.web.assessment;

import id.sanggar.web.shared.Texts;
import java.util.Map;
import java.util.regex.Pattern;

/** What a field of a question's form is called, where two versions are compared. */
final class FieldLabel {

    private static final Pattern ROW = Pattern.compile("([a-z]+)(?:-(\\d+))?\\.(\\d+)\\.([a-zA-Z]+)");

    private static final Map<String, String> THINGS = Map.ofEntries(Map.entry("options", "f-option-n"),
            Map.entry("accepted", "f-wording-n"), Map.entry("ranges", "f-range-n"), Map.entry("units", "f-unit-n"),
            Map.entry("pairs", "f-pair-n"), Map.entry("distractors", "f-distractor-n"), Map.entry("items", "f-item-n"),
            Map.entry("gaps", "f-gap-n"), Map.entry("regions", "f-region-n"), Map.entry("elements", "f-element-n"),
            Map.entry("rules", "f-rule-n"), Map.entry("criteria", "f-criterion-n"), Map.entry("levels", "f-level-n"));

    private static final Map<String, String> FIELDS = Map.ofEntries(Map.entry("title", "f-title"),
            Map.entry("topic", "topic"), Map.entry("difficulty", "difficulty"), Map.entry("tags", "tags"),
            Map.entry("prompt", "f-prompt"), Map.entry("general", "f-general"), Map.entry("truth", "f-truth"),
            Map.entry("whenRight", "f-when-right"), Map.entry("whenWrong", "f-when-wrong"),
            Map.entry("forgiving", "f-forgiving"), Map.entry("unitRequired", "f-unit-required"),
            Map.entry("otherwise", "f-otherwise"), Map.entry("picture", "f-picture"), Map.entry("alt", "f-alt"),
            Map.entry("leastWords", "f-least-words"), Map.entry("mostWords", "f-most-words"),
            Map.entry("graded", "f-graded"), Map.entry("least", "f-least-photos"), Map.entry("most", "f-most-photos"),
            Map.entry("worth", "f-worth"), Map.entry("feedback", "f-feedback"), Map.entry("low", "f-low"),
            Map.entry("high", "f-high"), Map.entry("factor", "f-factor"), Map.entry("item", "f-item"),
            Map.entry("match", "f-match"), Map.entry("outline", "f-outline"), Map.entry("expected", "f-expected"),
            Map.entry("points", "f-points"), Map.entry("level", "f-level"), Map.entry("chosen", "f-gap-chosen"),
            Map.entry("minor", "severity-MINOR"), Map.entry("major", "severity-MAJOR"),
            Map.entry("serious", "severity-SERIOUS"), Map.entry("critical", "severity-CRITICAL"));

    private FieldLabel() {
    }

    static String of(String field, Texts text) {
        var row = ROW.matcher(field);
        if (!row.matches()) {
            return name(field, text);
        }
        var thing = text.of("assessment." + THINGS.getOrDefault(row.group(1), "f-option-n"),
                Integer.parseInt(row.group(3)) + 1);
        var inner = FIELDS.containsKey(row.group(4)) ? thing + ": " + name(row.group(4), text) : thing;
        return row.group(2) == null ? inner
                : text.of("assessment." + (row.group(1).equals("levels") ? "f-criterion-n" : "f-gap-n"),
                        Integer.parseInt(row.group(2)) + 1) + ", " + inner;
    }

    private static String name(String field, Texts text) {
        return FIELDS.containsKey(field) ? text.of("assessment." + FIELDS.get(field)) : field;
    }
}
