package id.sanggar.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far the index has been built anew; counted in the transaction of the work itself. */
@ApplicationScoped
public class RebuildProgress {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    /** Where the newest rebuild stands, in courses. */
    public record State(int done, int total, Instant updatedAt) {
    }

    @Transactional
    public void begin(long instanceId, int total, int done) {
        entityManager.createNativeQuery("""
                insert into job_progress (instance_id, done, total, updated_at) values (:instance, :done, :total, :now)
                on conflict (instance_id) do update set total = excluded.total, updated_at = excluded.updated_at""")
                .setParameter("instance", instanceId)
                .setParameter("done", done)
                .setParameter("total", total)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Transactional
    public void advance(long instanceId, int courses) {
        entityManager.createNativeQuery("""
                update job_progress set done = least(total, done + :courses), updated_at = :now
                where instance_id = :instance""")
                .setParameter("instance", instanceId)
                .setParameter("courses", courses)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    Optional<State> newest() {
        List<Object[]> rows = entityManager.createNativeQuery(
                "select done, total, updated_at from job_progress order by instance_id desc limit 1").getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new State(((Number) row[0]).intValue(), ((Number) row[1]).intValue(), (Instant) row[2]));
    }
}
