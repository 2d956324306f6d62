package id.sanggar.assessment;

/**
 * A question as its author wrote it.
 *
 * @param slug its name in the bank, stable from version to version
 * @param title for authors; learners do not see it
 */
public record QuestionDefinition(String slug, String title, String topic, Difficulty difficulty, QuestionBody body) {
}
