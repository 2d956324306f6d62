package id.sanggar.assessment;

import id.sanggar.shared.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A question as its authors see it.
 *
 * @param versions newest first
 * @param uses versions of courses in which it can be asked, newest first
 * @param copies other questions that were made from it
 */
public record QuestionPage(BankRow row, List<Version> versions, List<Use> uses, List<Copy> copies) {

    public QuestionPage {
        versions = List.copyOf(versions);
        uses = List.copyOf(uses);
        copies = List.copyOf(copies);
    }

    /**
     * One version.
     *
     * @param definition in the state the version is in now
     * @param changes of its state, first to last; none for versions from before there were states
     */
    public record Version(int number, QuestionDefinition definition, List<Change> changes) {

        public Version {
            changes = List.copyOf(changes);
        }
    }

    /** @param by null for the system */
    public record Change(QuestionState state, Instant at, String by) {
    }

    /**
     * A version of a course that can ask it.
     *
     * @param course its title in that version
     * @param version of the course
     * @param number of the question's version it asks
     * @param published whether learners see this version of the course
     * @param attempts that asked it
     */
    public record Use(LocalizedText course, int version, int number, boolean published, long attempts) {
    }

    /** @param owner slug of the course or organisation */
    public record Copy(UUID code, String title, String owner) {
    }

    public Version newest() {
        return versions.get(0);
    }
}
