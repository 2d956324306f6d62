package id.sanggar.exchange;

import id.sanggar.assessment.Draw;
import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.QuizDefinition;
import id.sanggar.assessment.QuizJson;
import id.sanggar.assessment.QuizLayout;
import id.sanggar.assessment.QuizPurpose;
import id.sanggar.assessment.ReviewPolicy;
import id.sanggar.shared.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The rules of a quiz in the manifest: the common ones in words, the others as {@link QuizJson} has them, under the
 * same names.
 */
final class QuizRules {

    /** Told in the manifest in words of its own, the first four of them about the activity. */
    static final Set<String> IN_WORDS = Set.of("quiz", "title", "minutes", "completion", "topics", "outcomes",
            "requires", "opensOn", "purpose", "timeLimit", "attempts", "passMark", "layout", "review", "draw");
    private static final Set<String> OF_DRAW = Set.of("topic", "count");

    private QuizRules() {
    }

    /** The topics a quiz draws on, in order. */
    static List<String> topics(YamlEntry entry) {
        return entry.optionalEntries("draw").stream()
                .map(draw -> draw.optional("topic").orElse(""))
                .filter(topic -> !topic.isEmpty())
                .distinct()
                .toList();
    }

    static QuizDefinition read(String activity, YamlEntry entry, int passMark,
            Map<String, List<QuestionDefinition>> bank) {
        var draws = new ArrayList<Draw>();
        var drawn = new HashSet<String>();
        for (var draw : entry.entries("draw")) {
            if (!draw.keys().stream().allMatch(OF_DRAW::contains)) {
                continue;
            }
            var topic = draw.slug("topic");
            var count = draw.number("count", 1, 100);
            var there = bank.getOrDefault(topic, List.of()).size();
            if (there < count) {
                draw.hint("topic", "exchange.draws-too-many", activity, count, topic, there);
            }
            if (!drawn.add(topic)) {
                draw.problem("topic", "exchange.draws-twice", activity, topic);
            }
            if (!topic.isEmpty()) {
                draws.add(new Draw(topic, count));
            }
        }
        var quiz = new QuizDefinition(activity, entry.one("purpose", QuizPurpose.class),
                boxed(entry.optionalNumber("timeLimit", 1, 600)), boxed(entry.optionalNumber("attempts", 1, 100)),
                entry.optionalNumber("passMark", 0, 100).orElse(passMark), entry.one("layout", QuizLayout.class),
                entry.one("review", ReviewPolicy.class), draws);
        return others(activity, entry, quiz);
    }

    private static Integer boxed(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static QuizDefinition others(String activity, YamlEntry entry, QuizDefinition quiz) {
        var others = entry.json(key -> !IN_WORDS.contains(key));
        var draws = entry.entries("draw");
        var plainly = draws.stream().allMatch(draw -> OF_DRAW.containsAll(draw.keys()));
        if (others.isEmpty() && plainly) {
            return quiz;
        }
        var rules = JsonText.object();
        JsonText.object(QuizJson.write(quiz)).forEach(rules::add);
        others.forEach(rules::add);
        if (!plainly) {
            var all = JsonText.array();
            draws.forEach(draw -> all.add(draw.json(key -> true)));
            rules.add("draw", all);
        }
        try {
            var whole = QuizJson.read(activity, JsonText.write(rules));
            var kept = JsonText.object(QuizJson.write(whole));
            others.forEach((key, value) -> {
                if (!kept.containsKey(key) && !isNothing(value)) {
                    entry.problem(key, "exchange.unknown", key);
                }
            });
            return whole;
        } catch (RuntimeException notSo) {
            // QuizJson reads what it wrote, and fails as it happens on anything else.
            entry.problem("quiz", "exchange.quiz-rules", activity);
            return quiz;
        }
    }

    /** What is written only where it is used need not be kept. */
    static boolean isNothing(JsonValue value) {
        return switch (value.getValueType()) {
            case FALSE, NULL -> true;
            case ARRAY -> value.asJsonArray().isEmpty();
            case OBJECT -> value.asJsonObject().isEmpty();
            case STRING, NUMBER -> value.toString().matches("\"\"|0");
            case TRUE -> false;
        };
    }

    /** What {@link QuizJson} tells of a quiz beyond what the manifest tells in words. */
    static JsonObject others(QuizDefinition quiz) {
        var others = JsonText.object();
        JsonText.object(QuizJson.write(quiz)).forEach((key, value) -> {
            if (!IN_WORDS.contains(key)) {
                others.add(key, value);
            }
        });
        return others.build();
    }

    /** The draws of a quiz as they are told in the manifest. */
    static JsonValue draws(QuizDefinition quiz) {
        return JsonText.object(QuizJson.write(quiz)).getOrDefault("draw", JsonValue.EMPTY_JSON_ARRAY);
    }
}
