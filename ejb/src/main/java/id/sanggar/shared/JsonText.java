package id.sanggar.shared;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReaderFactory;
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
}
