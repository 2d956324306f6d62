package id.sanggar.exchange;

import id.sanggar.assessment.Draw;
import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.QuizDefinition;
import id.sanggar.authoring.CourseContent;
import id.sanggar.course.ActivityKind;
import id.sanggar.course.CompletionRule;
import id.sanggar.course.NewCourseVersion;
import id.sanggar.course.NewCourseVersion.NewActivity;
import id.sanggar.course.NewCourseVersion.NewMedia;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Writes a course as a pack: what {@link CoursePackReader} reads of it is the same course, and the same course is
 * always written as the same bytes.
 */
final class CoursePackWriter {

    private final NewCourseVersion course;
    private final List<QuestionDefinition> questions;
    private final Map<String, QuizDefinition> quizzes;
    private final Store store;
    private final SortedMap<String, PackZip.Part> files = new TreeMap<>();

    /** Where files lie that are not in the content itself. */
    @FunctionalInterface
    interface Store {

        void send(NewMedia file, OutputStream out) throws IOException;
    }

    private CoursePackWriter(CourseContent content, Store store) {
        this.course = content.course();
        this.questions = content.questions();
        this.quizzes = content.quizzes().stream().collect(Collectors.toMap(QuizDefinition::activitySlug, quiz -> quiz));
        this.store = store;
    }

    /** @return the files of the pack, by their paths, all in a folder named like the course */
    static SortedMap<String, PackZip.Part> write(CourseContent content, Store store) {
        var writer = new CoursePackWriter(content, store);
        writer.write();
        return writer.files;
    }

    private void write() {
        put("course.yaml", YamlText.write(manifest()));
        var printed = new TreeMap<String, NewActivity>();
        for (var section : course.sections()) {
            for (var activity : section.activities()) {
                if (activity.kind() == ActivityKind.LESSON) {
                    put("lessons/" + activity.slug() + ".md", lesson(activity));
                } else if (activity.kind() == ActivityKind.SHEET) {
                    printed.put(activity.mediaName(), activity);
                    if (activity.body() != null) {
                        put("sheets/" + activity.slug() + ".xhtml", activity.body());
                    }
                }
            }
        }
        questions.stream().collect(Collectors.groupingBy(QuestionDefinition::topic)).forEach(this::bank);
        course.media().forEach(file -> medium(file, printed.get(file.name())));
    }

    private void put(String path, String text) {
        var bytes = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        files.put(course.slug() + '/' + path, out -> out.write(bytes));
    }

    private Node manifest() {
        var manifest = new LinkedHashMap<String, Node>();
        manifest.put("slug", YamlText.text(course.slug()));
        manifest.put("code", YamlText.text(course.code()));
        manifest.put("language", YamlText.text(course.language()));
        manifest.put("organisation", YamlText.text(course.organisation()));
        manifest.put("title", YamlText.localized(course.title()));
        manifest.put("summary", YamlText.localized(course.summary()));
        manifest.put("outcomes", YamlText.lines(course.outcomes().stream().map(YamlText::localized).toList()));
        manifest.put("level", YamlText.text(YamlEntry.written(course.level())));
        manifest.put("hours", YamlText.number(course.hours()));
        manifest.put("passMark", YamlText.number(course.passMark()));
        manifest.put("audience", YamlText.text(YamlEntry.written(course.audience())));
        if (course.certificateTemplate() != null) {
            manifest.put("certificate", YamlText.text(course.certificateTemplate()));
        }
        manifest.put("topics", YamlText.lines(course.topics().stream().map(topic -> {
            var entry = new LinkedHashMap<String, Node>();
            entry.put("slug", YamlText.text(topic.slug()));
            entry.put("title", YamlText.localized(topic.title()));
            return YamlText.mapping(entry);
        }).toList()));
        manifest.put("sections", YamlText.lines(course.sections().stream().map(section -> {
            var entry = new LinkedHashMap<String, Node>();
            entry.put("slug", YamlText.text(section.slug()));
            entry.put("title", YamlText.localized(section.title()));
            entry.put("activities", YamlText.lines(section.activities().stream().map(this::activity).toList()));
            return YamlText.block(entry);
        }).toList()));
        return YamlText.block(manifest);
    }

    private Node activity(NewActivity activity) {
        var entry = new LinkedHashMap<String, Node>();
        switch (activity.kind()) {
            case LESSON -> {
                entry.put("lesson", YamlText.text(activity.slug()));
                completion(entry, activity, CompletionRule.ACKNOWLEDGED);
            }
            case SHEET -> sheet(activity, entry);
            case QUIZ -> quiz(activity, entry);
        }
        if (!activity.requires().isEmpty()) {
            entry.put("requires", YamlText.texts(activity.requires()));
        }
        if (activity.opensOn() != null) {
            entry.put("opensOn", YamlText.day(activity.opensOn()));
        }
        return activity.kind() == ActivityKind.QUIZ ? YamlText.block(entry) : YamlText.mapping(entry);
    }

    private static void completion(Map<String, Node> entry, NewActivity activity, CompletionRule usual) {
        if (activity.completion() != usual) {
            entry.put("completion", YamlText.text(YamlEntry.written(activity.completion())));
        }
    }

    private static void lists(Map<String, Node> entry, NewActivity activity, List<String> usualTopics) {
        if (!activity.topics().equals(usualTopics)) {
            entry.put("topics", YamlText.texts(activity.topics()));
        }
        if (!activity.outcomes().isEmpty()) {
            entry.put("outcomes", YamlText.texts(activity.outcomes()));
        }
    }

    private static void sheet(NewActivity activity, Map<String, Node> entry) {
        entry.put("sheet", YamlText.text(activity.slug()));
        if (!activity.mediaName().equals(activity.slug() + ".pdf")) {
            entry.put("file", YamlText.text(activity.mediaName()));
        }
        entry.put("title", YamlText.localized(activity.title()));
        if (activity.minutes() > 0) {
            entry.put("minutes", YamlText.number(activity.minutes()));
        }
        completion(entry, activity, CompletionRule.NONE);
        lists(entry, activity, List.of());
    }

    private void quiz(NewActivity activity, Map<String, Node> entry) {
        var quiz = quizzes.get(activity.slug());
        entry.put("quiz", YamlText.text(activity.slug()));
        entry.put("title", YamlText.localized(activity.title()));
        entry.put("purpose", YamlText.text(YamlEntry.written(quiz.purpose())));
        entry.put("minutes", YamlText.number(activity.minutes()));
        entry.put("completion", YamlText.text(YamlEntry.written(activity.completion())));
        lists(entry, activity, quiz.draws().stream().map(Draw::topic).filter(Objects::nonNull).distinct().toList());
        entry.putAll(QuizEntry.write(quiz));
    }

    private static String lesson(NewActivity activity) {
        var matter = new LinkedHashMap<String, Node>();
        matter.put("title", YamlText.localized(activity.title()));
        matter.put("minutes", YamlText.number(activity.minutes()));
        if (!activity.topics().isEmpty()) {
            matter.put("topics", YamlText.texts(activity.topics()));
        }
        if (!activity.outcomes().isEmpty()) {
            matter.put("outcomes", YamlText.lines(activity.outcomes().stream().map(YamlText::text).toList()));
        }
        return "---\n" + YamlText.write(YamlText.block(matter)) + "---\n" + activity.body();
    }

    /** What GIFT can say stands in GIFT, which authors know; the rest beside it. */
    private void bank(String topic, List<QuestionDefinition> ofTopic) {
        var gift = new ArrayList<String>();
        var others = new ArrayList<Node>();
        for (var question : ofTopic) {
            var written = GiftWriter.write(question);
            written.ifPresentOrElse(gift::add, () -> others.add(YamlQuestions.write(question)));
        }
        if (!gift.isEmpty()) {
            put("questions/" + topic + QuestionFile.GIFT, String.join("\n", gift));
        }
        if (!others.isEmpty()) {
            put("questions/" + topic + QuestionFile.YAML, YamlText.write(YamlText.lines(others)));
        }
    }

    /** @param sheet that the file was made from, or stands for; null if it is none */
    private void medium(NewMedia file, NewActivity sheet) {
        if (sheet == null) {
            put("media/" + file.name(), file);
        } else if (sheet.body() == null) {
            put((file.name().equals(sheet.slug() + ".pdf") ? "sheets/" : "media/") + file.name(), file);
        }
    }

    private void put(String path, NewMedia file) {
        files.put(course.slug() + '/' + path, file.bytes() == null ? out -> store.send(file, out)
                : out -> out.write(file.bytes()));
    }
}
