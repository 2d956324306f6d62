package id.sanggar.assessment;

import id.sanggar.shared.Message;
import java.util.List;

/**
 * What became of an answer.
 *
 * @param saved false: a newer one, given in another tab, stands there and was not overwritten
 * @param step number of the answer that stands there now; the next one is based on it
 * @param values what stands there now, as the fields of a form hold it
 * @param hint what the person may want to know about her answer now, or null; never whether it is right
 */
public record AnswerSaved(boolean saved, int step, List<String> values, Message hint) {
}
