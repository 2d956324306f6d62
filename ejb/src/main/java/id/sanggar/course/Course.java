package id.sanggar.course;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/**
 * A course through all its versions. It is entered once, by its slug, and from then on learners see the version that
 * was published last.
 */
@Entity
class Course {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String slug;

    private String code;

    private Long organisationId;

    private String language;

    @Enumerated(EnumType.STRING)
    private Audience audience;

    private Long publishedVersionId;

    protected Course() {
    }

    Course(NewCourseVersion version, long organisationId) {
        this.slug = version.slug();
        take(version, organisationId);
    }

    /** What holds for the course whatever its version follows the newest one. */
    final void take(NewCourseVersion version, long newOrganisationId) {
        code = version.code();
        organisationId = newOrganisationId;
        language = version.language();
        audience = version.audience();
    }

    void publish(CourseVersion version) {
        if (version.courseId() != id) {
            throw new IllegalArgumentException("version " + version.id() + " is not of course " + slug);
        }
        publishedVersionId = version.id();
    }

    Long id() {
        return id;
    }

    /** Null until something is published. */
    Long publishedVersionId() {
        return publishedVersionId;
    }
}
