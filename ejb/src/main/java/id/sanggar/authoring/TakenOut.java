package id.sanggar.authoring;

import id.sanggar.course.ActivityKind;
import id.sanggar.shared.LocalizedText;
import java.time.Instant;

/**
 * Something that was taken out of an outline and can be put back.
 *
 * @param kind null for a section
 * @param activities of a section: how many went with it
 */
public record TakenOut(String slug, ActivityKind kind, LocalizedText title, Instant at, int activities) {

    public boolean isSection() {
        return kind == null;
    }

    /** What puts it back, among the acts of the outline's form. */
    public String act() {
        return (isSection() ? "section-back:" : "back:") + slug;
    }
}
