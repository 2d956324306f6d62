package id.sanggar.shared;

import jakarta.json.JsonException;
import jakarta.json.JsonString;
import java.util.HashMap;
import java.util.Map;

/** What a form showed, for the page to send back with it. */
public final class FieldsJson {

    private FieldsJson() {
    }

    public static String write(Map<String, String> fields) {
        var object = JsonText.object();
        fields.forEach(object::add);
        return JsonText.write(object);
    }

    /** @return nothing for what was not written here */
    public static Map<String, String> read(String json) {
        var fields = new HashMap<String, String>();
        try {
            JsonText.object(json == null || json.isEmpty() ? "{}" : json).forEach((name, value) -> {
                if (value instanceof JsonString text) {
                    fields.put(name, text.getString());
                }
            });
        } catch (JsonException notOurs) {
            fields.clear();
        }
        return fields;
    }
}
