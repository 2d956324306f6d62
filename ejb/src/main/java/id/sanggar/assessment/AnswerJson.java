package id.sanggar.assessment;

import id.sanggar.shared.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.TreeSet;

/** An answer as the database keeps it: what it is, in words that need no programme to be understood. */
final class AnswerJson {

    private static final String CHOSEN = "chosen";
    private static final String TICKED = "ticked";
    private static final String TRUTH = "truth";
    private static final String TYPED = "typed";
    private static final String MATCHED = "matched";

    private AnswerJson() {
    }

    /** @return null for no answer */
    static String write(Answer answer) {
        return answer == null ? null : JsonText.write(object(answer));
    }

    /** @return null for no answer */
    static Answer read(String json) {
        if (json == null) {
            return null;
        }
        var object = JsonText.object(json);
        if (object.containsKey(CHOSEN)) {
            return new Answer.Chosen(object.getInt(CHOSEN));
        }
        if (object.containsKey(TICKED)) {
            return new Answer.Ticked(new TreeSet<>(numbers(object, TICKED)));
        }
        if (object.containsKey(TRUTH)) {
            return new Answer.Truth(object.getBoolean(TRUTH));
        }
        if (object.containsKey(MATCHED)) {
            return new Answer.Matched(numbers(object, MATCHED));
        }
        return new Answer.Typed(object.getString(TYPED));
    }

    private static JsonObjectBuilder object(Answer answer) {
        var object = JsonText.object();
        if (answer instanceof Answer.Chosen chosen) {
            return object.add(CHOSEN, chosen.option());
        }
        if (answer instanceof Answer.Ticked ticked) {
            return object.add(TICKED, array(ticked.options()));
        }
        if (answer instanceof Answer.Truth truth) {
            return object.add(TRUTH, truth.value());
        }
        if (answer instanceof Answer.Matched matched) {
            return object.add(MATCHED, array(matched.matches()));
        }
        if (answer instanceof Answer.Typed typed) {
            return object.add(TYPED, typed.text());
        }
        throw new IllegalArgumentException("An answer is kept once its question has read it: " + answer);
    }

    private static JsonArray array(Iterable<Integer> numbers) {
        var array = JsonText.array();
        numbers.forEach(array::add);
        return array.build();
    }

    private static List<Integer> numbers(JsonObject object, String name) {
        return object.getJsonArray(name).getValuesAs(JsonNumber::intValue);
    }
}
