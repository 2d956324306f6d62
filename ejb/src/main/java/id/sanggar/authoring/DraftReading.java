package id.sanggar.authoring;

import id.sanggar.identity.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** The studio's view of a course. */
@Stateless
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
public class DraftReading {

    @Inject
    private Authors authors;

    @Inject
    private Drafts drafts;

    /**
     * Four statements.
     *
     * @throws id.sanggar.shared.NotFound if there is no such course, or the caller may not write it
     */
    public Draft draft(String courseSlug) {
        return drafts.find(authors.require(courseSlug).courseId());
    }
}
