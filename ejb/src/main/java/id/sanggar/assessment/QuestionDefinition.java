package id.sanggar.assessment;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A question as its author wrote it.
 *
 * @param slug its name in the bank, stable from version to version
 * @param title for authors; learners do not see it
 * @param tags in alphabetical order, none twice, each as {@link #tag} makes it
 * @param category names from the outermost to the innermost, at most two; empty: in none
 */
public record QuestionDefinition(String slug, String title, String topic, Difficulty difficulty, QuestionBody body,
        List<String> tags, List<String> category, QuestionState state) {

    public QuestionDefinition {
        tags = tags.stream().map(QuestionDefinition::tag).filter(tag -> !tag.isEmpty()).distinct().sorted().toList();
        category = List.copyOf(category);
        Objects.requireNonNull(state);
        if (category.size() > 2) {
            throw new IllegalArgumentException("A category is at most two deep");
        }
    }

    /** One that is ready, with no tags and in no category. */
    public QuestionDefinition(String slug, String title, String topic, Difficulty difficulty, QuestionBody body) {
        this(slug, title, topic, difficulty, body, List.of(), List.of(), QuestionState.READY);
    }

    /** A tag as it is kept: small letters, digits and hyphens, at most 60; empty if nothing of the kind is there. */
    public static String tag(String written) {
        var plain = Normalizer.normalize(written, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-");
        var cut = plain.length() > 60 ? plain.substring(0, 60) : plain;
        return cut.replaceAll("^-|-$", "");
    }

    public QuestionDefinition in(QuestionState other) {
        return new QuestionDefinition(slug, title, topic, difficulty, body, tags, category, other);
    }

    public boolean isReady() {
        return state == QuestionState.READY;
    }
}
