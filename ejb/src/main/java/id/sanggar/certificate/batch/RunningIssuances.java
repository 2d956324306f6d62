package id.sanggar.certificate.batch;

import id.sanggar.certificate.Award;
import id.sanggar.certificate.CertificatesIssued;
import id.sanggar.certificate.internal.Manifests;
import id.sanggar.certificate.internal.Serials;
import id.sanggar.identity.AuditTrail;
import id.sanggar.shared.RestartableJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/** The batches at work: what the job reads of them, how their people get numbers, how they end. */
@ApplicationScoped
class RunningIssuances {

    /** The certificate that the member of a batch holds already. */
    private static final String HELD = """
            \sfrom certificate c where c.programme_id = b.programme_id and c.course_id = b.course_id
                and c.award = b.award and c.account_id = m.account_id
                and c.revoked_at is null and c.replaced_at is null and c.renewed_at is null
                and (b.kind = 'RENEWAL' and c.expires_on <= b.expires_until) is not true""";

    /** The certificate that the batch is to renew. */
    private static final String DUE = """
            select 1 from certificate c where c.programme_id = b.programme_id and c.course_id = b.course_id
                and c.award = b.award and c.account_id = m.account_id and c.expires_on <= b.expires_until
                and c.revoked_at is null and c.replaced_at is null and c.renewed_at is null""";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Serials serials;

    @Inject
    private Manifests manifests;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<CertificatesIssued> issued;

    @Inject
    private Clock clock;

    /**
     * What the papers of a batch have in common.
     *
     * @param validMonths from the day of issue; null for ever
     * @param shared its texts, as JSON; null if it was checked before they were frozen
     */
    record Batch(long programmeId, long courseId, String courseCode, long templateId, Award award,
            Integer validMonths, Instant startedAt, String shared) {
    }

    /** The batches that run, or should, since before that moment. */
    @SuppressWarnings("unchecked")
    List<RestartableJob.Work> since(Instant moment) {
        return ((List<Object[]>) entityManager.createNativeQuery("""
                select b.id, b.execution_id, (select count(*) from certificate c where c.issuance_id = b.id)
                from issuance b where b.state = 'RUNNING' and b.started_at < :moment order by b.started_at""")
                .setParameter("moment", moment)
                .getResultList()).stream()
                .map(row -> new RestartableJob.Work(((Number) row[0]).longValue(),
                        row[1] == null ? null : ((Number) row[1]).longValue(), ((Number) row[2]).longValue()))
                .toList();
    }

    Batch batch(long issuanceId) {
        var row = (Object[]) entityManager.createNativeQuery("""
                select b.programme_id, b.course_id, c.code, b.template_id, b.award, b.valid_months, b.started_at,
                    cast(b.shared as text) as shared
                from issuance b join course c on c.id = b.course_id where b.id = :issuance""")
                .unwrap(NativeQuery.class)
                .addScalar("programme_id", Long.class)
                .addScalar("course_id", Long.class)
                .addScalar("code", String.class)
                .addScalar("template_id", Long.class)
                .addScalar("award", String.class)
                .addScalar("valid_months", Integer.class)
                .addScalar("started_at", Instant.class)
                .addScalar("shared", String.class)
                .setParameter("issuance", issuanceId)
                .getSingleResult();
        return new Batch((Long) row[0], (Long) row[1], (String) row[2], (Long) row[3],
                Award.valueOf((String) row[4]), (Integer) row[5], (Instant) row[6], (String) row[7]);
    }

    /**
     * Gives everyone eligible a number, consecutive in the programme and year. Whoever was eligible when the list was
     * frozen but is not any more, or got hers in another batch meanwhile, gets none, so that no number is wasted. Asked
     * again, it numbers nobody twice.
     */
    @Transactional
    void number(long issuanceId, int year) {
        var programme = batch(issuanceId).programmeId();
        // All years of the programme: around New Year two batches may look for the same people.
        serials.lock(programme, year);
        exclude(issuanceId, """
                jsonb_build_object('key', 'certificate.membership-not-active', 'args', jsonb_build_array())""", """
                m.state not in ('ACTIVE', 'COMPLETED')""");
        exclude(issuanceId, """
                jsonb_build_object('key', 'certificate.has-one', 'args', jsonb_build_array((select c.serial%s)))
                """.formatted(HELD), "exists (select 1%s)".formatted(HELD));
        exclude(issuanceId, """
                jsonb_build_object('key', 'certificate.nothing-to-renew', 'args', jsonb_build_array())""",
                "b.kind = 'RENEWAL' and not exists (" + DUE + ")");
        exclude(issuanceId, """
                jsonb_build_object('key', 'certificate.in-other-batch', 'args', jsonb_build_array())""", """
                exists (select 1 from issuance_item o join issuance other on other.id = o.issuance_id
                    where o.membership_id = m.id and o.issuance_id <> b.id and other.course_id = b.course_id
                        and other.award = b.award and o.serial_number is not null
                        and o.state in ('ELIGIBLE', 'FAILED'))""");
        serials.reuse(issuanceId, programme, year);
        entityManager.createNativeQuery("""
                with waiting as (
                    select i.position, row_number() over (order by i.position) as number from issuance_item i
                    where i.issuance_id = :issuance and i.state = 'ELIGIBLE' and i.serial_number is null),
                numbered as (
                    update issuance_item i set serial_number = s.last + w.number from waiting w, serial_counter s
                    where i.issuance_id = :issuance and i.position = w.position
                        and s.programme_id = :programme and s.year = :year
                    returning 1)
                update serial_counter set last = last + (select count(*) from numbered)
                where programme_id = :programme and year = :year""")
                .setParameter("issuance", issuanceId)
                .setParameter("programme", programme)
                .setParameter("year", year)
                .executeUpdate();
    }

    private void exclude(long issuanceId, String reason, String condition) {
        entityManager.createNativeQuery("""
                update issuance_item i set state = 'INELIGIBLE', dropped = true,
                    reasons = jsonb_build_array(%s)
                from issuance b, membership m where i.issuance_id = :issuance and i.state = 'ELIGIBLE'
                    and i.serial_number is null and b.id = i.issuance_id and m.id = i.membership_id and %s"""
                .formatted(reason, condition))
                .setParameter("issuance", issuanceId)
                .executeUpdate();
    }

    /** Whether somebody has asked the batch to stop. */
    boolean isStopping(long issuanceId) {
        return (Boolean) entityManager.createNativeQuery("select stopping from issuance where id = :issuance")
                .setParameter("issuance", issuanceId)
                .getSingleResult();
    }

    /**
     * The run is over: the batch is done, or in part if something failed or is left, or stopped if that was asked and
     * came before the end.
     */
    @Transactional
    void finish(long issuanceId) {
        var row = (Object[]) entityManager.createNativeQuery("""
                update issuance b set finished_at = :now, stopping = false, state = case
                    when exists (select 1 from issuance_item i where i.issuance_id = b.id and i.state = 'ELIGIBLE')
                        then case when b.stopping then 'STOPPED' else 'PARTIAL' end
                    when exists (select 1 from issuance_item i where i.issuance_id = b.id and i.state = 'FAILED')
                        then 'PARTIAL'
                    else 'DONE' end
                where b.id = :issuance returning b.code, b.programme_id, b.state,
                    (select count(*) from certificate c where c.issuance_id = b.id)""")
                .setParameter("now", clock.instant())
                .setParameter("issuance", issuanceId)
                .getSingleResult();
        var stopped = row[2].equals("STOPPED");
        audit.record(stopped ? "issuance.stopped" : "issuance.finished", ((UUID) row[0]).toString(),
                ((Number) row[1]).longValue(), Map.of("state", row[2], "issued", row[3]));
        // Who stops a batch may have found a mistake in it: nobody is written to before it is at its end.
        if (!stopped) {
            manifests.seal(issuanceId);
            issued.fire(new CertificatesIssued(issuanceId));
        }
    }
}
