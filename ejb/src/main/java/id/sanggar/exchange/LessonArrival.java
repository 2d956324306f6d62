package id.sanggar.exchange;

import id.sanggar.authoring.CourseContent;
import id.sanggar.course.ActivityKind;
import id.sanggar.course.CompletionRule;
import id.sanggar.course.LessonDocument;
import id.sanggar.course.NewCourseVersion.NewActivity;
import id.sanggar.course.NewCourseVersion.NewMedia;
import id.sanggar.course.NewCourseVersion.NewSection;
import id.sanggar.course.Outline;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import id.sanggar.shared.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lessons on their way into a section of a draft. */
final class LessonArrival {

    private static final int MOST = 200;
    private static final int LONGEST = 300_000;
    private static final int WORDS_A_MINUTE = 150;

    private LessonArrival() {
    }

    static Arrival read(String file, byte[] bytes, String section, boolean split, Destination to,
            Problems problems) {
        var written = written(file, bytes, split, problems).orElse(null);
        if (written == null || !problems.isEmpty() || written.lessons().isEmpty()) {
            return Arrival.refused(problems);
        }
        if (written.lessons().size() > MOST) {
            problems.add(file, 0, "exchange.too-many-lessons", written.lessons().size(), MOST);
            return Arrival.refused(problems);
        }
        for (var lesson : written.lessons()) {
            if (lesson.body().length() > LONGEST) {
                problems.add(lesson.file(), 0, "exchange.lesson-too-long", lesson.title().id(), LONGEST);
            }
        }
        return problems.isEmpty() ? arrive(written, section, to, problems) : Arrival.refused(problems);
    }

    private static Optional<WrittenLessons> written(String file, byte[] bytes, boolean split, Problems problems) {
        return switch (FileName.ending(file)) {
            case ".docx", ".docm", ".doc" -> WordDocument.read(file, bytes, split, problems);
            case ".md", ".markdown", ".txt" -> MarkdownDocument.read(file, bytes, problems);
            case ".zip" -> MarkdownDocument.readZip(file, bytes, problems);
            default -> {
                problems.add(file, 0, "exchange.lesson-file");
                yield Optional.empty();
            }
        };
    }

    private static Arrival arrive(WrittenLessons written, String sectionSlug, Destination to, Problems problems) {
        var draft = to.draft();
        var names = names(written.media(), draft);
        var slugs = new FreeSlug(to.activitySlugs());
        var bodies = new HashSet<String>();
        draft.course().sections().forEach(each -> each.activities().forEach(activity -> bodies.add(activity.body())));
        var added = new ArrayList<NewActivity>();
        var comes = new ArrayList<Message>();
        for (var lesson : written.lessons()) {
            var body = renamed(lesson.body(), names);
            if (!bodies.add(body)) {
                problems.hint(lesson.file(), 0, "exchange.lesson-known", lesson.title().id());
                continue;
            }
            var slug = slugs.of(lesson.title().id(), "pelajaran");
            var topics = lesson.topics().stream().filter(topic -> knows(draft, topic)).toList();
            lesson.topics().stream().filter(topic -> !knows(draft, topic))
                    .forEach(topic -> problems.hint(lesson.file(), 0, "exchange.topic-left", topic));
            added.add(new NewActivity(slug, ActivityKind.LESSON, lesson.title(), minutes(lesson),
                    CompletionRule.ACKNOWLEDGED, topics, lesson.outcomes(), List.of(), null, body, null));
            comes.add(new Message("exchange.comes-lesson", lesson.title().id()));
        }
        var files = files(written.media(), names, draft, added);
        files.forEach(file -> comes.add(new Message("exchange.comes-file", file.name())));
        var counts = new ArrayList<Message>();
        counts.add(new Message("exchange.count-lessons", String.valueOf(added.size())));
        if (!files.isEmpty()) {
            counts.add(new Message("exchange.count-files", String.valueOf(files.size())));
        }
        var sections = added.isEmpty() ? draft.course().sections() : with(added, sectionSlug, draft, comes);
        return new Arrival(new CourseContent(draft.course().in(sections), List.of(), draft.quizzes()), List.of(), files,
                new ImportPlan(counts, comes, List.of(), List.of(), problems.hints()));
    }

    private static boolean knows(CourseContent draft, String topic) {
        return draft.course().topics().stream().map(Outline.Topic::slug).anyMatch(topic::equals);
    }

    private static int minutes(WrittenLesson lesson) {
        var words = LessonDocument.plainText(lesson.body()).split("\\s+").length;
        return lesson.minutes() > 0 ? lesson.minutes() : Math.min(60, Math.max(1, words / WORDS_A_MINUTE));
    }

    /** What the pictures are called in the course, where other files have their names already. */
    private static Map<String, String> names(Map<String, byte[]> media, CourseContent draft) {
        var taken = new HashSet<String>();
        draft.course().media().forEach(file -> taken.add(file.name()));
        var names = new TreeMap<String, String>();
        for (var file : new TreeMap<>(media).entrySet()) {
            var same = draft.course().media().stream().filter(NewMedia::isStored)
                    .filter(known -> known.sha256().equals(Sha256.of(file.getValue()))).findFirst();
            var ending = FileName.ending(file.getKey());
            var stem = file.getKey().substring(0, file.getKey().length() - ending.length());
            var name = same.map(NewMedia::name).orElse(file.getKey());
            for (var number = 2; same.isEmpty() && !taken.add(name); number++) {
                name = stem + '-' + number + ending;
            }
            names.put(file.getKey(), name);
        }
        return names;
    }

    private static String renamed(String body, Map<String, String> names) {
        var renamed = body;
        for (var name : names.entrySet()) {
            if (!name.getKey().equals(name.getValue())) {
                renamed = MediaReferences.renamed(renamed, name.getKey(), name.getValue());
            }
        }
        return renamed;
    }

    /** Those that a lesson which comes shows, and that are not there already. */
    private static List<NewMedia> files(Map<String, byte[]> media, Map<String, String> names, CourseContent draft,
            List<NewActivity> added) {
        var files = new ArrayList<NewMedia>();
        names.forEach((was, name) -> {
            var shown = added.stream().anyMatch(lesson -> lesson.body().contains("media:" + name));
            var there = draft.course().media().stream().anyMatch(known -> known.name().equals(name));
            if (shown && !there) {
                files.add(new NewMedia(name, "", Arrays.copyOf(media.get(was), media.get(was).length), null));
            }
        });
        return files;
    }

    private static List<NewSection> with(List<NewActivity> added, String slug, CourseContent draft,
            List<Message> comes) {
        var sections = new ArrayList<NewSection>();
        var found = false;
        for (var section : draft.course().sections()) {
            if (section.slug().equals(slug)) {
                found = true;
                var all = new ArrayList<>(section.activities());
                all.addAll(added);
                sections.add(new NewSection(section.slug(), section.title(), all));
            } else {
                sections.add(section);
            }
        }
        if (!found) {
            var taken = new HashSet<String>();
            draft.course().sections().forEach(section -> taken.add(section.slug()));
            var title = new LocalizedText("Bagian baru", "New section");
            comes.add(0, new Message("exchange.comes-section", title.id()));
            sections.add(new NewSection(new FreeSlug(taken).of(title.id(), "bagian"), title, added));
        }
        return sections;
    }
}
