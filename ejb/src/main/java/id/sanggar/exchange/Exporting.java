package id.sanggar.exchange;

import id.sanggar.authoring.Authors;
import id.sanggar.authoring.CourseContent;
import id.sanggar.authoring.DraftContents;
import id.sanggar.course.NewCourseVersion.NewMedia;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.media.MediaStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** Takes courses and questions out of the studio. */
@Stateless
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
public class Exporting {

    @Inject
    private Authors authors;

    @Inject
    private DraftContents contents;

    @Inject
    private MediaStore store;

    @Inject
    private AuditTrail trail;

    /** @throws id.sanggar.shared.NotFound if there is no such course, or the caller may not write it */
    public void require(String courseSlug) {
        authors.require(courseSlug);
    }

    /**
     * Writes the draft of a course as a pack.
     *
     * @throws id.sanggar.shared.NotFound if there is no such course, or the caller may not write it
     */
    public void pack(String courseSlug, OutputStream out) {
        var content = content(courseSlug);
        try {
            PackZip.stream(CoursePackWriter.write(content, this::send), out);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void send(NewMedia file, OutputStream out) throws IOException {
        var stored = store.get(file.sha256());
        store.send(stored, 0, stored.size(), out);
    }

    /** @throws id.sanggar.shared.NotFound if there is no such course, or the caller may not write it */
    public void gift(String courseSlug, OutputStream out) {
        QuestionFiles.gift(content(courseSlug).questions(), out);
    }

    /** @throws id.sanggar.shared.NotFound if there is no such course, or the caller may not write it */
    public void csv(String courseSlug, Locale locale, OutputStream out) {
        QuestionFiles.csv(content(courseSlug).questions(), locale, out);
    }

    /** @throws id.sanggar.shared.NotFound if there is no such course, or the caller may not write it */
    public void excel(String courseSlug, Locale locale, OutputStream out) {
        QuestionFiles.excel(content(courseSlug).questions(), locale, out);
    }

    /** An empty table with an example of each common kind. */
    public void template(boolean excel, Locale locale, OutputStream out) {
        if (excel) {
            QuestionFiles.excel(QuestionFiles.examples(locale), locale, out);
        } else {
            QuestionFiles.csv(QuestionFiles.examples(locale), locale, out);
        }
    }

    private CourseContent content(String courseSlug) {
        var course = authors.require(courseSlug);
        trail.record("course.exported", courseSlug, null, Map.of());
        return contents.of(course.courseId());
    }
}
