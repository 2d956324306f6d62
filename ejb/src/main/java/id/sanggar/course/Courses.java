package id.sanggar.course;

import id.sanggar.media.MediaStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.query.NativeQuery;

/** Where courses and what they consist of are written. */
@ApplicationScoped
class Courses {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private MediaStore store;

    /** The course, held so that nobody else publishes it before this transaction ends. */
    Optional<Course> lock(String slug) {
        return entityManager.createQuery("select c from Course c where c.slug = :slug", Course.class)
                .setParameter("slug", slug)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    Course lock(long id) {
        return entityManager.find(Course.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    CourseVersion version(long id) {
        return entityManager.find(CourseVersion.class, id);
    }

    /** Notes who brings the version out, and how. */
    void sign(long versionId, Release release) {
        entityManager.createNativeQuery("""
                update course_version set published_by = :by, note = :note, transition = :transition
                where id = :version""")
                .setParameter("by", release.by())
                .setParameter("note", release.note())
                .setParameter("transition", release.transition().name())
                .setParameter("version", versionId)
                .executeUpdate();
    }

    /** @return false if it was so before */
    boolean retire(long courseId, Instant at, Long by) {
        return entityManager.createNativeQuery("""
                update course set retired_at = cast(:at as timestamptz), retired_by = cast(:by as bigint)
                where id = :course and (retired_at is null) = (cast(:at as timestamptz) is not null)""")
                .unwrap(NativeQuery.class)
                .setParameter("at", at, Instant.class)
                .setParameter("by", by, Long.class)
                .setParameter("course", courseId)
                .executeUpdate() == 1;
    }

    int lastNumber(long courseId) {
        return entityManager
                .createQuery("select coalesce(max(v.number), 0) from CourseVersion v where v.courseId = :course",
                        Integer.class)
                .setParameter("course", courseId)
                .getSingleResult();
    }

    void add(Course course) {
        entityManager.persist(course);
    }

    void add(CourseVersion version) {
        entityManager.persist(version);
        entityManager.flush();
    }

    /**
     * Keeps the file once, however many versions show it.
     *
     * @return its SHA-256, in hexadecimal digits
     */
    String keep(NewCourseVersion.NewMedia media) {
        if (media.isStored()) {
            return media.sha256();
        }
        // What is drawn and printed was checked by whoever made it into a file.
        return media.contentType().matches("image/svg.*|application/pdf|text/.*")
                ? store.keep(media.bytes(), media.contentType(), media.plainText())
                : store.keepChecked(media.name(), media.bytes());
    }

    /** Names a file that is kept within this version. */
    void name(long versionId, String name, String sha256) {
        entityManager.createNativeQuery("insert into version_media values (:version, :name, :sha256)")
                .setParameter("version", versionId)
                .setParameter("name", name)
                .setParameter("sha256", sha256)
                .executeUpdate();
    }
}
