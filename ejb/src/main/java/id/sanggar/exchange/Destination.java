package id.sanggar.exchange;

import id.sanggar.authoring.CourseContent;
import java.util.Set;

/**
 * Where an upload is to go.
 *
 * @param draft what is there; null for a course that is not there yet
 * @param organisation slug of the partner it will belong to
 * @param templates slugs of the certificates there are
 * @param activitySlugs that stand for something, or once did
 * @param questionSlugs likewise, in the bank
 */
record Destination(CourseContent draft, String organisation, Set<String> templates, Set<String> activitySlugs,
        Set<String> questionSlugs) {
}
