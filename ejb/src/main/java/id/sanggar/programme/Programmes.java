package id.sanggar.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Where programmes are kept. */
@ApplicationScoped
class Programmes {

    @PersistenceContext
    private EntityManager entityManager;

    Optional<Programme> bySlug(String slug) {
        return entityManager.createQuery("select p from Programme p where p.slug = :slug", Programme.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    void add(Programme programme) {
        entityManager.persist(programme);
    }

    void flush() {
        entityManager.flush();
    }

    /** Every programme as it is committed: a handful of statements for a handful of programmes. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<ProgrammeOutline> outlines() {
        return entityManager
                .createQuery("select p from Programme p join fetch p.organisation"
                        + " left join fetch p.approvingOrganisation order by p.slug", Programme.class)
                .getResultStream()
                .map(Programme::outline)
                .toList();
    }

    /** One programme as the transaction at hand has it. */
    Optional<ProgrammeOutline> outline(long programmeId) {
        return Optional.ofNullable(entityManager.find(Programme.class, programmeId)).map(Programme::outline);
    }
}
