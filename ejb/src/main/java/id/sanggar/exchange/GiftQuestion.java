package id.sanggar.exchange;

import id.sanggar.assessment.QuestionBody;
import java.util.List;

/**
 * A question as it stands in a GIFT file.
 *
 * @param line where it begins
 * @param id from the comment above it; empty if there is none
 * @param tags likewise, in order
 * @param title what stands between the double colons; empty if there is none
 */
record GiftQuestion(int line, String id, List<String> tags, String title, QuestionBody body) {
}
