package id.sanggar.exchange;

import id.sanggar.assessment.Difficulty;
import id.sanggar.assessment.QuestionBody;
import id.sanggar.assessment.QuestionState;
import java.util.List;

/**
 * A question as it stands in some file.
 *
 * @param line where it begins; in a table its row
 * @param id its name in the bank; empty if the file gives none
 * @param tags in order; in a pack topic and difficulty
 * @param category it stands in, from the outermost; empty if there is none
 * @param topic as the file says; empty if it does not
 * @param difficulty as the file says; null if it does not
 * @param state null if the file does not say
 * @param title for authors; empty if there is none
 */
record WrittenQuestion(int line, String id, List<String> tags, List<String> category, String topic,
        Difficulty difficulty, QuestionState state, String title, QuestionBody body) {

    WrittenQuestion {
        tags = List.copyOf(tags);
        category = List.copyOf(category);
    }

    WrittenQuestion in(List<String> other) {
        return new WrittenQuestion(line, id, tags, other, topic, difficulty, state, title, body);
    }
}
