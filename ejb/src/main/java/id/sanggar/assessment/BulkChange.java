package id.sanggar.assessment;

import id.sanggar.shared.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One thing to be changed about many questions.
 *
 * @param value a state, topic, difficulty, tag, or the id of a category, which may be empty: none
 * @param codes of the questions; none: all that the filter means
 */
public record BulkChange(What what, String value, BankFilter filter, List<UUID> codes) {

    /** What can be changed at once. */
    public enum What {
        STATE, CATEGORY, TOPIC, DIFFICULTY, ADD_TAG, REMOVE_TAG
    }

    /** @throws Invalid if the value is none */
    public BulkChange {
        codes = List.copyOf(codes);
        value = switch (what) {
            case TOPIC, ADD_TAG, REMOVE_TAG -> QuestionDefinition.tag(value);
            default -> value.strip();
        };
        var sound = switch (what) {
            case STATE -> isOne(QuestionState.values(), value);
            case DIFFICULTY -> isOne(Difficulty.values(), value);
            case CATEGORY -> value.matches("\\d{0,18}");
            default -> !value.isEmpty();
        };
        if (!sound) {
            throw Invalid.of("value", "assessment.bulk-value");
        }
    }

    private static boolean isOne(Enum<?>[] constants, String name) {
        return List.of(constants).stream().anyMatch(constant -> constant.name().equals(name));
    }

    Long category() {
        return value.isEmpty() ? null : Long.valueOf(value);
    }

    /** The questions that are not yet as this would make them, and can be. */
    BankQuery query(List<Long> organisations) {
        var query = codes.isEmpty() ? BankQuery.of(filter, organisations) : BankQuery.of(codes, organisations);
        return switch (what) {
            case STATE -> query.and("q.state = any(?)", (Object) QuestionState.valueOf(value).before().stream()
                    .map(QuestionState::name).toArray(String[]::new));
            case CATEGORY -> value.isEmpty() ? query.and("q.category_id is not null")
                    : query.and("q.category_id is distinct from ? and exists (select 1 from question_category k"
                            + " where k.id = ? and k.organisation_id = q.organisation_id"
                            + " and k.course_id is not distinct from q.course_id)", category(), category());
            case TOPIC -> query.and("q.topic <> ?", value);
            case DIFFICULTY -> query.and("q.difficulty <> ?", value);
            case ADD_TAG -> query.and("not q.tags @> array[cast(? as text)]", value);
            case REMOVE_TAG -> query.and("q.tags @> array[cast(? as text)]", value);
        };
    }

    QuestionDefinition applied(QuestionDefinition question) {
        var tags = new ArrayList<>(question.tags());
        if (what == What.ADD_TAG) {
            tags.add(value);
        } else if (what == What.REMOVE_TAG) {
            tags.remove(value);
        }
        return new QuestionDefinition(question.slug(), question.title(),
                what == What.TOPIC ? value : question.topic(),
                what == What.DIFFICULTY ? Difficulty.valueOf(value) : question.difficulty(), question.body(), tags,
                question.category(), question.state());
    }
}
