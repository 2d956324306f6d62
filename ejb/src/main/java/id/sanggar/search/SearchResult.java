package id.sanggar.search;

import id.sanggar.course.Outline;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Page;
import java.util.List;
import java.util.Map;

/**
 * What was found.
 *
 * @param courses how many hits each course has, most first
 * @param kinds how many hits there are of each kind
 * @param languages how many hits there are in each language
 * @param inexact whether the words as typed were found nowhere and similar ones were taken instead
 * @param didYouMean what was probably meant; null where nothing better is known
 */
public record SearchResult(Page<Hit> hits, List<CourseCount> courses, Map<DocumentKind, Long> kinds,
        Map<String, Long> languages, boolean inexact, String didYouMean) {

    /** How many hits a course has. */
    public record CourseCount(Outline course, long hits) {
    }

    /**
     * One thing that was found.
     *
     * @param course it is part of
     * @param section it stands in; null for what stands in none
     * @param activity slug to open; null: the course's page
     * @param title as HTML, the words that were looked for in {@code <mark>}
     * @param excerpt as HTML, likewise; empty where only the title speaks of it
     */
    public record Hit(DocumentKind kind, Outline course, LocalizedText section, String activity, String title,
            String excerpt) {
    }
}
