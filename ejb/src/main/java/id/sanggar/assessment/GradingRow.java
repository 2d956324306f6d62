package id.sanggar.assessment;

import id.sanggar.shared.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An attempt in the queue.
 *
 * @param learner null where the quiz is marked without names
 * @param holder who has it in hand now; null for nobody
 * @param mine whether that is the caller
 * @param marked whether the caller has marked it in this round: then it is someone else's turn
 * @param types of the questions a person grades
 */
public record GradingRow(UUID code, GradingStage stage, Instant since, String learner, String holder,
        Instant heldUntil, boolean mine, boolean marked, String courseSlug, LocalizedText course, LocalizedText quiz,
        List<QuestionType> types) {
}
