package id.sanggar.authoring;

import id.sanggar.course.ActivityKind;
import id.sanggar.course.CompletionRule;
import id.sanggar.course.Outline;
import id.sanggar.shared.LocalizedText;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an author decides about an activity, beside its content.
 *
 * @param requires slugs of the activities to be done before
 * @param opensOn null: at once
 * @param mediaName of a sheet: its file, empty until one is chosen; null for the others
 */
record ActivitySettings(LocalizedText title, int minutes, CompletionRule completion, List<String> topics,
        List<String> requires, LocalDate opensOn, String mediaName) {

    private static final int LONGEST_TITLE = 200;
    private static final int MOST_MINUTES = 600;

    /** As the form shows them, by the names of its fields. */
    static Map<String, String> fields(Draft.Activity activity) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("titleId", activity.title().id());
        fields.put("titleEn", activity.title().en());
        fields.put("minutes", String.valueOf(activity.minutes()));
        fields.put("completion", activity.completion().name());
        fields.put("topics", String.join(",", activity.topics()));
        fields.put("requires", String.join(",", activity.requires()));
        fields.put("opensOn", activity.opensOn() == null ? "" : activity.opensOn().toString());
        if (activity.kind() == ActivityKind.SHEET) {
            fields.put("mediaName", activity.mediaName());
        }
        return fields;
    }

    /** How an activity of that kind may be done. */
    static List<CompletionRule> rules(ActivityKind kind) {
        return switch (kind) {
            case LESSON -> List.of(CompletionRule.ACKNOWLEDGED, CompletionRule.NONE);
            case QUIZ -> List.of(CompletionRule.PASSED, CompletionRule.SUBMITTED);
            case SHEET -> List.of(CompletionRule.NONE);
        };
    }

    /**
     * @param sheets the files that may be a sheet
     * @throws id.sanggar.shared.Invalid if anything is wrong with them
     */
    static ActivitySettings of(Draft draft, Draft.Activity activity, Map<String, String> fields, List<String> sheets) {
        var typed = new Typed(fields);
        var title = typed.localized("title", draft.language(), LONGEST_TITLE);
        var minutes = typed.number("minutes", activity.kind() == ActivityKind.QUIZ ? 1 : 0, MOST_MINUTES);
        var completion = typed.one("completion", CompletionRule.class, activity.completion());
        if (!rules(activity.kind()).contains(completion)) {
            typed.wrong("completion", "authoring.choice-missing");
        }
        var known = draft.topics().stream().map(Outline.Topic::slug).toList();
        var topics = typed.slugs("topics").stream().filter(known::contains).toList();
        var requires = typed.slugs("requires").stream().filter(slug -> draft.find(slug).isPresent()).toList();
        requires.stream().filter(slug -> waitsFor(draft, slug, activity.slug(), new HashSet<>())).findFirst()
                .ifPresent(slug -> typed.wrong("requires", "authoring.requires-circle",
                        draft.activity(slug).title(), activity.title()));
        var file = fields.get("mediaName");
        if (activity.kind() == ActivityKind.SHEET && !file.isEmpty() && !file.equals(activity.mediaName())
                && !sheets.contains(file)) {
            typed.wrong("mediaName", "authoring.choice-missing");
        }
        var opensOn = typed.date("opensOn");
        typed.check();
        return new ActivitySettings(title, minutes, completion, topics, requires, opensOn, file);
    }

    /** Whether that activity cannot be done before this one is. */
    static boolean waitsFor(Draft draft, String slug, String other, Set<String> seen) {
        return slug.equals(other) || seen.add(slug) && draft.find(slug).stream()
                .flatMap(activity -> activity.requires().stream())
                .anyMatch(before -> waitsFor(draft, before, other, seen));
    }
}
