package id.sanggar.certificate;

import id.sanggar.certificate.internal.Attendance;
import id.sanggar.certificate.internal.Listed;
import id.sanggar.certificate.internal.Printing;
import id.sanggar.certificate.internal.Templates;
import id.sanggar.certificate.pdf.Unprintable;
import id.sanggar.course.Outline;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/** The frozen lists of batches. They may be as long as a programme has members, so nothing here goes one by one. */
@ApplicationScoped
class IssuanceItems {

    /** Members of the programme, or of one cohort, in the order of the alphabet, each with what she does not meet. */
    private static final String FREEZE = """
            insert into issuance_item (issuance_id, position, membership_id, state, reasons, holder)
            select :issuance, row_number() over (order by lower(c.name), c.membership_id), c.membership_id,
                case when c.reasons = '[]' then 'ELIGIBLE' else 'INELIGIBLE' end, c.reasons, c.name
            from (
                select m.id as membership_id, a.name, case
                    when cast(:renew as date) is not null and held.serial is null
                        then '[{"key": "certificate.nothing-to-renew", "args": []}]'
                    when held.serial is not null and (held.expires_on <= cast(:renew as date)) is not true
                        then jsonb_build_array(
                        jsonb_build_object('key', 'certificate.has-one', 'args', jsonb_build_array(held.serial)))
                    else case when m.state = 'APPLIED' then
                            '[{"key": "certificate.membership-not-active", "args": []}]' else cast('[]' as jsonb) end
                        || case
                            when e.id is null then '[{"key": "certificate.not-enrolled", "args": []}]'
                            when e.reached_at is null then unmet.reasons
                            when e.reached_at >= cast(:before as timestamptz) then jsonb_build_array(
                                jsonb_build_object('key', 'certificate.completed-later', 'args', jsonb_build_array(
                                    jsonb_build_object('date', cast(e.reached_at at time zone :zone as date)))))
                            else '[]' end
                    end as reasons
                from membership m
                join account a on a.id = m.account_id
                left join certificate held on held.programme_id = m.programme_id and held.course_id = :course
                    and held.award = :award and held.account_id = m.account_id
                    and held.revoked_at is null and held.replaced_at is null and held.renewed_at is null
                left join (%1$s) e on e.account_id = m.account_id
                left join lateral (
                    select case
                        when count(*) between 1 and 3 then jsonb_agg(missing.reason)
                        else jsonb_build_array(jsonb_build_object('key', 'certificate.activities-missing', 'args',
                            jsonb_build_array(e.done, e.required)))
                        end as reasons
                    from (
                        select jsonb_build_object(
                            'key', case when r.best_score is not null and q.pass_mark > r.best_score
                                then 'certificate.score-too-low' else 'certificate.activity-missing' end,
                            'args', jsonb_build_array(jsonb_build_object('id', v.title_id, 'en', v.title_en))
                                || case when r.best_score is not null and q.pass_mark > r.best_score
                                    then jsonb_build_array(r.best_score, q.pass_mark) else '[]' end) as reason
                        from activity v
                        left join quiz q on q.activity_id = v.id and v.completion = 'PASSED'
                        left join activity_record r on r.enrolment_id = e.id and r.activity_slug = v.slug
                        where v.version_id = case when e.reached_at is null then e.version_id end
                            and v.completion <> 'NONE' and r.completed_at is null and %2$s
                        order by v.position limit 4
                    ) missing
                ) unmet on true
                where m.programme_id = :programme and m.state in ('APPLIED', 'ACTIVE', 'COMPLETED')
                    and a.state <> 'ERASED'
                    and (cast(:cohort as bigint) is null or m.cohort_id = cast(:cohort as bigint))
            ) c""";

    private static final String FREEZE_COMPLETED = FREEZE.formatted("""
            select e.*, e.completed_at as reached_at from enrolment e where e.course_id = :course""", "true");

    private static final String FREEZE_ATTENDED = FREEZE.formatted("""
            select e.id, e.account_id, e.version_id, l.done, l.required, l.attended_at as reached_at
            from enrolment e cross join lateral (%s) l where e.course_id = :course"""
            .formatted(Attendance.OF_ENROLMENT), "v.kind = 'LESSON'");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Templates templates;

    @Inject
    private Printing printing;

    void freeze(Issuance issuance, ProgrammeOutline programme, long courseId, ProgrammeOutline.Cohort cohort,
            LocalDate completedUntil) {
        entityManager.createNativeQuery(issuance.award() == Award.ATTENDANCE ? FREEZE_ATTENDED : FREEZE_COMPLETED)
                .setParameter("issuance", issuance.id())
                .setParameter("award", issuance.award().name())
                .setParameter("programme", programme.id())
                .setParameter("course", courseId)
                .setParameter("cohort", cohort == null ? null : cohort.id())
                .setParameter("zone", programme.zone().getId())
                .setParameter("renew", issuance.renewUntil())
                .setParameter("before", completedUntil == null
                        ? null
                        : completedUntil.plus(1, ChronoUnit.DAYS).atStartOfDay(programme.zone()).toInstant())
                .executeUpdate();
        // The planner would take the new list for a short one, and number it in hours.
        entityManager.createNativeQuery("analyze issuance_item").executeUpdate();
    }

    /**
     * Draws a trial paper for each unusual name, so that a name the template cannot print is known before a number is
     * given to it. Plain names of usual length need no trial.
     *
     * @throws Conflict if already a plain name's paper cannot be drawn: then the batch's own texts are at fault
     */
    void proveNames(Issuance issuance, SharedTexts shared, Outline course) {
        var template = templates.compiled(issuance.templateId());
        var trial = printing.trial(shared, course);
        try {
            template.stamp(trial.apply("Nama"));
        } catch (Unprintable unprintable) {
            throw new Conflict("certificate.paper-impossible", unprintable.field().key());
        }
        var refused = Json.createArrayBuilder();
        unusualNames(issuance.id()).forEach(unusual -> {
            try {
                template.stamp(trial.apply((String) unusual[1]));
            } catch (Unprintable unprintable) {
                refused.add(Json.createObjectBuilder()
                        .add("position", (Integer) unusual[0])
                        .add("reasons", Json.createArrayBuilder().add(Printing.reason(unprintable))));
            }
        });
        entityManager.createNativeQuery("""
                update issuance_item i set state = 'INELIGIBLE', reasons = refused.reasons
                from jsonb_to_recordset(cast(:refused as jsonb)) as refused(position integer, reasons jsonb)
                where i.issuance_id = :issuance and i.position = refused.position""")
                .setParameter("refused", refused.build().toString())
                .setParameter("issuance", issuance.id())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> unusualNames(long issuanceId) {
        return entityManager.createNativeQuery("""
                select i.position, i.holder from issuance_item i
                where i.issuance_id = :issuance and i.state = 'ELIGIBLE' and i.holder !~ '^[A-Za-z .,''-]{1,32}$'""")
                .setParameter("issuance", issuanceId)
                .getResultList();
    }

    /** How many are to get a certificate, whether they have it or not. */
    int eligible(long issuanceId) {
        return count(issuanceId, ItemFilter.ELIGIBLE);
    }

    int issued(long issuanceId) {
        return count(issuanceId, ItemFilter.ISSUED);
    }

    private int count(long issuanceId, ItemFilter filter) {
        return Math.toIntExact((Long) entityManager.createNativeQuery(
                "select count(*) from issuance_item i where i.issuance_id = :issuance and " + filter.sql(), Long.class)
                .setParameter("issuance", issuanceId)
                .getSingleResult());
    }

    /** Of a batch of which nothing was issued: its list is void. */
    void forget(long issuanceId) {
        entityManager.createNativeQuery("delete from issuance_item where issuance_id = :issuance")
                .setParameter("issuance", issuanceId)
                .executeUpdate();
    }

    /**
     * Who has no certificate yet gets none in this batch; their numbers were released before.
     *
     * @return how many they are
     */
    int giveUpRest(long issuanceId) {
        return entityManager.createNativeQuery("""
                update issuance_item set state = 'INELIGIBLE', dropped = true, serial_number = null,
                    reasons = '[{"key": "certificate.given-up", "args": []}]'
                where issuance_id = :issuance and state in ('ELIGIBLE', 'FAILED')""")
                .setParameter("issuance", issuanceId)
                .executeUpdate();
    }

    /** What failed waits again; its number stays. */
    void retry(long issuanceId) {
        entityManager.createNativeQuery("""
                update issuance_item set state = 'ELIGIBLE', reasons = '[]'
                where issuance_id = :issuance and state = 'FAILED'""")
                .setParameter("issuance", issuanceId)
                .executeUpdate();
    }

    Page<BatchItem> page(long issuanceId, ItemFilter filter, int number, int size) {
        var total = (Long) entityManager.createNativeQuery(
                "select count(*) from issuance_item i where i.issuance_id = :issuance and " + filter.sql(), Long.class)
                .setParameter("issuance", issuanceId)
                .getSingleResult();
        @SuppressWarnings("unchecked")
        NativeQuery<Tuple> query = entityManager.createNativeQuery("""
                select i.position, m.code as member, coalesce(c.holder, %s) as holder, b.name as business_name, i.state,
                    cast(i.reasons as text) as reasons, c.serial,
                    c.code as certificate, c.revoked_at is not null as revoked
                from (select * from issuance_item i where i.issuance_id = :issuance and %s
                    order by i.position offset :first rows fetch next :size rows only) i
                join membership m on m.id = i.membership_id join account a on a.id = m.account_id
                left join business b on b.id = m.business_id
                left join certificate c on c.id = i.certificate_id
                order by i.position""".formatted(Listed.HOLDER, filter.sql()), Tuple.class)
                .setParameter("issuance", issuanceId)
                .setParameter("first", (number - 1) * size)
                .setParameter("size", size)
                .unwrap(NativeQuery.class);
        query.addScalar("position", Integer.class)
                .addScalar("member", UUID.class)
                .addScalar("holder", String.class)
                .addScalar("business_name", String.class)
                .addScalar("state", String.class)
                .addScalar("reasons", String.class)
                .addScalar("serial", String.class)
                .addScalar("certificate", String.class)
                .addScalar("revoked", Boolean.class);
        return new Page<>(query.getResultList().stream().map(IssuanceItems::item).toList(), total, number, size);
    }

    private static BatchItem item(Tuple row) {
        return new BatchItem(row.get("position", Integer.class), row.get("member", UUID.class),
                row.get("holder", String.class), row.get("business_name", String.class),
                BatchItem.State.valueOf(row.get("state", String.class)), Reasons.read(row.get("reasons", String.class)),
                row.get("serial", String.class), row.get("certificate", String.class),
                row.get("revoked", Boolean.class));
    }
}
