package id.sanggar.certificate;

import id.sanggar.course.Outlines;
import id.sanggar.identity.Access;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/** Where batches are kept. Lists show the caller those of the programmes she manages as a whole. */
@ApplicationScoped
class Issuances {

    private static final String COUNTS = """
            (select count(*) as checked, count(*) filter (where i.state <> 'INELIGIBLE') as eligible,
                count(*) filter (where %s) as duplicates, count(*) filter (where i.state = 'ISSUED') as issued,
                count(*) filter (where i.state = 'FAILED') as failed
            from issuance_item i where i.issuance_id = b.id) c""".formatted(ItemFilter.DUPLICATE.sql());

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Outlines courses;

    void add(Issuance issuance) {
        entityManager.persist(issuance);
        entityManager.flush();
    }

    /** Locked, so that what two managers do to a batch at the same time happens one after the other. */
    Optional<Issuance> lock(UUID code) {
        return entityManager.createQuery("select b from Issuance b where b.code = :code", Issuance.class)
                .setParameter("code", code)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** @throws NotFound unless there is such a batch and the caller manages all of its programme */
    long idOf(UUID code, long caller) {
        return entityManager.createNativeQuery("""
                select b.id from issuance b join programme p on p.id = b.programme_id
                where b.code = :code and\s""" + Access.OVER_WHOLE_PROGRAMME, Long.class)
                .setParameter("code", code)
                .setParameter("caller", caller)
                .unwrap(NativeQuery.class)
                .getResultStream()
                .mapToLong(id -> (Long) id)
                .findFirst()
                .orElseThrow(() -> new NotFound("batch " + code));
    }

    boolean isTaken(String name, long programmeId) {
        return entityManager.createQuery("""
                select count(b) from Issuance b where b.programmeId = :programme and b.name = :name
                    and b.state <> CANCELLED""", Long.class)
                .setParameter("programme", programmeId)
                .setParameter("name", name)
                .getSingleResult() > 0;
    }

    /** Newest first. */
    Page<BatchRow> managedBy(long caller, int number, int size) {
        var total = entityManager.createNativeQuery("""
                select count(*) from issuance b join programme p on p.id = b.programme_id
                where\s""" + Access.OVER_WHOLE_PROGRAMME, Long.class)
                .setParameter("caller", caller)
                .getSingleResult();
        @SuppressWarnings("unchecked")
        NativeQuery<Tuple> query = entityManager.createNativeQuery("""
                select b.code, b.name, b.state, b.programme_id, b.course_id, b.cohort_id, b.created_at, c.*
                from (select b.* from issuance b join programme p on p.id = b.programme_id where %s
                    order by b.created_at desc, b.id desc offset :first rows fetch next :size rows only) b
                cross join lateral %s order by b.created_at desc, b.id desc"""
                .formatted(Access.OVER_WHOLE_PROGRAMME, COUNTS), Tuple.class)
                .setParameter("caller", caller)
                .setParameter("first", (number - 1) * size)
                .setParameter("size", size)
                .unwrap(NativeQuery.class);
        query.addScalar("code", UUID.class)
                .addScalar("name", String.class)
                .addScalar("state", String.class)
                .addScalar("programme_id", Long.class)
                .addScalar("course_id", Long.class)
                .addScalar("cohort_id", Long.class)
                .addScalar("created_at", Instant.class);
        return new Page<>(counted(query).getResultList().stream().map(this::row).toList(), (Long) total, number, size);
    }

    private BatchRow row(Tuple row) {
        var programme = programmes.byId(row.get("programme_id", Long.class));
        var cohort = row.get("cohort_id", Long.class);
        return new BatchRow(row.get("code", UUID.class), row.get("name", String.class),
                BatchState.valueOf(row.get("state", String.class)), programme,
                courses.publishedById(row.get("course_id", Long.class)).title(),
                cohort == null ? null : programme.cohort(cohort), counts(row), row.get("created_at", Instant.class));
    }

    /** A batch the caller is known to manage. */
    BatchPage page(long id) {
        @SuppressWarnings("unchecked")
        NativeQuery<Tuple> query = entityManager.createNativeQuery("""
                select b.code, b.name, b.state, b.programme_id, b.course_id, b.cohort_id, b.completed_until,
                    creator.name as creator, b.created_at, starter.name as starter, b.started_at, b.finished_at, c.*
                from issuance b join account creator on creator.id = b.created_by
                left join account starter on starter.id = b.started_by
                cross join lateral %s where b.id = :id""".formatted(COUNTS), Tuple.class)
                .setParameter("id", id)
                .unwrap(NativeQuery.class);
        query.addScalar("code", UUID.class)
                .addScalar("name", String.class)
                .addScalar("state", String.class)
                .addScalar("programme_id", Long.class)
                .addScalar("course_id", Long.class)
                .addScalar("cohort_id", Long.class)
                .addScalar("completed_until", LocalDate.class)
                .addScalar("creator", String.class)
                .addScalar("created_at", Instant.class)
                .addScalar("starter", String.class)
                .addScalar("started_at", Instant.class)
                .addScalar("finished_at", Instant.class);
        var row = counted(query).getSingleResult();
        var programme = programmes.byId(row.get("programme_id", Long.class));
        var course = courses.publishedById(row.get("course_id", Long.class));
        var cohort = row.get("cohort_id", Long.class);
        return new BatchPage(row.get("code", UUID.class), row.get("name", String.class),
                BatchState.valueOf(row.get("state", String.class)), programme, course.courseSlug(), course.title(),
                cohort == null ? null : programme.cohort(cohort), row.get("completed_until", LocalDate.class),
                counts(row), row.get("creator", String.class), row.get("created_at", Instant.class),
                row.get("starter", String.class), row.get("started_at", Instant.class),
                row.get("finished_at", Instant.class));
    }

    /** How far a batch is that the caller is known to manage. */
    BatchProgress progress(long id) {
        var row = (Object[]) entityManager.createNativeQuery("""
                select b.state, c.total, c.done, c.failed from issuance b cross join lateral
                    (select count(*) as total, count(*) filter (where i.state = 'ISSUED') as done,
                        count(*) filter (where i.state = 'FAILED') as failed
                    from issuance_item i where i.issuance_id = b.id and i.state in ('ELIGIBLE', 'ISSUED', 'FAILED')) c
                where b.id = :id""")
                .setParameter("id", id)
                .getSingleResult();
        return new BatchProgress(BatchState.valueOf((String) row[0]), ((Number) row[1]).intValue(),
                ((Number) row[2]).intValue(), ((Number) row[3]).intValue());
    }

    private static NativeQuery<Tuple> counted(NativeQuery<Tuple> query) {
        return query.addScalar("checked", Integer.class)
                .addScalar("eligible", Integer.class)
                .addScalar("duplicates", Integer.class)
                .addScalar("issued", Integer.class)
                .addScalar("failed", Integer.class);
    }

    private static BatchCounts counts(Tuple row) {
        int checked = row.get("checked", Integer.class);
        int eligible = row.get("eligible", Integer.class);
        int duplicates = row.get("duplicates", Integer.class);
        return new BatchCounts(checked, eligible, checked - eligible - duplicates, duplicates,
                row.get("issued", Integer.class), row.get("failed", Integer.class));
    }

    List<String> namesBeginning(String prefix, long programmeId) {
        return entityManager.createQuery("""
                select b.name from Issuance b where b.programmeId = :programme and b.name like :prefix
                    and b.state <> CANCELLED""", String.class)
                .setParameter("programme", programmeId)
                .setParameter("prefix", prefix + "%")
                .getResultList();
    }
}
