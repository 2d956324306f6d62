package id.sanggar.assessment;

import id.sanggar.shared.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * A question ready to be kept.
 *
 * @param body its JSON
 * @param hash over everything the author wrote; the same hash means that nothing changed
 */
record HashedQuestion(QuestionDefinition definition, String body, String hash) {

    static HashedQuestion of(QuestionDefinition definition) {
        var body = QuestionJson.write(definition.body());
        var written = String.join("\n", definition.topic(), definition.difficulty().name(), definition.title(), body);
        return new HashedQuestion(definition, body, Sha256.of(written.getBytes(StandardCharsets.UTF_8)));
    }

    String slug() {
        return definition.slug();
    }
}
