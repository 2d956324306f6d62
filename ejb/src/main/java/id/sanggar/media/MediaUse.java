package id.sanggar.media;

import id.sanggar.shared.LocalizedText;

/**
 * Where a file is shown.
 *
 * @param activity slug of the lesson or sheet; null where the course names the file and no lesson shows it
 * @param draft whether that is the working copy, and not what learners see
 */
public record MediaUse(String course, LocalizedText courseTitle, String activity, LocalizedText activityTitle,
        boolean draft) {
}
