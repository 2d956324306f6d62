package id.sanggar.exchange;

import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.QuizDefinition;
import id.sanggar.authoring.CourseContent;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private final ContentFiles files;
    private final Surroundings around;
    private final String slug;
    private final String directory;
    private final Problems problems;

    private final Set<String> slugs = new HashSet<>();
    private final Map<String, LessonFile> lessons = new LinkedHashMap<>();
    private final Map<String, SheetSource> sheets = new LinkedHashMap<>();
    private final Set<String> sheetSlugs = new HashSet<>();
    private final Map<String, YamlEntry> requirements = new LinkedHashMap<>();
    private final Map<String, YamlEntry> quizzes = new LinkedHashMap<>();
    private final List<QuizDefinition> quizDefinitions = new ArrayList<>();
    private final Set<String> topics = new LinkedHashSet<>();
    private final PackMedia media;
    private int passMark;

    /**
     * What there is beside a pack.
     *
     * @param organisations slugs of those there are; empty where another will own the course anyway
     * @param templates slugs of the certificates there are
     */
    record Surroundings(Set<String> organisations, Set<String> templates) {

        static Surroundings in(ContentFiles files, Set<String> organisations) {
            return new Surroundings(organisations, Set.copyOf(files.directories("certificates/")));
        }
    }

    private CoursePackReader(ContentFiles files, String directory, Surroundings around, String slug,
            Problems problems) {
        this.files = files;
        this.around = around;
        this.slug = slug;
        this.directory = directory;
        this.problems = problems;
        this.media = new PackMedia(files, directory, problems);
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
        return read(files, COURSES + slug + '/', Surroundings.in(files, organisations), slug, problems);
    }

    /** @param directory where the pack lies; ends in a slash unless it is empty */
    static Optional<CoursePack> read(ContentFiles files, String directory, Surroundings around, String slug,
            Problems problems) {
        var before = problems.count();
        var pack = new CoursePackReader(files, directory, around, slug, problems).read();
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
        requirements.values().forEach(this::requireKnown);
        var bank = questions.values().stream().flatMap(List::stream).toList();
        quizzes.forEach((quiz, entry) -> quizDefinitions.add(QuizEntry.read(quiz, entry, passMark, bank)));
        var files = readMedia(bank);
        var organisation = course.slug("organisation");
        if (!around.organisations.isEmpty() && !around.organisations.contains(organisation)) {
            course.problem("organisation", "exchange.no-organisation", organisation);
        }
        var certificate = course.optionalSlug("certificate").filter(given -> !given.isEmpty()).orElse(null);
        if (certificate != null && !around.templates.contains(certificate)) {
            course.hint("certificate", "exchange.no-template", certificate);
            certificate = null;
        }
        var version = new NewCourseVersion(slug, course.text("code", CODE), organisation,
                course.text("language", LANGUAGE), course.one("audience", Audience.class),
                course.localized("title", 200), course.localized("summary", 400),
                course.entries("outcomes").stream().map(outcome -> outcome.asLocalized(300)).toList(), topicList,
                course.one("level", Level.class), course.number("hours", 1, 1000), passMark,
                certificate, sections, files, this.files.hash(directory));
        course.nothingElse();
        nothingUnused();
        return new CoursePack(new CourseContent(version, bank, quizDefinitions), List.copyOf(sheets.values()));
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
            var ending = path.endsWith(QuestionFile.YAML) ? QuestionFile.YAML : QuestionFile.GIFT;
            var topic = PackMedia.stem(path, ending, problems);
            if (!topics.contains(topic)) {
                problems.add(path, 0, "exchange.no-topic", topic);
            }
            questions.computeIfAbsent(topic, first -> new ArrayList<>())
                    .addAll(QuestionFile.read(files, path, topic, ids, problems));
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
        requirements.put(activity, entry);
        var requires = entry.texts("requires", 60);
        var opensOn = entry.has("opensOn") ? entry.date("opensOn") : null;
        var read = switch (kinds.get(0)) {
            case "lesson" -> lesson(activity, entry, requires, opensOn);
            case "sheet" -> sheet(activity, entry, requires, opensOn);
            default -> quiz(activity, entry, requires, opensOn);
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

    private void requireKnown(YamlEntry entry) {
        entry.texts("requires", 60).stream().filter(required -> !slugs.contains(required))
                .forEach(required -> entry.hint("requires", "exchange.no-activity", required));
    }

    private NewActivity lesson(String activity, YamlEntry entry, List<String> requires, LocalDate opensOn) {
        var lesson = LessonFile.read(files, directory + "lessons/" + activity + ".md", problems);
        lessons.put(activity, lesson);
        lesson.topics().forEach(topic -> requireTopic(lesson.path(), 1, topic));
        return new NewActivity(activity, ActivityKind.LESSON, lesson.title(), lesson.minutes(),
                completion(entry, CompletionRule.ACKNOWLEDGED), lesson.topics(), lesson.outcomes(), requires, opensOn,
                lesson.body(), null);
    }

    private void requireTopic(String path, int line, String topic) {
        if (!topics.contains(topic)) {
            problems.add(path, line, "exchange.no-topic", topic);
        }
    }

    /** What is read or printed is either acknowledged or needs nothing. */
    private static CompletionRule completion(YamlEntry entry, CompletionRule usual) {
        if (!entry.has("completion")) {
            return usual;
        }
        var completion = entry.one("completion", CompletionRule.class);
        if (completion != CompletionRule.ACKNOWLEDGED && completion != CompletionRule.NONE) {
            entry.problem("completion", "exchange.lesson-completion");
        }
        return completion;
    }

    private NewActivity sheet(String activity, YamlEntry entry, List<String> requires, LocalDate opensOn) {
        sheetSlugs.add(activity);
        var source = directory + "sheets/" + activity + ".xhtml";
        var finished = directory + "sheets/" + activity + ".pdf";
        var name = entry.optional("file").orElse(activity + ".pdf");
        if (!PackMedia.isName(name) || !name.endsWith(".pdf")) {
            entry.problem("file", "exchange.file-name", ".pdf");
        }
        String body = null;
        if (files.has(finished) && !files.has(source)) {
            media.add(finished, name);
        } else if (files.has(source) || !files.has(directory + "media/" + name)) {
            var sheet = SheetSource.read(files, source, name, problems);
            sheets.put(activity, sheet);
            body = sheet.xhtml();
        }
        var topicsOfSheet = entry.texts("topics", 60);
        topicsOfSheet.forEach(topic -> requireTopic(directory + "course.yaml", entry.line("topics"), topic));
        return new NewActivity(activity, ActivityKind.SHEET, entry.localized("title", 200),
                entry.optionalNumber("minutes", 0, 600).orElse(0), completion(entry, CompletionRule.NONE),
                topicsOfSheet, entry.texts("outcomes", 300), requires, opensOn, body, name);
    }

    private NewActivity quiz(String activity, YamlEntry entry, List<String> requires, LocalDate opensOn) {
        quizzes.put(activity, entry);
        var completion = entry.one("completion", CompletionRule.class);
        if (completion != CompletionRule.PASSED && completion != CompletionRule.SUBMITTED) {
            entry.problem("completion", "exchange.quiz-completion");
        }
        var asked = entry.has("topics") ? entry.texts("topics", 60) : QuizEntry.topics(entry);
        return new NewActivity(activity, ActivityKind.QUIZ, entry.localized("title", 200),
                entry.number("minutes", 1, 600), completion, asked, entry.texts("outcomes", 300), requires, opensOn,
                null, null);
    }

    private List<NewMedia> readMedia(List<QuestionDefinition> bank) {
        media.read();
        var ids = bank.stream().map(QuestionDefinition::slug).collect(Collectors.toSet());
        var shown = new HashSet<String>();
        lessons.values().forEach(lesson -> shown.addAll(
                new LessonCheck(lesson, lessons.keySet(), sheetSlugs, media.names(), ids, problems).check()));
        bank.stream().map(QuestionFile::picture).flatMap(Optional::stream).forEach(shown::add);
        media.requireShown(shown);
        return media.files();
    }

    private void nothingUnused() {
        var used = new HashSet<>(Set.of(directory + "course.yaml"));
        used.addAll(lessons.values().stream().map(LessonFile::path).collect(Collectors.toSet()));
        used.addAll(sheets.values().stream().map(SheetSource::path).collect(Collectors.toSet()));
        used.addAll(files.under(directory + "questions/"));
        used.addAll(media.paths());
        files.under(directory).stream().filter(path -> !used.contains(path))
                .forEach(path -> problems.add(path, 0, "exchange.not-named"));
    }
}
