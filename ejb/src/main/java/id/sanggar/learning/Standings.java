package id.sanggar.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hibernate.query.NativeQuery;

/** Reads where members stand, any number of them in one statement. */
@ApplicationScoped
class Standings {

    @PersistenceContext
    private EntityManager entityManager;

    /** Of those of these memberships that are active. */
    List<Standing> of(Collection<Long> membershipIds) {
        @SuppressWarnings("unchecked")
        NativeQuery<Object[]> query = entityManager.createNativeQuery("""
                select m.id, m.account_id, m.programme_id, m.stage_id,
                    array(select e.course_id from enrolment e
                        where e.account_id = m.account_id and e.completed_at is not null) as courses,
                    array(select c.requirement_id from confirmation c where c.membership_id = m.id) as confirmed
                from membership m where m.id = any(:memberships) and m.state = 'ACTIVE' order by m.id""",
                Object[].class).unwrap(NativeQuery.class);
        return query
                .addScalar("id", Long.class)
                .addScalar("account_id", Long.class)
                .addScalar("programme_id", Long.class)
                .addScalar("stage_id", Long.class)
                .addScalar("courses", Long[].class)
                .addScalar("confirmed", Long[].class)
                .setParameter("memberships", membershipIds.toArray(Long[]::new))
                .getResultStream()
                .map(row -> new Standing((Long) row[0], (Long) row[1], (Long) row[2], (Long) row[3],
                        Set.of((Long[]) row[4]), Set.of((Long[]) row[5])))
                .toList();
    }
}
