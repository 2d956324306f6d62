package id.sanggar.assessment;

import id.sanggar.shared.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A question as the database keeps it. The same question always gives the same text, so that its hash tells whether it
 * changed.
 */
final class QuestionJson {

    private QuestionJson() {
    }

    static String write(QuestionBody body) {
        var object = JsonText.object().add("type", body.type().name()).add("prompt", body.prompt());
        parts(body, object);
        return JsonText.write(object.add("general", body.generalFeedback()));
    }

    private static void parts(QuestionBody body, JsonObjectBuilder object) {
        if (body instanceof Choice choice) {
            object.add("options", array(choice.options(), QuestionJson::option));
        } else if (body instanceof MultipleResponse response) {
            object.add("options", array(response.options(), QuestionJson::option));
        } else if (body instanceof TrueFalse statement) {
            object.add("truth", statement.truth())
                    .add("whenRight", statement.whenRight())
                    .add("whenWrong", statement.whenWrong());
        } else if (body instanceof ShortAnswer question) {
            object.add("accepted", array(question.accepted(), QuestionJson::wording));
        } else if (body instanceof Numeric question) {
            object.add("accepted", array(question.accepted(), QuestionJson::range))
                    .add("otherwise", question.otherwise());
        } else if (body instanceof Matching matching) {
            object.add("pairs", array(matching.pairs(), QuestionJson::pair));
            var distractors = JsonText.array();
            matching.distractors().forEach(distractors::add);
            object.add("distractors", distractors);
        }
    }

    static QuestionBody read(String json) {
        var object = JsonText.object(json);
        var prompt = object.getString("prompt");
        var general = object.getString("general");
        return switch (QuestionType.valueOf(object.getString("type"))) {
            case CHOICE -> new Choice(prompt, list(object, "options", QuestionJson::option), general);
            case RESPONSE -> new MultipleResponse(prompt, list(object, "options", QuestionJson::option), general);
            case TRUE_FALSE -> new TrueFalse(prompt, object.getBoolean("truth"), object.getString("whenRight"),
                    object.getString("whenWrong"), general);
            case SHORT -> new ShortAnswer(prompt, list(object, "accepted", QuestionJson::wording), general);
            case NUMERIC -> new Numeric(prompt, list(object, "accepted", QuestionJson::range),
                    object.getString("otherwise"), general);
            case MATCHING -> new Matching(prompt, list(object, "pairs", QuestionJson::pair),
                    object.getJsonArray("distractors").getValuesAs(JsonString::getString), general);
        };
    }

    private static <T> JsonArray array(List<T> things, BiFunction<T, JsonObjectBuilder, JsonObjectBuilder> object) {
        var array = JsonText.array();
        things.forEach(thing -> array.add(object.apply(thing, JsonText.object())));
        return array.build();
    }

    private static <T> List<T> list(JsonObject object, String name, Function<JsonObject, T> thing) {
        return object.getJsonArray(name).getValuesAs(JsonObject.class).stream().map(thing).toList();
    }

    private static JsonObjectBuilder option(Option option, JsonObjectBuilder object) {
        return graded(object.add("text", option.text()), option.fraction(), option.feedback());
    }

    private static Option option(JsonObject object) {
        return new Option(object.getString("text"), fraction(object), object.getString("feedback"));
    }

    private static JsonObjectBuilder wording(ShortAnswer.Accepted wording, JsonObjectBuilder object) {
        return graded(object.add("text", wording.text()), wording.fraction(), wording.feedback());
    }

    private static ShortAnswer.Accepted wording(JsonObject object) {
        return new ShortAnswer.Accepted(object.getString("text"), fraction(object), object.getString("feedback"));
    }

    private static JsonObjectBuilder range(Numeric.Range range, JsonObjectBuilder object) {
        return graded(object.add("low", range.low()).add("high", range.high()), range.fraction(), range.feedback());
    }

    private static Numeric.Range range(JsonObject object) {
        return new Numeric.Range(object.getJsonNumber("low").bigDecimalValue(),
                object.getJsonNumber("high").bigDecimalValue(), fraction(object), object.getString("feedback"));
    }

    private static JsonObjectBuilder pair(Matching.Pair pair, JsonObjectBuilder object) {
        return object.add("item", pair.item()).add("match", pair.match());
    }

    private static Matching.Pair pair(JsonObject object) {
        return new Matching.Pair(object.getString("item"), object.getString("match"));
    }

    private static JsonObjectBuilder graded(JsonObjectBuilder object, double fraction, String feedback) {
        return object.add("fraction", fraction).add("feedback", feedback);
    }

    private static double fraction(JsonObject object) {
        return object.getJsonNumber("fraction").doubleValue();
    }
}
