package id.sanggar.authoring;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.QuizDefinition;
import id.sanggar.course.ActivityKind;
import id.sanggar.course.NewCourseVersion;
import id.sanggar.course.NewCourseVersion.NewActivity;
import id.sanggar.course.NewCourseVersion.NewMedia;
import id.sanggar.course.NewCourseVersion.NewSection;
import id.sanggar.shared.LocalizedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of a course between two of its states. Sections, activities and questions are known by their slugs.
 *
 * @param settings of the course itself
 * @param files names of files that were put in place of others, added or taken out
 */
public record CourseDifference(List<Setting> settings, List<Section> sections, List<Activity> activities,
        List<Question> questions, List<String> files) {

    public CourseDifference {
        settings = List.copyOf(settings);
        sections = List.copyOf(sections);
        activities = List.copyOf(activities);
        questions = List.copyOf(questions);
        files = List.copyOf(files);
    }

    /** How a thing fared. */
    public enum Fate {
        ADDED, REMOVED, CHANGED, MOVED
    }

    /**
     * A setting before and after, as written.
     *
     * @param name e.g. {@code title-en}
     */
    public record Setting(String name, String before, String after) {
    }

    /** A chapter. */
    public record Section(String slug, LocalizedText title, Fate fate) {
    }

    /**
     * An activity.
     *
     * @param fate {@code MOVED} where nothing else happened to it
     * @param text what became of its text; null where that is as it was or it has none
     * @param substantial whether learners meet something else than before, and not only another title or other minutes
     */
    public record Activity(String slug, ActivityKind kind, LocalizedText title, Fate fate, boolean moved,
            List<Setting> settings, LessonDifference text, boolean substantial) {

        public Activity {
            settings = List.copyOf(settings);
        }
    }

    /** A question of the bank. */
    public record Question(String slug, String title, Fate fate, LessonDifference text) {
    }

    /** Between a course that was not there and this one, everything is added. */
    public static CourseDifference between(CourseContent before, CourseContent after) {
        return new Comparing(before, after).difference();
    }

    public boolean isNothing() {
        return settings.isEmpty() && sections.isEmpty() && activities.isEmpty() && questions.isEmpty()
                && files.isEmpty();
    }

    private static final class Comparing {

        /** What changes only what is said about an activity. */
        private static final Set<String> DESCRIPTIONS =
                Set.of("title-id", "title-en", "minutes", "topics", "outcomes");

        private final CourseContent before;
        private final CourseContent after;
        private final Map<String, NewActivity> old;
        private final Map<String, NewActivity> now;
        private final Map<String, QuizDefinition> oldQuizzes;
        private final Map<String, QuizDefinition> quizzes;
        private final Set<String> changedFiles;

        Comparing(CourseContent before, CourseContent after) {
            this.before = before;
            this.after = after;
            old = activities(before);
            now = activities(after);
            oldQuizzes = quizzes(before);
            quizzes = quizzes(after);
            changedFiles = changedFiles(files(before), files(after));
        }

        CourseDifference difference() {
            return new CourseDifference(course(), sections(), activities(), questions(),
                    changedFiles.stream().sorted().toList());
        }

        private List<Setting> course() {
            var settings = new Settings();
            var one = before == null ? null : before.course();
            var other = after.course();
            settings.compare("title", one, other, NewCourseVersion::title);
            settings.compare("summary", one, other, NewCourseVersion::summary);
            settings.add("course-outcomes", one, other, course -> lines(course.outcomes()));
            settings.add("topics", one, other, course -> course.topics().stream()
                    .map(topic -> topic.slug() + ": " + topic.title().id() + " / " + topic.title().en())
                    .collect(Collectors.joining("\n")));
            settings.add("level", one, other, NewCourseVersion::level);
            settings.add("hours", one, other, NewCourseVersion::hours);
            settings.add("pass-mark", one, other, NewCourseVersion::passMark);
            settings.add("audience", one, other, NewCourseVersion::audience);
            settings.add("language", one, other, NewCourseVersion::language);
            settings.add("certificate", one, other, NewCourseVersion::certificateTemplate);
            settings.add("code", one, other, NewCourseVersion::code);
            return before == null ? List.of() : settings.list;
        }

        private List<Section> sections() {
            var known = bySlug(before);
            var wanted = bySlug(after);
            var sections = new ArrayList<Section>();
            wanted.forEach((slug, section) -> {
                if (!known.containsKey(slug)) {
                    sections.add(new Section(slug, section.title(), Fate.ADDED));
                } else if (!known.get(slug).title().equals(section.title())) {
                    sections.add(new Section(slug, section.title(), Fate.CHANGED));
                }
            });
            known.forEach((slug, section) -> {
                if (!wanted.containsKey(slug)) {
                    sections.add(new Section(slug, section.title(), Fate.REMOVED));
                }
            });
            return sections;
        }

        private List<Activity> activities() {
            var moved = moved();
            var activities = new ArrayList<Activity>();
            now.forEach((slug, activity) -> {
                if (!old.containsKey(slug)) {
                    activities.add(new Activity(slug, activity.kind(), activity.title(), Fate.ADDED, false, List.of(),
                            text("", activity.body()), true));
                } else {
                    compared(old.get(slug), activity, moved.contains(slug)).ifPresent(activities::add);
                }
            });
            old.forEach((slug, activity) -> {
                if (!now.containsKey(slug)) {
                    activities.add(new Activity(slug, activity.kind(), activity.title(), Fate.REMOVED, false,
                            List.of(), null, true));
                }
            });
            return activities;
        }

        private Optional<Activity> compared(NewActivity one, NewActivity other, boolean moved) {
            var settings = new Settings();
            settings.compare("title", one, other, NewActivity::title);
            settings.add("kind", one, other, NewActivity::kind);
            settings.add("minutes", one, other, NewActivity::minutes);
            settings.add("completion", one, other, NewActivity::completion);
            settings.add("topics", one, other, activity -> String.join(", ", activity.topics()));
            settings.add("outcomes", one, other, activity -> String.join("\n", activity.outcomes()));
            settings.add("requires", one, other, activity -> String.join(", ", activity.requires()));
            settings.add("opens-on", one, other, NewActivity::opensOn);
            settings.add("file", one, other, NewActivity::mediaName);
            quiz(settings, oldQuizzes.get(one.slug()), quizzes.get(other.slug()));
            var text = text(one.body(), other.body());
            var substantial = text != null || moved || shows(other)
                    || settings.list.stream().anyMatch(setting -> !DESCRIPTIONS.contains(setting.name()));
            return settings.list.isEmpty() && text == null && !moved && !shows(other)
                    ? Optional.empty()
                    : Optional.of(new Activity(other.slug(), other.kind(), other.title(),
                            settings.list.isEmpty() && text == null && !shows(other) ? Fate.MOVED : Fate.CHANGED,
                            moved, settings.list, text, substantial));
        }

        /** Whether a file of another content shows up in it under the name it had. */
        private boolean shows(NewActivity activity) {
            return changedFiles.stream().anyMatch(file -> file.equals(activity.mediaName())
                    || activity.body() != null && activity.body().contains("(media:" + file));
        }

        private static void quiz(Settings settings, QuizDefinition one, QuizDefinition other) {
            if (one == null || other == null || one.equals(other)) {
                return;
            }
            settings.add("quiz-purpose", one, other, QuizDefinition::purpose);
            settings.add("quiz-time", one, other, QuizDefinition::timeLimit);
            settings.add("quiz-attempts", one, other, QuizDefinition::attempts);
            settings.add("quiz-pass-mark", one, other, QuizDefinition::passMark);
            if (settings.list.stream().noneMatch(setting -> setting.name().startsWith("quiz-"))) {
                settings.list.add(new Setting("quiz-rules", "", ""));
            }
        }

        /** Those that stand elsewhere among what was there before, though nothing around them was added or taken. */
        private Set<String> moved() {
            var was = old.keySet().stream().filter(now::containsKey).toList();
            var is = now.keySet().stream().filter(old::containsKey).toList();
            var moved = new HashSet<String>();
            DiffUtils.diff(was, is).getDeltas().stream()
                    .filter(delta -> delta.getType() != DeltaType.EQUAL)
                    .forEach(delta -> moved.addAll(delta.getTarget().getLines()));
            return moved;
        }

        private List<Question> questions() {
            if (before == null) {
                return List.of();
            }
            var known = questions(before);
            var wanted = questions(after);
            var questions = new ArrayList<Question>();
            wanted.forEach((slug, question) -> {
                var one = known.get(slug);
                if (one == null) {
                    questions.add(new Question(slug, question.title(), Fate.ADDED, null));
                } else if (!one.equals(question)) {
                    questions.add(new Question(slug, question.title(), Fate.CHANGED,
                            text(one.body().prompt(), question.body().prompt())));
                }
            });
            known.forEach((slug, question) -> {
                if (!wanted.containsKey(slug)) {
                    questions.add(new Question(slug, question.title(), Fate.REMOVED, null));
                }
            });
            return questions;
        }

        private static LessonDifference text(String one, String other) {
            var was = one == null ? "" : one;
            var is = other == null ? "" : other;
            if (was.strip().equals(is.strip())) {
                return null;
            }
            return LessonDifference.of(was, is);
        }

        private static Set<String> changedFiles(Map<String, String> was, Map<String, String> is) {
            var changed = new HashSet<String>();
            is.forEach((name, hash) -> {
                if (was.containsKey(name) && !Objects.equals(was.get(name), hash)) {
                    changed.add(name);
                }
            });
            return changed;
        }

        private static Map<String, String> files(CourseContent content) {
            var files = new LinkedHashMap<String, String>();
            if (content != null) {
                content.course().media().stream().filter(NewMedia::isStored)
                        .forEach(file -> files.put(file.name(), file.sha256()));
            }
            return files;
        }

        private static Map<String, NewActivity> activities(CourseContent content) {
            return content == null ? Map.of() : keyed(content.course().sections().stream()
                    .flatMap(section -> section.activities().stream()).toList(), NewActivity::slug);
        }

        private static Map<String, NewSection> bySlug(CourseContent content) {
            return content == null ? Map.of() : keyed(content.course().sections(), NewSection::slug);
        }

        private static Map<String, QuizDefinition> quizzes(CourseContent content) {
            return content == null ? Map.of() : keyed(content.quizzes(), QuizDefinition::activitySlug);
        }

        private static Map<String, QuestionDefinition> questions(CourseContent content) {
            return keyed(content.questions(), QuestionDefinition::slug);
        }

        private static <T> Map<String, T> keyed(Collection<T> all, Function<T, String> key) {
            return all.stream().collect(Collectors.toMap(key, Function.identity(), (one, same) -> one,
                    LinkedHashMap::new));
        }

        private static String lines(List<LocalizedText> texts) {
            return texts.stream().map(text -> text.id() + " / " + text.en()).collect(Collectors.joining("\n"));
        }
    }

    /** Gathers the settings that differ. */
    private static final class Settings {

        private final List<Setting> list = new ArrayList<>();

        <T> void add(String name, T one, T other, Function<T, ?> value) {
            var was = one == null ? null : value.apply(one);
            var is = value.apply(other);
            if (!Objects.equals(was, is)) {
                list.add(new Setting(name, text(was), text(is)));
            }
        }

        <T> void compare(String name, T one, T other, Function<T, LocalizedText> value) {
            add(name + "-id", one, other, value.andThen(LocalizedText::id));
            add(name + "-en", one, other, value.andThen(LocalizedText::en));
        }

        private static String text(Object value) {
            return value == null ? "" : value.toString();
        }
    }
}
