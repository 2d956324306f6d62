package id.sanggar.course;

import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One version of a course as everyone reads it: its description, sections and activities in order. A version never
 * changes once published, so an outline may be kept for as long as anyone asks for it.
 *
 * @param number of the version, from 1
 * @param outcomes what a learner can do afterwards
 * @param hours learning hours, as printed on the certificate
 * @param passMark 0–100
 * @param language of the lessons, e.g. {@code id}
 * @param certificateTemplate slug of the template; null where the course gives no certificate
 */
public record Outline(long courseId, String courseSlug, String code, long versionId, int number, LocalizedText title,
        LocalizedText summary, List<LocalizedText> outcomes, List<Topic> topics, Level level, int hours, int passMark,
        Audience audience, String language, Owner organisation, String certificateTemplate, List<Section> sections) {

    public Outline {
        outcomes = List.copyOf(outcomes);
        topics = List.copyOf(topics);
        sections = List.copyOf(sections);
    }

    /** Something the course teaches and its questions ask about. */
    public record Topic(String slug, LocalizedText title) {
    }

    /** The partner who owns the course. */
    public record Owner(String slug, LocalizedText name) {
    }

    /** A chapter. */
    public record Section(String slug, LocalizedText title, List<Activity> activities) {

        public Section {
            activities = List.copyOf(activities);
        }
    }

    /**
     * One thing to do.
     *
     * @param minutes estimated; 0 where nothing is said
     * @param topics slugs of what it teaches
     * @param outcomes what the reader of a lesson can do afterwards, in the language of the course
     * @param requires slugs of the activities to be done before
     * @param opensOn the first day on which it may be opened; null: at once
     * @param position from 1, within the version
     * @param lessonNumber from 1, among the lessons of the version; 0 for what is not a lesson
     * @param bytes what opening it transfers, compressed, drawings included
     * @param media of a sheet: what follows {@code /media/} in the address of its file; null for the others
     */
    public record Activity(long id, String slug, ActivityKind kind, LocalizedText title, int minutes,
            CompletionRule completion, List<String> topics, List<String> outcomes, List<String> requires,
            LocalDate opensOn, int position, int lessonNumber, int bytes, String media) {

        public Activity {
            topics = List.copyOf(topics);
            outcomes = List.copyOf(outcomes);
            requires = List.copyOf(requires);
        }

        public boolean isLesson() {
            return kind == ActivityKind.LESSON;
        }

        public boolean isQuiz() {
            return kind == ActivityKind.QUIZ;
        }

        public boolean isSheet() {
            return kind == ActivityKind.SHEET;
        }

        public boolean isRequired() {
            return completion != CompletionRule.NONE;
        }
    }

    public List<Activity> activities() {
        return sections.stream().flatMap(section -> section.activities().stream()).toList();
    }

    /** What must be done to complete the course. */
    public List<Activity> required() {
        return activities().stream().filter(Activity::isRequired).toList();
    }

    public List<Activity> lessons() {
        return activities().stream().filter(Activity::isLesson).toList();
    }

    /** @throws NotFound if this version holds no such activity */
    public Activity activity(String slug) {
        return find(slug).orElseThrow(() -> new NotFound("activity " + slug + " of " + courseSlug));
    }

    public Optional<Activity> find(String slug) {
        return activities().stream().filter(activity -> activity.slug().equals(slug)).findFirst();
    }

    /** @throws NotFound if this version holds no such activity */
    public Section sectionOf(String activitySlug) {
        return sections.stream()
                .filter(section -> section.activities().stream().anyMatch(a -> a.slug().equals(activitySlug)))
                .findFirst()
                .orElseThrow(() -> new NotFound("activity " + activitySlug + " of " + courseSlug));
    }

    /** The activity after this one; empty after the last. */
    public Optional<Activity> next(String slug) {
        return at(activity(slug).position() + 1);
    }

    /** The activity before this one; empty before the first. */
    public Optional<Activity> previous(String slug) {
        return at(activity(slug).position() - 1);
    }

    private Optional<Activity> at(int position) {
        return activities().stream().filter(activity -> activity.position() == position).findFirst();
    }

    /** Where a missed question of that topic leads back to. */
    public List<Activity> lessonsTeaching(String topic) {
        return lessons().stream().filter(lesson -> lesson.topics().contains(topic)).toList();
    }

    /** The title of a topic; the slug itself for one this version no longer names. */
    public LocalizedText topicTitle(String slug) {
        return topics.stream()
                .filter(topic -> topic.slug().equals(slug))
                .map(Topic::title)
                .findFirst()
                .orElseGet(() -> new LocalizedText(slug, slug));
    }

    /** Estimated minutes of everything that is required. */
    public int minutes() {
        return required().stream().mapToInt(Activity::minutes).sum();
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }
}
