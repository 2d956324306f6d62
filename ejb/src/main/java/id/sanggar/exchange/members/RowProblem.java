package id.sanggar.exchange.members;

import id.sanggar.shared.JsonText;
import id.sanggar.shared.Message;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * Why a row is left out.
 *
 * @param field the cell it is about
 */
public record RowProblem(MemberField field, Message message) {

    RowProblem(MemberField field, String key, Object... arguments) {
        this(field, new Message(key, arguments));
    }

    /** @return null where there is none */
    static String json(List<RowProblem> problems) {
        if (problems.isEmpty()) {
            return null;
        }
        var array = JsonText.array();
        problems.forEach(problem -> array.add(JsonText.of(problem.message).add("field", problem.field.name())));
        return array.build().toString();
    }

    static List<RowProblem> read(String json) {
        return json == null ? List.of() : JsonText.array(json).getValuesAs(JsonObject.class).stream()
                .map(problem -> new RowProblem(MemberField.valueOf(problem.getString("field")),
                        JsonText.message(problem)))
                .toList();
    }
}
