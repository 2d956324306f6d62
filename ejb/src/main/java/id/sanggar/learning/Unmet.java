package id.sanggar.learning;

import id.sanggar.shared.Message;

/**
 * One thing that keeps a course or a stage from being finished, and where to do something about it.
 *
 * @param course slug of the course to open; null if nothing in Sanggar can be opened for it
 * @param activity slug of the activity to open within it; null for the course itself
 */
public record Unmet(Message message, String course, String activity) {
}
