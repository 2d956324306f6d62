package id.sanggar.assessment;

import id.sanggar.shared.LocalizedText;

/**
 * Whose bank a question is in: a course's, or an organisation's own, from which its courses take copies.
 *
 * @param courseId null for an organisation's, as is the slug
 * @param title of the course or name of the organisation
 */
public record BankOwner(long organisationId, String organisation, Long courseId, String course, LocalizedText title) {

    /** As {@link BankFilter} names it. */
    public String key() {
        return course == null ? "organisation:" + organisation : "course:" + course;
    }

    public boolean isCourse() {
        return course != null;
    }
}
