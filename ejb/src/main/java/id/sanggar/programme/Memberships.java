package id.sanggar.programme;

import id.sanggar.identity.Access;
import id.sanggar.identity.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where memberships are kept. */
@ApplicationScoped
class Memberships {

    @PersistenceContext
    private EntityManager entityManager;

    void add(Membership membership) {
        entityManager.persist(membership);
    }

    void flush() {
        entityManager.flush();
    }

    /** Locked, so that what the person and her manager do at the same time happens one after the other. */
    Optional<Membership> lock(long accountId, long programmeId) {
        return entityManager.createQuery("""
                select m from Membership m where m.accountId = :account and m.programmeId = :programme""",
                Membership.class)
                .setParameter("account", accountId)
                .setParameter("programme", programmeId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /**
     * The memberships of these codes that the caller manages, locked against every other decision. In the order of
     * their ids, so that two decisions never wait for each other.
     */
    @SuppressWarnings("unchecked")
    List<Membership> lock(Collection<UUID> codes, long caller) {
        return entityManager.createNativeQuery("select m.* from membership m where m.code = any(:codes) and "
                + Access.OVER_MEMBERSHIP + " order by m.id for update", Membership.class)
                .setParameter("codes", codes.toArray(UUID[]::new))
                .setParameter("caller", caller)
                .getResultList();
    }

    /** @param now when they entered it, unless they did once before */
    void enter(Collection<Long> membershipIds, long stageId, Instant now) {
        entityManager.createNativeQuery("""
                insert into membership_stage (membership_id, stage_id, entered_at)
                select entering.id, :stage, :now from unnest(:memberships) as entering(id)
                on conflict (membership_id, stage_id) do nothing""")
                .setParameter("stage", stageId)
                .setParameter("now", now)
                .setParameter("memberships", membershipIds.toArray(Long[]::new))
                .executeUpdate();
    }

    /** @return ids of the memberships that were not confirmed before */
    @SuppressWarnings("unchecked")
    List<Long> confirm(Collection<Long> membershipIds, long requirementId, long manager, Instant now) {
        return entityManager.createNativeQuery("""
                insert into confirmation (membership_id, requirement_id, confirmed_by, confirmed_at)
                select confirmed.id, :requirement, :manager, :now from unnest(:memberships) as confirmed(id)
                on conflict (membership_id, requirement_id) do nothing
                returning membership_id""", Long.class)
                .setParameter("requirement", requirementId)
                .setParameter("manager", manager)
                .setParameter("now", now)
                .setParameter("memberships", membershipIds.toArray(Long[]::new))
                .getResultList();
    }

    /**
     * How many members each of these cohorts has. They stay locked until the transaction ends, so that the count is
     * still right when members are added.
     */
    Map<Long, Integer> lockAndCountMembers(Collection<Long> cohortIds) {
        var ids = cohortIds.toArray(Long[]::new);
        entityManager.createNativeQuery("select id from cohort where id = any(:cohorts) order by id for update")
                .setParameter("cohorts", ids)
                .getResultList();
        return countMembers(ids);
    }

    Map<Long, Integer> countMembers(Collection<Long> cohortIds) {
        return countMembers(cohortIds.toArray(Long[]::new));
    }

    @SuppressWarnings("unchecked")
    private Map<Long, Integer> countMembers(Long... cohortIds) {
        var members = new HashMap<Long, Integer>();
        List<Object[]> counts = entityManager.createNativeQuery("""
                select m.cohort_id, count(*) from membership m
                where m.cohort_id = any(:cohorts) and m.state in ('ACTIVE', 'COMPLETED') group by m.cohort_id""")
                .setParameter("cohorts", cohortIds)
                .getResultList();
        counts.forEach(row -> members.put(((Number) row[0]).longValue(), ((Number) row[1]).intValue()));
        return members;
    }

    Account.Gender genderOf(long accountId) {
        return entityManager.createQuery("select a.gender from Account a where a.id = :account", Account.Gender.class)
                .setParameter("account", accountId)
                .getSingleResult();
    }

    /** A person with her membership in the programme, if there is one. */
    ProgrammePages.Person applicant(long accountId, ProgrammeOutline programme) {
        var row = entityManager.createQuery("""
                select a.gender, m from Account a left join Membership m
                    on m.accountId = a.id and m.programmeId = :programme where a.id = :account""", Object[].class)
                .setParameter("programme", programme.id())
                .setParameter("account", accountId)
                .getSingleResult();
        return new ProgrammePages.Person((Account.Gender) row[0],
                row[1] == null ? null : ((Membership) row[1]).asSeenByMember(programme));
    }

    @SuppressWarnings("unchecked")
    Set<Long> programmesManagedBy(long caller) {
        return new HashSet<>((List<Long>) entityManager
                .createNativeQuery("select p.id from programme p where " + Access.OVER_PROGRAMME, Long.class)
                .setParameter("caller", caller)
                .getResultList());
    }

    boolean haveBeenIn(long stageId) {
        return exists("""
                select exists (select 1 from membership_stage where stage_id = :id)
                    or exists (select 1 from membership where stage_id = :id)""", stageId);
    }

    /** Whether one of these requirements was confirmed of anybody. */
    boolean isAnyConfirmed(Collection<Long> requirementIds) {
        return (Boolean) entityManager.createNativeQuery("""
                select exists (select 1 from confirmation where requirement_id = any(:requirements))""")
                .setParameter("requirements", requirementIds.toArray(Long[]::new))
                .getSingleResult();
    }

    boolean haveApplied(long cohortId) {
        return exists("select exists (select 1 from membership where cohort_id = :id)", cohortId);
    }

    private boolean exists(String sql, long id) {
        return (Boolean) entityManager.createNativeQuery(sql).setParameter("id", id).getSingleResult();
    }
}
