package id.sanggar.exchange;

import id.sanggar.assessment.Difficulty;
import id.sanggar.assessment.QuestionBody;
import java.util.List;

/**
 * A question as it stands in some file.
 *
 * @param line where it begins; in a table its row
 * @param id its name in the bank; empty if the file gives none
 * @param tags in order; in a pack topic and difficulty
 * @param category the last part of the category it stands in; empty if there is none
 * @param topic as the file says; empty if it does not
 * @param difficulty as the file says; null if it does not
 * @param title for authors; empty if there is none
 */
record WrittenQuestion(int line, String id, List<String> tags, String category, String topic, Difficulty difficulty,
        String title, QuestionBody body) {

    WrittenQuestion {
        tags = List.copyOf(tags);
    }
}
