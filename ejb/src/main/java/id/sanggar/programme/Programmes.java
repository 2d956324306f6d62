package id.sanggar.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where programmes are kept. */
@ApplicationScoped
class Programmes {

    @PersistenceContext
    private EntityManager entityManager;

    /** Locked against whoever else changes it. */
    Optional<Programme> lockedBySlug(String slug) {
        return entityManager.createQuery("select p from Programme p where p.slug = :slug", Programme.class)
                .setParameter("slug", slug)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    void add(Programme programme) {
        entityManager.persist(programme);
    }

    void flush() {
        entityManager.flush();
    }

    /**
     * Every programme as it is committed: a handful of statements for a handful of programmes, which see the same
     * moment, so that no stage is held to be of other rules than it is.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<ProgrammeOutline> outlines() {
        entityManager.createNativeQuery("set transaction isolation level repeatable read").executeUpdate();
        return entityManager
                .createQuery("select p from Programme p join fetch p.organisation"
                        + " left join fetch p.approvingOrganisation order by p.slug", Programme.class)
                .getResultStream()
                .map(this::inForce)
                .toList();
    }

    /** One programme as the transaction at hand has it. */
    Optional<ProgrammeOutline> outline(long programmeId) {
        return programme(programmeId).map(this::inForce);
    }

    Optional<Programme> programme(long programmeId) {
        return Optional.ofNullable(entityManager.find(Programme.class, programmeId));
    }

    /** The same, locked against whoever else changes it. */
    Optional<Programme> locked(long programmeId) {
        return Optional.ofNullable(entityManager.find(Programme.class, programmeId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** A programme with the stages its members are judged by. */
    ProgrammeOutline inForce(Programme programme) {
        var described = programme.outline();
        return programme.rulesInForce() == programme.rulesVersion()
                ? described
                : described.with(StageRules.stages(kept(programme.id(), programme.rulesInForce()),
                        described.stages()), programme.rulesInForce());
    }

    private String kept(long programmeId, int version) {
        return (String) entityManager.createNativeQuery("""
                select cast(r.stages as text) from programme_rules r
                where r.programme_id = :programme and r.version = :version""", String.class)
                .setParameter("programme", programmeId)
                .setParameter("version", version)
                .getSingleResult();
    }

    /** Keeps the rules of this number as long as others wait, and after: to read what was in force when. */
    void keepRules(long programmeId, int version, List<ProgrammeOutline.Stage> stages, Instant now) {
        entityManager.createNativeQuery("""
                insert into programme_rules (programme_id, version, stages, kept_at)
                values (:programme, :version, cast(:stages as jsonb), :now) on conflict do nothing""")
                .setParameter("programme", programmeId)
                .setParameter("version", version)
                .setParameter("stages", StageRules.text(stages))
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Notes at each requirement whether members are judged by it now. */
    void noteInForce(ProgrammeOutline inForce) {
        entityManager.createNativeQuery("""
                update stage_requirement r set in_force = (r.id = any(:judged)) from stage s
                where s.id = r.stage_id and s.programme_id = :programme and r.kind <> 'GROUP'
                    and r.in_force <> (r.id = any(:judged))""")
                .setParameter("programme", inForce.id())
                .setParameter("judged", inForce.stages().stream()
                        .flatMap(stage -> stage.leaves().stream())
                        .map(ProgrammeOutline.Requirement::id)
                        .toArray(Long[]::new))
                .executeUpdate();
    }
}
