package id.sanggar.certificate;

import id.sanggar.shared.JsonText;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.List;

/**
 * Why someone gets no certificate, as it stands in the database: {@code [{"key": …, "args": […]}]}. An argument is a
 * text, a number, {@code {"id": …, "en": …}} or {@code {"date": "2026-11-30"}}.
 */
final class Reasons {

    private Reasons() {
    }

    static List<Message> read(String json) {
        return JsonText.array(json).getValuesAs(JsonObject.class).stream()
                .map(reason -> new Message(reason.getString("key"),
                        reason.getJsonArray("args").stream().map(Reasons::argument).toList()))
                .toList();
    }

    private static Object argument(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return number.bigDecimalValue();
        }
        if (value instanceof JsonObject object) {
            return object.containsKey("date")
                    ? LocalizedText.of(LocalDate.parse(object.getString("date")))
                    : new LocalizedText(object.getString("id"), object.getString("en"));
        }
        return ((JsonString) value).getString();
    }
}
