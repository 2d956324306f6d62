package id.sanggar.assessment;

import id.sanggar.shared.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * A question ready to be kept.
 *
 * @param body its JSON
 * @param hash over everything that makes a version; the same hash means that nothing changed
 */
record HashedQuestion(QuestionDefinition definition, String body, String hash) {

    static HashedQuestion of(QuestionDefinition definition) {
        var body = QuestionJson.write(definition.body());
        var written = String.join("\n", definition.topic(), definition.difficulty().name(), definition.title(), body);
        // Tags came later: a question without any keeps the hash it had.
        var all = definition.tags().isEmpty() ? written : written + "\n" + String.join("\n", definition.tags());
        return new HashedQuestion(definition, body, Sha256.of(all.getBytes(StandardCharsets.UTF_8)));
    }

    String slug() {
        return definition.slug();
    }
}
