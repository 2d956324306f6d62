package id.sanggar.shared;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;

/**
 * JSON in and out of the database. The provider is looked up once: {@code Json} itself searches the class path every
 * time.
 */
public final class JsonText {

    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final JsonReaderFactory READERS = PROVIDER.createReaderFactory(Map.of());

    private JsonText() {
    }

    /** @throws jakarta.json.JsonException if the text is no object */
    public static JsonObject object(String json) {
        try (var reader = READERS.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    /** @throws jakarta.json.JsonException if the text is no array */
    public static JsonArray array(String json) {
        try (var reader = READERS.createReader(new StringReader(json))) {
            return reader.readArray();
        }
    }

    public static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }

    public static JsonArrayBuilder array() {
        return PROVIDER.createArrayBuilder();
    }

    public static String write(JsonObjectBuilder object) {
        return object.build().toString();
    }

    /** A sentence for a person, to be said later, in her language; its gaps are filled with texts. */
    public static JsonObjectBuilder of(Message message) {
        var arguments = array();
        message.arguments().forEach(argument -> arguments.add(String.valueOf(argument)));
        return object().add("key", message.key()).add("arguments", arguments);
    }

    /** What {@link #of} wrote. */
    public static Message message(JsonObject message) {
        return new Message(message.getString("key"),
                message.getJsonArray("arguments").getValuesAs(JsonString::getString).toArray());
    }
}
