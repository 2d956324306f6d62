package id.sanggar.assessment;

import id.sanggar.shared.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** The rules of a quiz as a draft keeps them. The same rules always give the same text. */
public final class QuizJson {

    private QuizJson() {
    }

    public static String write(QuizDefinition quiz) {
        var object = JsonText.object().add("purpose", quiz.purpose().name());
        optional(object, "timeLimit", quiz.timeLimit());
        optional(object, "attempts", quiz.attempts());
        return JsonText.write(object.add("passMark", quiz.passMark())
                .add("layout", quiz.layout().name())
                .add("review", quiz.review().name())
                .add("draw", draws(quiz.draws())));
    }

    /**
     * @param activitySlug of the quiz, which the text does not hold
     * @throws RuntimeException if the text was not written here
     */
    public static QuizDefinition read(String activitySlug, String json) {
        var object = JsonText.object(json);
        return new QuizDefinition(activitySlug, QuizPurpose.valueOf(object.getString("purpose")),
                optional(object, "timeLimit"), optional(object, "attempts"), object.getInt("passMark"),
                QuizLayout.valueOf(object.getString("layout")), ReviewPolicy.valueOf(object.getString("review")),
                draws(object.getJsonArray("draw")));
    }

    static JsonArrayBuilder draws(List<Draw> draws) {
        var array = JsonText.array();
        draws.forEach(draw -> array.add(JsonText.object().add("topic", draw.topic()).add("count", draw.count())));
        return array;
    }

    static List<Draw> draws(JsonArray array) {
        return array.getValuesAs(JsonObject.class).stream()
                .map(draw -> new Draw(draw.getString("topic"), draw.getInt("count")))
                .toList();
    }

    private static void optional(JsonObjectBuilder object, String name, Integer number) {
        if (number != null) {
            object.add(name, number);
        }
    }

    private static Integer optional(JsonObject object, String name) {
        return object.containsKey(name) ? object.getInt(name) : null;
    }
}
