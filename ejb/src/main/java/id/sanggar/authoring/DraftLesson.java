package id.sanggar.authoring;

import id.sanggar.course.ActivityKind;
import id.sanggar.course.Outline;
import id.sanggar.shared.LocalizedText;
import java.time.Instant;
import java.util.List;

/**
 * A lesson as its author opens it.
 *
 * @param writer account of who opened it
 * @param language of the course
 * @param topicsOfCourse what it may teach
 * @param places what it may link to
 * @param revision who saves names the one he read
 * @param changedBy null for the system
 */
public record DraftLesson(long activityId, long writer, String courseSlug, LocalizedText courseTitle, String slug,
        String language, LessonFacts facts, List<Outline.Topic> topicsOfCourse, List<Place> places, int revision,
        String text, Instant changedAt, String changedBy) {

    public DraftLesson {
        topicsOfCourse = List.copyOf(topicsOfCourse);
        places = List.copyOf(places);
    }

    /** Another lesson or a sheet of the course. */
    public record Place(String slug, ActivityKind kind, LocalizedText title) {

        /** As a lesson's CommonMark names it. */
        public String address() {
            return (kind == ActivityKind.SHEET ? "sheet:" : "lesson:") + slug;
        }
    }
}
