package id.sanggar.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.hibernate.query.NativeQuery;

/** What is known of one member beyond the row of a list. */
@ApplicationScoped
class MemberPages {

    @PersistenceContext
    private EntityManager entityManager;

    /** A member the caller is known to manage, with her journey and what was confirmed of her. */
    MemberPage inFull(MemberRow member) {
        var decision = (Object[]) entityManager.createNativeQuery("""
                select a.name, m.decision_reason, m.completed_at
                from membership m left join account a on a.id = m.decided_by where m.code = :code""")
                .unwrap(NativeQuery.class)
                .addScalar("name", String.class)
                .addScalar("decision_reason", String.class)
                .addScalar("completed_at", Instant.class)
                .setParameter("code", member.code())
                .getSingleResult();
        return new MemberPage(member, (String) decision[0], (String) decision[1], (Instant) decision[2],
                journey(member), confirmations(member));
    }

    @SuppressWarnings("unchecked")
    private List<MemberPage.Step> journey(MemberRow member) {
        List<Object[]> steps = entityManager.createNativeQuery("""
                select s.stage_id, s.entered_at, s.completed_at
                from membership_stage s join membership m on m.id = s.membership_id where m.code = :code""")
                .unwrap(NativeQuery.class)
                .addScalar("stage_id", Long.class)
                .addScalar("entered_at", Instant.class)
                .addScalar("completed_at", Instant.class)
                .setParameter("code", member.code())
                .getResultList();
        return steps.stream()
                .map(step -> new MemberPage.Step(member.programme().stage((Long) step[0]), (Instant) step[1],
                        (Instant) step[2]))
                .sorted(Comparator.comparing(step -> step.stage().position()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<MemberPage.Confirmation> confirmations(MemberRow member) {
        List<Object[]> rows = entityManager.createNativeQuery("""
                select c.requirement_id, a.name, c.confirmed_at from confirmation c
                join membership m on m.id = c.membership_id join account a on a.id = c.confirmed_by
                where m.code = :code and c.ended_at is null""")
                .unwrap(NativeQuery.class)
                .addScalar("requirement_id", Long.class)
                .addScalar("name", String.class)
                .addScalar("confirmed_at", Instant.class)
                .setParameter("code", member.code())
                .getResultList();
        var done = new HashMap<Long, Object[]>();
        rows.forEach(row -> done.put((Long) row[0], row));
        return member.programme().stages().stream()
                .flatMap(stage -> stage.leaves().stream()
                        .filter(requirement -> requirement.kind().isConfirmed())
                        .map(requirement -> {
                            var row = done.getOrDefault(requirement.id(), new Object[3]);
                            return new MemberPage.Confirmation(stage, requirement, (String) row[1], (Instant) row[2]);
                        }))
                .toList();
    }
}
