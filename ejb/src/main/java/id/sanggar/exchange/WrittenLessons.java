package id.sanggar.exchange;

import java.util.List;
import java.util.Map;

/**
 * Lessons of one upload, with the files they show.
 *
 * @param media bytes by the names that the lessons use
 */
record WrittenLessons(List<WrittenLesson> lessons, Map<String, byte[]> media) {

    WrittenLessons {
        lessons = List.copyOf(lessons);
        media = Map.copyOf(media);
    }
}
