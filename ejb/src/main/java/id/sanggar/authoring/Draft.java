package id.sanggar.authoring;

import id.sanggar.assessment.QuizDefinition;
import id.sanggar.course.ActivityKind;
import id.sanggar.course.Audience;
import id.sanggar.course.CompletionRule;
import id.sanggar.course.Level;
import id.sanggar.course.Outline;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The working copy of a course as its authors see it, without the text of its lessons. Texts that are not translated
 * yet are empty.
 *
 * @param basedOn number of the version it was taken from; null for a course never published
 * @param certificateTemplate slug; null where the course gives no certificate
 * @param revision grows with every change of outline or settings
 * @param changedBy name of whoever changed something last; null for the system
 */
public record Draft(long courseId, String slug, String code, Outline.Owner organisation, State state, Integer basedOn,
        String language, Audience audience, LocalizedText title, LocalizedText summary, List<LocalizedText> outcomes,
        List<Outline.Topic> topics, Level level, int hours, int passMark, String certificateTemplate, int revision,
        Instant changedAt, String changedBy, List<Section> sections) {

    /** How far a draft is on its way to being published. */
    public enum State {
        DRAFT, IN_REVIEW, APPROVED
    }

    public Draft {
        outcomes = List.copyOf(outcomes);
        topics = List.copyOf(topics);
        sections = List.copyOf(sections);
    }

    /** A chapter. */
    public record Section(long id, String slug, LocalizedText title, List<Activity> activities) {

        public Section {
            activities = List.copyOf(activities);
        }
    }

    /**
     * One thing to do.
     *
     * @param opensOn null: at once
     * @param mediaName of a sheet: its file; null for the others
     * @param quiz its rules; null for what is no quiz
     * @param revision who saves names the one he read
     * @param characters of its text
     */
    public record Activity(long id, String slug, ActivityKind kind, LocalizedText title, int minutes,
            CompletionRule completion, List<String> topics, List<String> outcomes, List<String> requires,
            LocalDate opensOn, String mediaName, QuizDefinition quiz, int revision, Instant changedAt,
            String changedBy, int characters) {

        public Activity {
            topics = List.copyOf(topics);
            outcomes = List.copyOf(outcomes);
            requires = List.copyOf(requires);
        }
    }

    public List<Activity> activities() {
        return sections.stream().flatMap(section -> section.activities().stream()).toList();
    }

    public Optional<Activity> find(String activitySlug) {
        return activities().stream().filter(activity -> activity.slug().equals(activitySlug)).findFirst();
    }

    /** @throws NotFound if the draft holds no such activity */
    public Activity activity(String activitySlug) {
        return find(activitySlug).orElseThrow(() -> new NotFound("activity " + activitySlug + " of draft " + slug));
    }
}
