package id.sanggar.exchange;

import id.sanggar.assessment.QuestionBody;
import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.QuestionJson;
import id.sanggar.assessment.QuestionState;
import id.sanggar.shared.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Questions that GIFT has no words for, as YAML: what identifies them, then what {@link QuestionJson} knows of them,
 * under the same names.
 */
final class YamlQuestions {

    private static final Set<String> OF_BANK = Set.of("id", "title", "difficulty", "tags", "category", "state");
    private static final String TYPE = "type";

    private YamlQuestions() {
    }

    static List<WrittenQuestion> parse(String file, String topic, String text, Problems problems) {
        return YamlEntry.list(file, text, problems).stream().flatMap(entry -> {
            var id = entry.optional("id").orElse("");
            var title = entry.optional("title").orElse("");
            var difficulty = entry.optional("difficulty").orElse("");
            var body = body(entry);
            var tags = new ArrayList<>(List.of(topic, difficulty));
            tags.addAll(entry.texts("tags", 60));
            var category = entry.texts("category", 120);
            var state = entry.has("state") ? entry.one("state", QuestionState.class) : null;
            return body == null ? Stream.<WrittenQuestion>empty()
                    : Stream.of(new WrittenQuestion(entry.line(), id, tags, category, "", null, state, title, body));
        }).toList();
    }

    private static QuestionBody body(YamlEntry entry) {
        var said = entry.json(key -> !OF_BANK.contains(key));
        try {
            var whole = JsonText.object();
            said.forEach(whole::add);
            if (said.get(TYPE) instanceof JsonString type) {
                whole.add(TYPE, type.getString().toUpperCase(Locale.ROOT).replace('-', '_'));
            }
            var body = QuestionJson.read(JsonText.write(whole));
            var kept = JsonText.object(QuestionJson.write(body));
            said.forEach((key, value) -> {
                if (!kept.containsKey(key) && !isNothing(value)) {
                    entry.problem(key, "exchange.unknown", key);
                }
            });
            return body;
        } catch (RuntimeException notSo) {
            // QuestionJson reads what it wrote, and fails as it happens on anything else.
            entry.problem(TYPE, "exchange.question-unreadable", notSo.getMessage());
            return null;
        }
    }

    /** What is written only where it is used need not be kept. */
    private static boolean isNothing(JsonValue value) {
        return value.getValueType() == JsonValue.ValueType.FALSE || List.of("[]", "{}", "\"\"", "null")
                .contains(value.toString());
    }

    static Node write(QuestionDefinition question) {
        var entry = new LinkedHashMap<String, Node>();
        entry.put("id", YamlText.text(question.slug()));
        entry.put("title", YamlText.text(question.title()));
        entry.put("difficulty", YamlText.text(QuestionFile.tag(question.difficulty())));
        if (!question.tags().isEmpty()) {
            entry.put("tags", YamlText.texts(question.tags()));
        }
        if (!question.category().isEmpty()) {
            entry.put("category", YamlText.texts(question.category()));
        }
        if (!question.isReady()) {
            entry.put("state", YamlText.text(YamlEntry.written(question.state())));
        }
        JsonObject body = JsonText.object(QuestionJson.write(question.body()));
        for (var part : body.entrySet()) {
            var isType = part.getKey().equals(TYPE);
            entry.put(part.getKey(), isType ? YamlText.text(lower(body)) : YamlText.json(part.getValue()));
        }
        return YamlText.mapping(entry);
    }

    private static String lower(Map<String, ?> body) {
        return ((JsonString) body.get(TYPE)).getString().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
