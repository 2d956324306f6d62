package id.sanggar.certificate;

import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Why someone gets no certificate, as it stands in the database: {@code [{"key": …, "args": […]}]}. An argument is a
 * text, a number, {@code {"id": …, "en": …}} or {@code {"date": "2026-11-30"}}.
 */
final class Reasons {

    private static final String DAY = "d MMMM uuuu";

    private Reasons() {
    }

    static List<Message> read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(reason -> new Message(reason.getString("key"),
                            reason.getJsonArray("args").stream().map(Reasons::argument).toList()))
                    .toList();
        }
    }

    private static Object argument(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return number.bigDecimalValue();
        }
        if (value instanceof JsonObject object) {
            return object.containsKey("date")
                    ? inWords(LocalDate.parse(object.getString("date")))
                    : new LocalizedText(object.getString("id"), object.getString("en"));
        }
        return ((JsonString) value).getString();
    }

    private static LocalizedText inWords(LocalDate day) {
        return new LocalizedText(DateTimeFormatter.ofPattern(DAY, Locale.forLanguageTag("id")).format(day),
                DateTimeFormatter.ofPattern(DAY, Locale.ENGLISH).format(day));
    }
}
