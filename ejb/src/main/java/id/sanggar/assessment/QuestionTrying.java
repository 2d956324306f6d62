package id.sanggar.assessment;

import id.sanggar.identity.Role;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.LocalizedText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Map;

/** Answering a question that is being written, to see it graded as a learner's answer is. Nothing is recorded. */
@Stateless
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
public class QuestionTrying {

    /** Any order of options will do, so long as it stays the same from page to page. */
    private static final int SEED = 7;

    /**
     * @param values of the fields in which it was answered; none: not answered yet
     * @param pictures addresses by name
     * @throws Invalid if the form is no question yet, or offers no such answer
     */
    public QuestionTrial answer(QuestionForm form, List<String> values, Map<String, String> pictures) {
        var definition = form.question("", List.of(), QuestionState.DRAFT);
        var version = new QuestionVersion(0, definition.topic(), definition.body());
        var place = new Paper.Place(1, 0, SEED);
        var answered = !values.isEmpty() && definition.body().type() != QuestionType.PHOTO;
        var answer = answered ? place.read(definition.body(), new Answer.Entered(values)) : null;
        var slot = new AttemptSlot(place, 0, answer, null);
        var question = AttemptPage.question("", slot, version, pictures, List.of());
        if (!answered) {
            return new QuestionTrial(question, null, 0, definition.body().isGradedByHand());
        }
        var graded = slot.graded(definition.body());
        return new QuestionTrial(question,
                Reviewing.question(graded, version, LocalizedText.INDONESIAN, pictures, List.of()),
                graded.isGraded() ? Math.round(graded.fraction() * 100) : 0, definition.body().isGradedByHand());
    }
}
