package id.sanggar.assessment;

import id.sanggar.shared.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** An answer as the database keeps it: what it is, in words that need no programme to be understood. */
final class AnswerJson {

    private static final String CHOSEN = "chosen";
    private static final String TICKED = "ticked";
    private static final String TRUTH = "truth";
    private static final String TYPED = "typed";
    private static final String MATCHED = "matched";
    private static final String PLACES = "places";
    private static final String FILLED = "filled";
    private static final String POINTED = "pointed";
    private static final String FINDINGS = "findings";
    private static final String SEVERITY = "severity";
    private static final String NOTE = "note";
    private static final String PHOTOS = "photos";

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
        if (object.containsKey(PLACES)) {
            return new Answer.Ordered(numbers(object, PLACES));
        }
        if (object.containsKey(FILLED)) {
            return new Answer.Filled(texts(object, FILLED));
        }
        if (object.containsKey(POINTED)) {
            var at = numbers(object, POINTED);
            return new Answer.Pointed(new Hotspot.Point(at.get(0), at.get(1)));
        }
        if (object.containsKey(FINDINGS)) {
            return new Answer.Inspected(object.getJsonArray(FINDINGS).getValuesAs(JsonObject.class).stream()
                    .map(AnswerJson::finding)
                    .toList());
        }
        if (object.containsKey(PHOTOS)) {
            return new Answer.Pictured(texts(object, PHOTOS).stream().map(UUID::fromString).toList());
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
        if (answer instanceof Answer.Ordered ordered) {
            return object.add(PLACES, array(ordered.places()));
        }
        if (answer instanceof Answer.Filled filled) {
            return object.add(FILLED, texts(filled.texts()));
        }
        if (answer instanceof Answer.Pointed pointed) {
            return object.add(POINTED, array(List.of(pointed.at().x(), pointed.at().y())));
        }
        if (answer instanceof Answer.Inspected inspected) {
            var findings = JsonText.array();
            inspected.findings().forEach(finding -> findings.add(finding(finding)));
            return object.add(FINDINGS, findings);
        }
        if (answer instanceof Answer.Pictured) {
            return object.add(PHOTOS, texts(answer.values()));
        }
        throw new IllegalArgumentException("An answer is kept once its question has read it: " + answer);
    }

    private static JsonArray array(Iterable<Integer> numbers) {
        var array = JsonText.array();
        numbers.forEach(array::add);
        return array.build();
    }

    private static JsonArray texts(List<String> texts) {
        var array = JsonText.array();
        texts.forEach(array::add);
        return array.build();
    }

    private static List<String> texts(JsonObject object, String name) {
        return object.getJsonArray(name).getValuesAs(JsonString::getString);
    }

    private static JsonObjectBuilder finding(Answer.Inspected.Finding finding) {
        var object = JsonText.object();
        if (finding.severity() != null) {
            object.add(SEVERITY, finding.severity().name());
        }
        return finding.note().isEmpty() ? object : object.add(NOTE, finding.note());
    }

    private static Answer.Inspected.Finding finding(JsonObject object) {
        return new Answer.Inspected.Finding(
                object.containsKey(SEVERITY) ? Severity.valueOf(object.getString(SEVERITY)) : null,
                object.getString(NOTE, ""));
    }

    private static List<Integer> numbers(JsonObject object, String name) {
        return object.getJsonArray(name).getValuesAs(JsonNumber::intValue);
    }
}
