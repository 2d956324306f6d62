package id.sanggar.course;

import id.sanggar.shared.JsonText;
import id.sanggar.shared.LocalizedText;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.List;
import java.util.function.Function;

/** The lists of a version that nobody searches by, as the JSON they are stored in. */
final class CourseJson {

    private CourseJson() {
    }

    static List<LocalizedText> texts(String json) {
        return JsonText.array(json).getValuesAs(JsonObject.class).stream().map(CourseJson::text).toList();
    }

    static String ofTexts(List<LocalizedText> texts) {
        return write(texts, CourseJson::json);
    }

    static List<Outline.Topic> topics(String json) {
        return JsonText.array(json).getValuesAs(JsonObject.class).stream()
                .map(topic -> new Outline.Topic(topic.getString("slug"), text(topic)))
                .toList();
    }

    static String ofTopics(List<Outline.Topic> topics) {
        return write(topics, topic -> json(topic.title()).add("slug", topic.slug()));
    }

    static List<String> strings(String json) {
        return JsonText.array(json).getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
    }

    static String ofStrings(List<String> strings) {
        var array = JsonText.array();
        strings.forEach(array::add);
        return array.build().toString();
    }

    private static <T> String write(List<T> items, Function<T, JsonObjectBuilder> object) {
        var array = JsonText.array();
        items.forEach(item -> array.add(object.apply(item)));
        return array.build().toString();
    }

    private static LocalizedText text(JsonObject object) {
        return new LocalizedText(object.getString("id"), object.getString("en"));
    }

    private static JsonObjectBuilder json(LocalizedText text) {
        return JsonText.object().add("id", text.id()).add("en", text.en());
    }
}
