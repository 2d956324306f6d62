package id.sanggar.authoring;

import id.sanggar.assessment.Draw;
import id.sanggar.assessment.FixedQuestion;
import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.QuizDefinition;
import id.sanggar.assessment.QuizNeeds;
import id.sanggar.authoring.Finding.Place;
import id.sanggar.authoring.Finding.Severity;
import id.sanggar.course.ActivityKind;
import id.sanggar.course.CompletionRule;
import id.sanggar.course.LessonDocument;
import id.sanggar.course.NewCourseVersion.NewActivity;
import id.sanggar.course.NewCourseVersion.NewMedia;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;

/**
 * Looks through a course that is about to be published for what would break its learners (that blocks) and for what
 * would hurt them (that warns). A pure function of the content; nothing is fetched, so of links into the web only the
 * form is looked at.
 */
public final class PublishCheck {

    /** What a lesson may transfer at first, in bytes: the budget of a learner's page. */
    static final int LESSON_BUDGET = 50_000;

    private static final Pattern WEB = Pattern.compile("https://[a-zA-Z0-9.-]+\\.[a-z]{2,}(?::[0-9]+)?(?:[/?#]\\S*)?");
    private static final Pattern PLAYED = Pattern.compile(".*\\.(mp4|webm|mp3|m4a|ogg|oga|opus|wav)");

    private final CourseContent content;
    private final Map<String, Integer> bytes;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, NewActivity> activities = new LinkedHashMap<>();
    private final Map<String, QuizDefinition> quizzes;
    private final Map<String, QuestionDefinition> questions;
    private final Set<String> files;

    private final LocalDate today;

    private PublishCheck(CourseContent content, Map<String, Integer> bytes, LocalDate today) {
        this.content = content;
        this.bytes = bytes;
        this.today = today;
        content.course().sections().forEach(section -> section.activities()
                .forEach(activity -> activities.put(activity.slug(), activity)));
        quizzes = content.quizzes().stream()
                .collect(Collectors.toMap(QuizDefinition::activitySlug, Function.identity(), (one, same) -> one));
        questions = content.questions().stream().filter(QuestionDefinition::isReady)
                .collect(Collectors.toMap(QuestionDefinition::slug, Function.identity(), (one, same) -> one));
        files = content.course().media().stream().map(NewMedia::name).collect(Collectors.toSet());
    }

    /**
     * @param content as it would be published
     * @param bytes what opening an activity transfers, by its slug
     * @param today in Central Indonesia
     * @return what blocks first
     */
    public static List<Finding> of(CourseContent content, Map<String, Integer> bytes, LocalDate today) {
        var check = new PublishCheck(content, bytes, today);
        check.course();
        check.activities.values().forEach(check::activity);
        check.questions();
        return check.findings.stream().sorted(Comparator.comparing(Finding::severity)).toList();
    }

    private void course() {
        var course = content.course();
        var title = course.title();
        if (course.title().id().isBlank()) {
            add(Severity.BLOCKS, Place.SETTINGS, "", title, "authoring.check-course-title");
        }
        if (course.summary().id().isBlank()) {
            add(Severity.BLOCKS, Place.SETTINGS, "", title, "authoring.check-summary");
        }
        if (activities.isEmpty()) {
            add(Severity.BLOCKS, Place.OUTLINE, "", title, "authoring.check-no-activity");
        } else if (activities.values().stream().allMatch(activity -> activity.completion() == CompletionRule.NONE)) {
            add(Severity.BLOCKS, Place.OUTLINE, "", title, "authoring.check-nothing-required");
        }
        course.sections().forEach(section -> {
            if (section.title().id().isBlank()) {
                add(Severity.BLOCKS, Place.OUTLINE, "", title, "authoring.check-section-title");
            }
        });
        if (course.outcomes().isEmpty()) {
            add(Severity.WARNS, Place.SETTINGS, "", title, "authoring.check-outcomes");
        }
        if (isUntranslated(course.title()) || isUntranslated(course.summary())
                || course.outcomes().stream().anyMatch(PublishCheck::isUntranslated)) {
            add(Severity.WARNS, Place.SETTINGS, "", title, "authoring.check-untranslated-course");
        }
        var untranslated = course.sections().stream().filter(section -> isUntranslated(section.title())).count()
                + activities.values().stream().filter(activity -> isUntranslated(activity.title())).count();
        if (untranslated > 0) {
            add(Severity.WARNS, Place.OUTLINE, "", title, "authoring.check-untranslated", untranslated);
        }
    }

    private static boolean isUntranslated(LocalizedText text) {
        return !text.id().isBlank() && text.en().isBlank();
    }

    private void activity(NewActivity activity) {
        if (activity.title().id().isBlank()) {
            blocks(activity, "authoring.check-title");
        }
        reachable(activity);
        completable(activity);
        switch (activity.kind()) {
            case LESSON -> lesson(activity);
            case QUIZ -> quiz(activity);
            case SHEET -> sheet(activity);
        }
    }

    private void reachable(NewActivity activity) {
        activity.requires().stream().filter(slug -> !activities.containsKey(slug)).forEach(slug ->
                add(Severity.BLOCKS, Place.OUTLINE, activity.slug(), activity.title(),
                        "authoring.check-requires-unknown", slug));
        activity.requires().stream().map(activities::get)
                .filter(required -> required != null && required.completion() == CompletionRule.NONE)
                .forEach(required -> add(Severity.BLOCKS, Place.OUTLINE, activity.slug(), activity.title(),
                        "authoring.check-requires-optional", required.title()));
        if (needs(activity.slug(), activity.slug(), new HashSet<>())) {
            add(Severity.BLOCKS, Place.OUTLINE, activity.slug(), activity.title(), "authoring.check-requires-itself");
        }
    }

    /** Whether one must do the wanted activity before this one, directly or through others. */
    private boolean needs(String slug, String wanted, Set<String> seen) {
        return seen.add(slug) && activities.containsKey(slug) && activities.get(slug).requires().stream()
                .anyMatch(required -> required.equals(wanted) || needs(required, wanted, seen));
    }

    private void completable(NewActivity activity) {
        var possible = switch (activity.kind()) {
            case LESSON, SHEET -> Set.of(CompletionRule.ACKNOWLEDGED, CompletionRule.NONE);
            case QUIZ -> Set.of(CompletionRule.SUBMITTED, CompletionRule.PASSED, CompletionRule.NONE);
        };
        if (!possible.contains(activity.completion())) {
            add(Severity.BLOCKS, Place.OUTLINE, activity.slug(), activity.title(), "authoring.check-completion");
        }
    }

    private void lesson(NewActivity lesson) {
        var body = lesson.body() == null ? "" : lesson.body();
        if (body.isBlank()) {
            blocks(lesson, "authoring.check-empty-lesson");
            return;
        }
        LessonDocument.parse(body).accept(new References(lesson));
        var weight = bytes.getOrDefault(lesson.slug(), 0);
        if (weight > LESSON_BUDGET) {
            warns(lesson, "authoring.check-weight", (weight + 999) / 1000, LESSON_BUDGET / 1000);
        }
        if ("id".equals(content.course().language())) {
            var level = ReadingLevel.of(LessonDocument.plainText(body));
            if (level.isHard()) {
                warns(lesson, "authoring.check-reading", Math.round(level.sentenceLength()),
                        Math.round(100 * level.longWords()));
            }
        }
    }

    private void sheet(NewActivity sheet) {
        if (sheet.mediaName() == null || sheet.mediaName().isBlank()) {
            blocks(sheet, "authoring.check-sheet-file");
        } else if (!files.contains(sheet.mediaName())) {
            blocks(sheet, "authoring.check-no-file", sheet.mediaName());
        }
    }

    private void quiz(NewActivity activity) {
        var quiz = quizzes.get(activity.slug());
        if (quiz == null || quiz.questions() == 0) {
            blocks(activity, "authoring.check-no-questions");
            return;
        }
        QuizNeeds.of(quiz, content.questions()).shortages().forEach(need -> {
            if (need.slot() instanceof FixedQuestion fixed) {
                blocks(activity, "authoring.check-question-not-ready", fixed.question());
            } else if (need.slot() instanceof Draw draw) {
                blocks(activity, "authoring.check-too-few", draw.count(), asked(draw), need.got());
            }
        });
        var closes = quiz.rules().closesOn();
        if (closes != null && closes.isBefore(today)) {
            blocks(activity, "authoring.check-closed", LocalizedText.of(closes));
        }
    }

    /** What a draw asks for, as the bank names it. */
    private static String asked(Draw draw) {
        return Stream.of(draw.topic(), draw.tag() == null ? null : "#" + draw.tag())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private void questions() {
        questions.values().forEach(question -> {
            var body = question.body();
            if (body.generalFeedback().isBlank()
                    && body.options().stream().allMatch(option -> option.feedback().isBlank())
                    && !body.isGradedByHand()) {
                add(Severity.WARNS, Place.QUESTION, question.slug(),
                        new LocalizedText(question.title(), question.title()), "authoring.check-feedback");
            }
        });
    }

    private void blocks(NewActivity activity, String key, Object... arguments) {
        add(Severity.BLOCKS, place(activity.kind()), activity.slug(), activity.title(), key, arguments);
    }

    private void warns(NewActivity activity, String key, Object... arguments) {
        add(Severity.WARNS, place(activity.kind()), activity.slug(), activity.title(), key, arguments);
    }

    private void add(Severity severity, Place place, String slug, LocalizedText title, String key,
            Object... arguments) {
        var finding = new Finding(severity, new Message(key, arguments), place, slug, title);
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    private static Place place(ActivityKind kind) {
        return switch (kind) {
            case LESSON -> Place.LESSON;
            case QUIZ -> Place.QUIZ;
            case SHEET -> Place.SHEET;
        };
    }

    /** What a lesson shows and where its links lead. */
    private final class References extends AbstractVisitor {

        private final NewActivity lesson;

        References(NewActivity lesson) {
            this.lesson = lesson;
        }

        @Override
        public void visit(Link link) {
            var destination = link.getDestination();
            var name = destination.substring(destination.indexOf(':') + 1);
            if (destination.startsWith("lesson:")) {
                require(isOf(name, ActivityKind.LESSON), "authoring.check-no-lesson", name);
            } else if (destination.startsWith("sheet:")) {
                require(isOf(name, ActivityKind.SHEET), "authoring.check-no-sheet", name);
            } else if (destination.startsWith("media:")) {
                require(files.contains(name), "authoring.check-no-file", name);
            } else if (!WEB.matcher(destination).matches()) {
                warns(lesson, "authoring.check-link", destination);
            }
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            var destination = image.getDestination();
            var name = destination.substring(destination.indexOf(':') + 1);
            if (destination.startsWith("question:")) {
                require(questions.containsKey(name), "authoring.check-no-question", name);
                return;
            }
            if (!destination.startsWith("media:")) {
                blocks(lesson, "authoring.check-foreign-picture", destination);
                return;
            }
            require(files.contains(name), "authoring.check-no-file", name);
            require(image.getFirstChild() != null, "authoring.check-alt", name);
            if (PLAYED.matcher(name).matches()) {
                var stem = name.substring(0, name.lastIndexOf('.'));
                if (!files.contains(stem + ".vtt") && !files.contains(stem + ".txt")) {
                    warns(lesson, "authoring.check-captions", name);
                }
            }
        }

        private boolean isOf(String slug, ActivityKind kind) {
            return activities.containsKey(slug) && activities.get(slug).kind() == kind;
        }

        private void require(boolean right, String key, String name) {
            if (!right) {
                blocks(lesson, key, name);
            }
        }
    }
}
