package id.sanggar.exchange;

import id.sanggar.assessment.Draw;
import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.QuizDefinition;
import id.sanggar.assessment.QuizLayout;
import id.sanggar.assessment.QuizPurpose;
import id.sanggar.assessment.ReviewPolicy;
import id.sanggar.course.ActivityKind;
import id.sanggar.course.Audience;
import id.sanggar.course.CompletionRule;
import id.sanggar.course.Level;
import id.sanggar.course.NewCourseVersion;
import id.sanggar.course.NewCourseVersion.NewActivity;
import id.sanggar.course.NewCourseVersion.NewMedia;
import id.sanggar.course.NewCourseVersion.NewSection;
import id.sanggar.course.Outline;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Slug;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a course pack, whose form is told in {@code docs/course-packs.md}, and finds everything that is wrong with it
 * in one go.
 */
public final class CoursePackReader {

    private static final String COURSES = "courses/";
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,8}");
    private static final Pattern LANGUAGE = Pattern.compile("id|en");
    private static final String DRAWING = "image/svg+xml";

    private final ContentFiles files;
    private final Set<String> organisations;
    private final String slug;
    private final String directory;
    private final Problems problems;

    private final Set<String> slugs = new HashSet<>();
    private final Map<String, LessonFile> lessons = new LinkedHashMap<>();
    private final Map<String, SheetSource> sheets = new LinkedHashMap<>();
    private final Map<String, YamlEntry> quizzes = new LinkedHashMap<>();
    private final List<QuizDefinition> quizDefinitions = new ArrayList<>();
    private final Set<String> topics = new LinkedHashSet<>();
    private int passMark;

    private CoursePackReader(ContentFiles files, Set<String> organisations, String slug, Problems problems) {
        this.files = files;
        this.organisations = organisations;
        this.slug = slug;
        this.directory = COURSES + slug + '/';
        this.problems = problems;
    }

    /** The slugs of all packs there are. */
    public static List<String> packs(ContentFiles files) {
        return files.directories(COURSES);
    }

    /** The hash of everything a pack consists of, without reading what it says. */
    public static String hash(ContentFiles files, String slug) {
        return files.hash(COURSES + slug + '/');
    }

    /**
     * @param organisations slugs of those there are
     * @param problems takes up what is wrong
     * @return nothing if anything is wrong
     */
    public static Optional<CoursePack> read(ContentFiles files, Set<String> organisations, String slug,
            Problems problems) {
        var before = problems.count();
        var pack = new CoursePackReader(files, organisations, slug, problems).read();
        return problems.count() == before ? Optional.of(pack) : Optional.empty();
    }

    private CoursePack read() {
        var path = directory + "course.yaml";
        var course = YamlEntry.mapping(path, files.text(path, problems), problems);
        if (!course.slug("slug").equals(slug)) {
            course.problem("slug", "exchange.slug-of-directory", slug);
        }
        passMark = course.number("passMark", 0, 100);
        var topicList = readTopics(course);
        var questions = readQuestions();
        var sections = readSections(course);
        quizzes.forEach((quiz, entry) -> quizDefinitions.add(quiz(quiz, entry, questions)));
        var media = readMedia();
        var organisation = course.slug("organisation");
        if (!organisations.contains(organisation)) {
            course.problem("organisation", "exchange.no-organisation", organisation);
        }
        var certificate = course.optionalSlug("certificate").orElse(null);
        if (certificate != null && !files.has("certificates/" + certificate + "/template.xhtml")) {
            course.problem("certificate", "exchange.no-template", certificate);
        }
        var version = new NewCourseVersion(slug, course.text("code", CODE), organisation,
                course.text("language", LANGUAGE), course.one("audience", Audience.class),
                course.localized("title", 200), course.localized("summary", 400),
                course.entries("outcomes").stream().map(outcome -> outcome.asLocalized(300)).toList(), topicList,
                course.one("level", Level.class), course.number("hours", 1, 1000), passMark,
                certificate, sections, media, hash(files, slug));
        course.nothingElse();
        nothingUnused();
        return new CoursePack(version, List.copyOf(sheets.values()),
                questions.values().stream().flatMap(List::stream).toList(), List.copyOf(quizDefinitions));
    }

    private List<Outline.Topic> readTopics(YamlEntry course) {
        return course.entries("topics").stream().map(entry -> {
            var topic = new Outline.Topic(entry.slug("slug"), entry.localized("title", 200));
            if (!topics.add(topic.slug())) {
                entry.problem("slug", "exchange.topic-twice", topic.slug());
            }
            entry.nothingElse();
            return topic;
        }).toList();
    }

    /** The bank, by topic. */
    private Map<String, List<QuestionDefinition>> readQuestions() {
        var ids = new HashSet<String>();
        var questions = new LinkedHashMap<String, List<QuestionDefinition>>();
        for (var path : files.under(directory + "questions/")) {
            var topic = name(path, ".gift");
            if (!topics.contains(topic)) {
                problems.add(path, 0, "exchange.no-topic", topic);
            }
            questions.put(topic, QuestionFile.read(files, path, topic, ids, problems));
        }
        return questions;
    }

    private List<NewSection> readSections(YamlEntry course) {
        var sectionSlugs = new HashSet<String>();
        return course.entries("sections").stream().map(section -> {
            var sectionSlug = section.slug("slug");
            if (!sectionSlugs.add(sectionSlug)) {
                section.problem("slug", "exchange.section-twice", sectionSlug);
            }
            var title = section.localized("title", 200);
            var activities = section.entries("activities").stream().map(this::activity).toList();
            section.nothingElse();
            return new NewSection(sectionSlug, title, activities);
        }).toList();
    }

    private NewActivity activity(YamlEntry entry) {
        var kinds = Set.of("lesson", "quiz", "sheet").stream().filter(entry::has).toList();
        if (kinds.size() != 1) {
            problems.add(directory + "course.yaml", entry.line(), "exchange.one-activity");
            return nothing();
        }
        var activity = entry.slug(kinds.get(0));
        if (!slugs.add(activity)) {
            entry.problem(kinds.get(0), "exchange.activity-twice", activity);
        }
        var read = switch (kinds.get(0)) {
            case "lesson" -> lesson(activity);
            case "sheet" -> sheet(activity, entry);
            default -> quiz(activity, entry);
        };
        if (!kinds.contains("quiz")) {
            entry.nothingElse();
        }
        return read;
    }

    private static NewActivity nothing() {
        return new NewActivity("", ActivityKind.LESSON, new LocalizedText("", ""), 0, CompletionRule.NONE, List.of(),
                List.of(), List.of(), null, "", null);
    }

    private NewActivity lesson(String activity) {
        var lesson = LessonFile.read(files, directory + "lessons/" + activity + ".md", problems);
        lessons.put(activity, lesson);
        lesson.topics().stream().filter(topic -> !topics.contains(topic))
                .forEach(topic -> problems.add(lesson.path(), 1, "exchange.no-topic", topic));
        return new NewActivity(activity, ActivityKind.LESSON, lesson.title(), lesson.minutes(),
                CompletionRule.ACKNOWLEDGED, lesson.topics(), lesson.outcomes(), List.of(), null, lesson.body(),
                null);
    }

    private NewActivity sheet(String activity, YamlEntry entry) {
        var sheet = SheetSource.read(files, directory + "sheets/" + activity + ".xhtml", activity, problems);
        sheets.put(activity, sheet);
        return new NewActivity(activity, ActivityKind.SHEET, entry.localized("title", 200),
                entry.optionalNumber("minutes", 0, 600).orElse(0), CompletionRule.NONE, List.of(), List.of(), List.of(),
                null, sheet.xhtml(), sheet.media());
    }

    private NewActivity quiz(String activity, YamlEntry entry) {
        quizzes.put(activity, entry);
        var completion = entry.one("completion", CompletionRule.class);
        if (completion != CompletionRule.PASSED && completion != CompletionRule.SUBMITTED) {
            entry.problem("completion", "exchange.quiz-completion");
        }
        var asked = entry.optionalEntries("draw").stream()
                .map(draw -> draw.optional("topic").orElse(""))
                .distinct()
                .toList();
        return new NewActivity(activity, ActivityKind.QUIZ, entry.localized("title", 200),
                entry.number("minutes", 1, 600), completion, asked, List.of(), List.of(), null, null, null);
    }

    private QuizDefinition quiz(String activity, YamlEntry entry, Map<String, List<QuestionDefinition>> bank) {
        var draws = new ArrayList<Draw>();
        var drawn = new HashSet<String>();
        for (var draw : entry.entries("draw")) {
            var topic = draw.slug("topic");
            var count = draw.number("count", 1, 100);
            var there = bank.getOrDefault(topic, List.of()).size();
            if (there < count) {
                draw.hint("topic", "exchange.draws-too-many", activity, count, topic, there);
            }
            if (!drawn.add(topic)) {
                draw.problem("topic", "exchange.draws-twice", activity, topic);
            }
            draw.nothingElse();
            if (!topic.isEmpty()) {
                draws.add(new Draw(topic, count));
            }
        }
        var quiz = new QuizDefinition(activity, entry.one("purpose", QuizPurpose.class),
                boxed(entry.optionalNumber("timeLimit", 1, 600)), boxed(entry.optionalNumber("attempts", 1, 100)),
                entry.optionalNumber("passMark", 0, 100).orElse(passMark), entry.one("layout", QuizLayout.class),
                entry.one("review", ReviewPolicy.class), draws);
        entry.nothingElse();
        return quiz;
    }

    private static Integer boxed(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private List<NewMedia> readMedia() {
        var media = new ArrayList<NewMedia>();
        var names = new TreeSet<String>();
        for (var path : files.under(directory + "media/")) {
            var drawing = name(path, ".svg") + ".svg";
            DrawingCheck.check(files, path, problems);
            names.add(drawing);
            media.add(new NewMedia(drawing, DRAWING, files.bytes(path), null));
        }
        var shown = new HashSet<String>();
        lessons.values().forEach(lesson -> shown.addAll(
                new LessonCheck(lesson, lessons.keySet(), sheets.keySet(), names, problems).check()));
        names.stream().filter(name -> !shown.contains(name))
                .forEach(name -> problems.hint(directory + "media/" + name, 0, "exchange.not-shown"));
        return media;
    }

    private void nothingUnused() {
        var used = new HashSet<>(Set.of(directory + "course.yaml"));
        used.addAll(lessons.values().stream().map(LessonFile::path).collect(Collectors.toSet()));
        used.addAll(sheets.values().stream().map(SheetSource::path).collect(Collectors.toSet()));
        used.addAll(files.under(directory + "questions/"));
        used.addAll(files.under(directory + "media/"));
        files.under(directory).stream().filter(path -> !used.contains(path))
                .forEach(path -> problems.add(path, 0, "exchange.not-named"));
    }

    /** The name of a file without its ending; another ending, or a name that is no slug, is a problem. */
    private String name(String path, String ending) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        var stem = name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : "";
        if (!Slug.isValid(stem)) {
            problems.add(path, 0, "exchange.file-name", ending);
        }
        return stem;
    }
}
