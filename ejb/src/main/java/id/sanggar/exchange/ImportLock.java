package id.sanggar.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Lets only one of several nodes bring in content at a time; the others wait, and then find it there. */
@ApplicationScoped
class ImportLock {

    /** Any number that nothing else in the database locks by. */
    private static final long KEY = 7_571_000_001L;

    @PersistenceContext
    private EntityManager entityManager;

    /** Held until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    void take() {
        entityManager.createNativeQuery("select 1 from (select pg_advisory_xact_lock(:key)) as taken")
                .setParameter("key", KEY)
                .getSingleResult();
    }
}
