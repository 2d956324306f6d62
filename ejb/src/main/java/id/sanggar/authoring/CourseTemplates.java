package id.sanggar.authoring;

import id.sanggar.assessment.QuizPurpose;
import id.sanggar.course.ActivityKind;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The templates that come with the product, from {@code templates/*.yaml}. */
@ApplicationScoped
public class CourseTemplates {

    private static final List<String> NAMES = List.of("modul-singkat", "kursus-lengkap", "pelatihan-layanan");

    private List<CourseTemplate> all;

    @PostConstruct
    void read() {
        all = NAMES.stream().map(CourseTemplates::read).toList();
    }

    public List<CourseTemplate> all() {
        return all;
    }

    /** @throws NotFound if there is no such template */
    CourseTemplate find(String slug) {
        return all.stream().filter(template -> template.slug().equals(slug)).findFirst()
                .orElseThrow(() -> new NotFound("template " + slug));
    }

    static CourseTemplate read(String name) {
        try (var file = CourseTemplates.class.getResourceAsStream("templates/" + name + ".yaml")) {
            Map<String, Object> map = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return new CourseTemplate(name, text(map, "title"), text(map, "summary"), (Integer) map.get("hours"),
                    entries(map, "outcomes").stream().map(CourseTemplates::text).toList(),
                    entries(map, "sections").stream().map(CourseTemplates::section).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CourseTemplate.Section section(Map<String, Object> map) {
        return new CourseTemplate.Section((String) map.get("slug"), text(map, "title"),
                entries(map, "activities").stream().map(CourseTemplates::activity).toList());
    }

    private static CourseTemplate.Activity activity(Map<String, Object> map) {
        var lesson = map.containsKey("lesson");
        return new CourseTemplate.Activity((String) map.get(lesson ? "lesson" : "quiz"),
                lesson ? ActivityKind.LESSON : ActivityKind.QUIZ, text(map, "title"), (Integer) map.get("minutes"),
                (String) map.get("body"), lesson ? null : QuizPurpose.valueOf((String) map.get("purpose")));
    }

    private static LocalizedText text(Map<String, Object> map, String key) {
        @SuppressWarnings("unchecked")
        var text = (Map<String, Object>) map.get(key);
        return text(text);
    }

    private static LocalizedText text(Map<String, Object> map) {
        return new LocalizedText((String) map.get("id"), (String) map.get("en"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> entries(Map<String, Object> map, String key) {
        return (List<Map<String, Object>>) map.get(key);
    }
}
