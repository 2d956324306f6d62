package id.sanggar.assessment;

/**
 * A question that its author tries.
 *
 * @param question as a learner sees it
 * @param review what a learner would be told afterwards; null before it is answered
 * @param percent how right the answer is; 0 before it is answered
 * @param byHand whether a person grades it
 */
public record QuestionTrial(AttemptPage.Question question, AttemptReview.Question review, long percent,
        boolean byHand) {
}
