package id.sanggar.certificate.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.hibernate.query.NativeQuery;

/**
 * Reads one partition's share of those who wait. No checkpoint is needed: an item that is done says so itself, in the
 * same transaction as its certificate, so whoever begins anew finds exactly what is left.
 */
@Dependent
@Named("pendingReader")
class PendingReader extends AbstractItemReader {

    private static final int PAGE = 100;

    @Inject
    @BatchProperty
    private String issuance;

    @Inject
    @BatchProperty
    private String partition;

    @Inject
    @BatchProperty
    private String partitions;

    @Inject
    private RunningIssuances running;

    @PersistenceContext
    private EntityManager entityManager;

    private final Queue<Pending> page = new ArrayDeque<>();
    private int after;

    @Override
    public Pending readItem() {
        // A stop is looked for once a page; the step then ends as if nobody were left, and the last step says so.
        if (page.isEmpty() && !running.isStopping(Long.parseLong(issuance))) {
            read();
        }
        return page.poll();
    }

    @SuppressWarnings("unchecked")
    private void read() {
        List<Object[]> rows = entityManager.createNativeQuery("""
                select i.position, i.serial_number, m.account_id, a.name as holder, o.name_id as partner,
                    e.version_id, e.score, e.completed_at
                from issuance_item i
                join issuance b on b.id = i.issuance_id join programme p on p.id = b.programme_id
                join membership m on m.id = i.membership_id join account a on a.id = m.account_id
                join enrolment e on e.account_id = m.account_id and e.course_id = b.course_id
                left join organisation o on o.id = m.organisation_id and o.id <> p.organisation_id
                where i.issuance_id = :issuance and i.state = 'ELIGIBLE' and i.serial_number is not null
                    and i.position > :after and i.position % :partitions = :partition
                order by i.position fetch first :page rows only""")
                .setParameter("issuance", Long.parseLong(issuance))
                .setParameter("after", after)
                .setParameter("partitions", Integer.parseInt(partitions))
                .setParameter("partition", Integer.parseInt(partition))
                .setParameter("page", PAGE)
                .unwrap(NativeQuery.class)
                .addScalar("position", Integer.class)
                .addScalar("serial_number", Integer.class)
                .addScalar("account_id", Long.class)
                .addScalar("holder", String.class)
                .addScalar("partner", String.class)
                .addScalar("version_id", Long.class)
                .addScalar("score", BigDecimal.class)
                .addScalar("completed_at", Instant.class)
                .getResultList();
        rows.forEach(row -> page.add(new Pending((Integer) row[0], (Integer) row[1], (Long) row[2], (String) row[3],
                (String) row[4], (Long) row[5], (BigDecimal) row[6], (Instant) row[7])));
        if (!rows.isEmpty()) {
            after = (Integer) rows.get(rows.size() - 1)[0];
        }
    }
}
