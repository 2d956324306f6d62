package id.sanggar.assessment;

import id.sanggar.shared.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.List;

/**
 * The rules of a quiz as the database keeps them. The same rules always give the same text. What is usual is not
 * written.
 */
public final class QuizJson {

    private QuizJson() {
    }

    public static String write(QuizDefinition quiz) {
        var object = JsonText.object().add("purpose", quiz.purpose().name());
        optional(object, "timeLimit", quiz.timeLimit());
        optional(object, "attempts", quiz.attempts());
        return JsonText.write(object.add("passMark", quiz.passMark())
                .add("layout", quiz.layout().name())
                .add("sections", sections(quiz.sections()))
                .add("rules", rules(quiz)));
    }

    /**
     * @param activitySlug of the quiz, which the text does not hold
     * @throws RuntimeException if the text was not written here
     */
    public static QuizDefinition read(String activitySlug, String json) {
        var object = JsonText.object(json);
        var purpose = QuizPurpose.valueOf(object.getString("purpose"));
        var layout = QuizLayout.valueOf(object.getString("layout"));
        var timeLimit = optional(object, "timeLimit");
        var attempts = optional(object, "attempts");
        var passMark = object.getInt("passMark");
        if (object.containsKey("draw")) {
            return new QuizDefinition(activitySlug, purpose, timeLimit, attempts, passMark, layout,
                    ReviewPolicy.valueOf(object.getString("review")), slots(object.getJsonArray("draw")).stream()
                            .map(Draw.class::cast)
                            .toList());
        }
        var rules = object.getJsonObject("rules");
        return new QuizDefinition(activitySlug, purpose, timeLimit, attempts, passMark, layout, review(rules),
                sections(object.getJsonArray("sections")), rules(rules));
    }

    static JsonArrayBuilder sections(List<QuizSection> sections) {
        var array = JsonText.array();
        sections.forEach(section -> {
            var slots = JsonText.array();
            section.slots().forEach(slot -> slots.add(slot(slot)));
            array.add(JsonText.object().add("title", section.title()).add("slots", slots));
        });
        return array;
    }

    static List<QuizSection> sections(JsonArray array) {
        return array.getValuesAs(JsonObject.class).stream()
                .map(section -> new QuizSection(section.getString("title"), slots(section.getJsonArray("slots"))))
                .toList();
    }

    private static JsonObjectBuilder slot(QuizSlot slot) {
        var object = JsonText.object();
        if (slot instanceof FixedQuestion fixed) {
            object.add("question", fixed.question());
        } else if (slot instanceof Draw draw) {
            optional(object, "topic", draw.topic());
            optional(object, "tag", draw.tag());
            optional(object, "difficulty", draw.difficulty() == null ? null : draw.difficulty().name());
            object.add("count", draw.count());
        }
        return slot.mark() == 1 ? object : object.add("mark", slot.mark());
    }

    private static List<QuizSlot> slots(JsonArray array) {
        return array.getValuesAs(JsonObject.class).stream().map(QuizJson::slot).toList();
    }

    private static QuizSlot slot(JsonObject slot) {
        var mark = slot.getInt("mark", 1);
        var difficulty = slot.getString("difficulty", null);
        return slot.containsKey("question")
                ? new FixedQuestion(slot.getString("question"), mark)
                : new Draw(slot.getString("topic", null), slot.getString("tag", null),
                        difficulty == null ? null : Difficulty.valueOf(difficulty), slot.getInt("count"), mark);
    }

    static JsonObjectBuilder rules(QuizDefinition quiz) {
        var rules = quiz.rules();
        var object = JsonText.object();
        time(object, "marks", quiz.review().marks());
        time(object, "answers", quiz.review().answers());
        time(object, "feedback", quiz.review().feedback());
        unusual(object, "shuffleQuestions", rules.shuffleQuestions(), QuizRules.USUAL.shuffleQuestions());
        unusual(object, "shuffleOptions", rules.shuffleOptions(), QuizRules.USUAL.shuffleOptions());
        optional(object, "delay", rules.delay());
        optional(object, "grace", rules.grace() == 0 ? null : Integer.valueOf(rules.grace()));
        optional(object, "closesOn", rules.closesOn() == null ? null : rules.closesOn().toString());
        unusual(object, "anonymous", rules.anonymous(), QuizRules.USUAL.anonymous());
        unusual(object, "secondMarker", rules.secondMarker(), QuizRules.USUAL.secondMarker());
        return object;
    }

    static QuizRules rules(JsonObject object) {
        var closesOn = object.getString("closesOn", null);
        return new QuizRules(object.getBoolean("shuffleQuestions", QuizRules.USUAL.shuffleQuestions()),
                object.getBoolean("shuffleOptions", QuizRules.USUAL.shuffleOptions()), optional(object, "delay"),
                object.getInt("grace", 0), closesOn == null ? null : LocalDate.parse(closesOn),
                object.getBoolean("anonymous", QuizRules.USUAL.anonymous()),
                object.getBoolean("secondMarker", QuizRules.USUAL.secondMarker()));
    }

    static ReviewRules review(JsonObject rules) {
        return new ReviewRules(time(rules, "marks"), time(rules, "answers"), time(rules, "feedback"));
    }

    private static void time(JsonObjectBuilder object, String name, ReviewTime time) {
        if (time != ReviewTime.AFTER) {
            object.add(name, time.name());
        }
    }

    private static ReviewTime time(JsonObject object, String name) {
        return ReviewTime.valueOf(object.getString(name, ReviewTime.AFTER.name()));
    }

    private static void unusual(JsonObjectBuilder object, String name, boolean value, boolean usual) {
        if (value != usual) {
            object.add(name, value ? JsonValue.TRUE : JsonValue.FALSE);
        }
    }

    private static void optional(JsonObjectBuilder object, String name, Integer number) {
        if (number != null) {
            object.add(name, number);
        }
    }

    private static void optional(JsonObjectBuilder object, String name, String text) {
        if (text != null) {
            object.add(name, text);
        }
    }

    private static Integer optional(JsonObject object, String name) {
        return object.containsKey(name) ? object.getInt(name) : null;
    }
}
