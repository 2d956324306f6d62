package id.sanggar.certificate;

import id.sanggar.course.Outlines;
import id.sanggar.identity.Access;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.JsonText;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

/** Where batches are kept. Lists show the caller those of the programmes she manages as a whole. */
@ApplicationScoped
class Issuances {

    private static final String COUNTS = """
            (select count(*) as checked, count(*) filter (where i.state <> 'INELIGIBLE') as eligible,
                count(*) filter (where %s) as duplicates, count(*) filter (where i.state = 'ISSUED') as issued,
                count(*) filter (where i.state = 'FAILED') as failed, count(*) filter (where i.dropped) as dropped
            from issuance_item i where i.issuance_id = b.id) c""".formatted(ItemFilter.DUPLICATE.sql());

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Tallies tallies;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Outlines courses;

    void add(Issuance issuance) {
        entityManager.persist(issuance);
        entityManager.flush();
    }

    void flush() {
        entityManager.flush();
    }

    /** What its papers say alike, from now on whatever its programme says. */
    void freeze(long id, SharedTexts shared) {
        entityManager.createNativeQuery("update issuance set shared = cast(:shared as jsonb) where id = :id")
                .setParameter("shared", shared.toJson().toString())
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Keeps others from planning in the programme, so that no two batches get one name, and no form plans twice. */
    void lockPlans(long programmeId) {
        entityManager.createNativeQuery("select id from programme where id = :programme for no key update")
                .setParameter("programme", programmeId)
                .getSingleResult();
    }

    boolean exists(UUID code, long programmeId) {
        return entityManager.createQuery("""
                select count(b) from Issuance b where b.code = :code and b.programmeId = :programme""", Long.class)
                .setParameter("code", code)
                .setParameter("programme", programmeId)
                .getSingleResult() > 0;
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
    BatchPage page(long id, long caller) {
        var issuance = entityManager.find(Issuance.class, id);
        @SuppressWarnings("unchecked")
        NativeQuery<Tuple> query = entityManager.createNativeQuery("""
                select b.code, b.name, b.state, b.programme_id, b.course_id, b.cohort_id, b.completed_until, b.award,
                    b.valid_months, b.expires_until,
                    b.checked_at, b.stopping, b.manifest_signature is not null as manifest,
                    t.slug as template, t.version, cast(b.shared as text) as shared, c.*
                from issuance b join certificate_template t on t.id = b.template_id
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
                .addScalar("award", String.class)
                .addScalar("valid_months", Integer.class)
                .addScalar("expires_until", LocalDate.class)
                .addScalar("checked_at", Instant.class)
                .addScalar("stopping", Boolean.class)
                .addScalar("manifest", Boolean.class)
                .addScalar("template", String.class)
                .addScalar("version", Integer.class)
                .addScalar("shared", String.class);
        var row = counted(query).getSingleResult();
        var programme = programmes.byId(row.get("programme_id", Long.class));
        var course = courses.publishedById(row.get("course_id", Long.class));
        var cohort = row.get("cohort_id", Long.class);
        var state = BatchState.valueOf(row.get("state", String.class));
        return new BatchPage(row.get("code", UUID.class), row.get("name", String.class), state, programme,
                course.courseSlug(), course.title(), cohort == null ? null : programme.cohort(cohort),
                row.get("completed_until", LocalDate.class), Award.valueOf(row.get("award", String.class)),
                row.get("valid_months", Integer.class), row.get("expires_until", LocalDate.class),
                counts(row), row.get("checked_at", Instant.class),
                row.get("stopping", Boolean.class), issuance.mayBeApprovedBy(caller),
                state == BatchState.CHECKED ? approvers(id) : List.of(), row.get("manifest", Boolean.class),
                new BatchPage.Paper(row.get("template", String.class), row.get("version", Integer.class),
                        SharedTexts.read(row.get("shared", String.class), programme)));
    }

    /** Names of people who neither planned nor checked the batch and may approve it: the programme's own first. */
    @SuppressWarnings("unchecked")
    private List<String> approvers(long id) {
        return entityManager.createNativeQuery("""
                select a.name from account a cross join issuance b join programme p on p.id = b.programme_id
                where b.id = :id and a.id <> b.checked_by and not exists (select 1 from issuance_planner l
                        where l.issuance_id = b.id and l.account_id = a.id)
                    and a.id in (select g.account_id from role_grant g where g.role in ('MANAGER', 'ADMIN')) and %s
                order by exists (select 1 from role_grant g where g.account_id = a.id and g.programme_id = p.id) desc,
                    lower(a.name), a.id limit 5""".formatted(Access.OVER_WHOLE_PROGRAMME.replace(":caller", "a.id")),
                String.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** What the audit trail knows of the batch. */
    List<BatchAct> history(UUID code) {
        @SuppressWarnings("unchecked")
        NativeQuery<Tuple> query = entityManager.createNativeQuery("""
                select e.at, a.name as who, substr(e.action, length('issuance.') + 1) as what,
                    cast(e.detail as text) as detail
                from audit_entry e left join account a on a.id = e.actor_id
                where e.subject = :code and e.action like 'issuance.%' order by e.at, e.id""", Tuple.class)
                .setParameter("code", code.toString())
                .unwrap(NativeQuery.class);
        query.addScalar("at", Instant.class)
                .addScalar("who", String.class)
                .addScalar("what", String.class)
                .addScalar("detail", String.class);
        return query.getResultList().stream()
                .map(row -> new BatchAct(row.get("at", Instant.class), row.get("who", String.class),
                        row.get("what", String.class), figures(row.get("detail", String.class))))
                .toList();
    }

    private static Map<String, Integer> figures(String json) {
        return JsonText.object(json).entrySet().stream()
                .filter(entry -> entry.getValue() instanceof JsonString text && text.getString().matches("\\d{1,9}"))
                .collect(Collectors.toMap(Map.Entry::getKey,
                        entry -> Integer.valueOf(((JsonString) entry.getValue()).getString())));
    }

    /** How far a batch is that the caller is known to manage. */
    BatchProgress progress(long id, Instant now) {
        @SuppressWarnings("unchecked")
        NativeQuery<Tuple> query = entityManager.createNativeQuery("""
                select state, stopping, run_began_at, run_began_with from issuance where id = :id""", Tuple.class)
                .setParameter("id", id)
                .unwrap(NativeQuery.class);
        query.addScalar("state", String.class)
                .addScalar("stopping", Boolean.class)
                .addScalar("run_began_at", Instant.class)
                .addScalar("run_began_with", Integer.class);
        var row = query.getSingleResult();
        var state = BatchState.valueOf(row.get("state", String.class));
        var tally = state == BatchState.RUNNING ? tallies.lately(id) : tallies.count(id);
        var began = row.get("run_began_at", Instant.class);
        var perSecond = state != BatchState.RUNNING || began == null || !began.isBefore(now) ? 0
                : 1e3 * Math.max(0, tally.done() - row.get("run_began_with", Integer.class))
                        / Duration.between(began, now).toMillis();
        return new BatchProgress(state, row.get("stopping", Boolean.class), tally.total(), tally.done(),
                tally.failed(), perSecond);
    }

    private static NativeQuery<Tuple> counted(NativeQuery<Tuple> query) {
        return query.addScalar("checked", Integer.class)
                .addScalar("eligible", Integer.class)
                .addScalar("duplicates", Integer.class)
                .addScalar("issued", Integer.class)
                .addScalar("failed", Integer.class)
                .addScalar("dropped", Integer.class);
    }

    private static BatchCounts counts(Tuple row) {
        int checked = row.get("checked", Integer.class);
        int eligible = row.get("eligible", Integer.class);
        int duplicates = row.get("duplicates", Integer.class);
        return new BatchCounts(checked, eligible, checked - eligible - duplicates, duplicates,
                row.get("issued", Integer.class), row.get("failed", Integer.class), row.get("dropped", Integer.class));
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
