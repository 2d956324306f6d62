package id.sanggar.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Where courses and what they consist of are written. */
@ApplicationScoped
class Courses {

    @PersistenceContext
    private EntityManager entityManager;

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

    /** Keeps the file once, however many versions show it, and names it within this version. */
    void add(long versionId, NewCourseVersion.NewMedia media, String sha256) {
        entityManager.createNativeQuery("""
                insert into media (sha256, content_type, bytes, plain_text)
                values (:sha256, :type, :bytes, :text) on conflict do nothing""")
                .setParameter("sha256", sha256)
                .setParameter("type", media.contentType())
                .setParameter("bytes", media.bytes())
                .setParameter("text", media.plainText())
                .executeUpdate();
        entityManager.createNativeQuery("insert into version_media values (:version, :name, :sha256)")
                .setParameter("version", versionId)
                .setParameter("name", media.name())
                .setParameter("sha256", sha256)
                .executeUpdate();
    }
}
