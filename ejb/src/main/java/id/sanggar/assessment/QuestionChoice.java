package id.sanggar.assessment;

import java.util.List;
import java.util.UUID;

/**
 * A question of a course's bank that a quiz may ask, as what is asked of it says.
 *
 * @param ready whether it has a version that would be asked; the rest is of that version, or else of its newest
 */
public record QuestionChoice(UUID code, String slug, String title, QuestionType type, String topic, List<String> tags,
        Difficulty difficulty, boolean ready) {

    Questions.Candidate candidate(long id) {
        return new Questions.Candidate(id, id, slug, topic, tags, difficulty, type);
    }

    /** How many minutes people usually take for it. */
    double minutes() {
        return switch (type) {
            case TRUE_FALSE -> 0.5;
            case CHOICE, SHORT, HOTSPOT -> 1;
            case RESPONSE, NUMERIC, ORDERING -> 1.5;
            case MATCHING, CLOZE -> 2;
            case CHECKLIST -> 8;
            case ESSAY, PHOTO -> 10;
        };
    }
}
