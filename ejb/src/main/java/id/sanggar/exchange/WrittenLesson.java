package id.sanggar.exchange;

import id.sanggar.shared.LocalizedText;
import java.util.List;

/**
 * A lesson as it came from somebody's word processor.
 *
 * @param title in one language or both; a text that is not translated is empty
 * @param minutes to read and do; 0 if nobody said
 * @param topics slugs, as the file says
 * @param body CommonMark
 */
record WrittenLesson(String file, LocalizedText title, int minutes, List<String> topics, List<String> outcomes,
        String body) {

    WrittenLesson {
        topics = List.copyOf(topics);
        outcomes = List.copyOf(outcomes);
    }
}
