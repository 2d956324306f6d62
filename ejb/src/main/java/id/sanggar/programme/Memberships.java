package id.sanggar.programme;

import id.sanggar.identity.Access;
import id.sanggar.identity.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

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

    /**
     * A membership before it is locked: its cohort is to be locked first.
     *
     * @param cohortId null for none
     */
    record Seen(long id, long programmeId, Long cohortId) {
    }

    /** Of these memberships, those that the caller manages. */
    List<Seen> seen(Collection<UUID> codes, long caller) {
        return seen(entityManager.createNativeQuery("select m.id, m.programme_id, m.cohort_id from membership m "
                + "where m.code = any(:codes) and " + Access.OVER_MEMBERSHIP)
                .setParameter("codes", codes.toArray(UUID[]::new))
                .setParameter("caller", caller));
    }

    /** A person's own. */
    Optional<Seen> seen(long accountId, long programmeId) {
        return seen(entityManager.createNativeQuery("""
                select m.id, m.programme_id, m.cohort_id from membership m
                where m.account_id = :account and m.programme_id = :programme""")
                .setParameter("account", accountId)
                .setParameter("programme", programmeId)).stream().findFirst();
    }

    /** A membership of a person's own, by its code. */
    Optional<Seen> mine(UUID code, long accountId) {
        return seen(entityManager.createNativeQuery("""
                select m.id, m.programme_id, m.cohort_id from membership m
                where m.code = :code and m.account_id = :account""")
                .setParameter("code", code)
                .setParameter("account", accountId)).stream().findFirst();
    }

    /** All of a person's own. */
    List<Seen> seen(long accountId) {
        return seen(entityManager.createNativeQuery("""
                select m.id, m.programme_id, m.cohort_id from membership m where m.account_id = :account""")
                .setParameter("account", accountId));
    }

    @SuppressWarnings("unchecked")
    private static List<Seen> seen(Query query) {
        List<Object[]> rows = query.unwrap(NativeQuery.class)
                .addScalar("id", Long.class)
                .addScalar("programme_id", Long.class)
                .addScalar("cohort_id", Long.class)
                .getResultList();
        return rows.stream().map(row -> new Seen((Long) row[0], (Long) row[1], (Long) row[2])).toList();
    }

    /** Locked in the order of their ids, so that two who lock some of them never wait for each other. */
    @SuppressWarnings("unchecked")
    List<Membership> lock(Collection<Long> ids) {
        return entityManager.createNativeQuery("select m.* from membership m where m.id = any(:ids) order by m.id "
                + "for update", Membership.class)
                .setParameter("ids", ids.toArray(Long[]::new))
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
        end(membershipIds, requirementId, now);
        return entityManager.createNativeQuery("""
                insert into confirmation (membership_id, requirement_id, confirmed_by, confirmed_at)
                select confirmed.id, :requirement, :manager, :now from unnest(:memberships) as confirmed(id)
                on conflict (membership_id, requirement_id) where ended_at is null do nothing
                returning membership_id""", Long.class)
                .setParameter("requirement", requirementId)
                .setParameter("manager", manager)
                .setParameter("now", now)
                .setParameter("memberships", membershipIds.toArray(Long[]::new))
                .getResultList();
    }

    /** Confirms what a member handed in; of what was revoked before, it takes the place. */
    void confirm(long membershipId, long requirementId, long evidenceId, long manager, Instant now) {
        end(List.of(membershipId), requirementId, now);
        entityManager.createNativeQuery("""
                insert into confirmation (membership_id, requirement_id, evidence_id, confirmed_by, confirmed_at)
                values (:membership, :requirement, :evidence, :manager, :now)
                on conflict (membership_id, requirement_id) where ended_at is null do nothing""")
                .setParameter("membership", membershipId)
                .setParameter("requirement", requirementId)
                .setParameter("evidence", evidenceId)
                .setParameter("manager", manager)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** What was revoked of this counts no more. */
    private void end(Collection<Long> membershipIds, long requirementId, Instant now) {
        entityManager.createNativeQuery("""
                update confirmation set ended_at = :now where membership_id = any(:memberships)
                    and requirement_id = :requirement and revoked_at is not null and ended_at is null""")
                .setParameter("memberships", membershipIds.toArray(Long[]::new))
                .setParameter("requirement", requirementId)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** @return whether there was a confirmation that nobody had revoked */
    boolean revoke(long membershipId, long requirementId, long manager, String reason, Instant now) {
        return entityManager.createNativeQuery("""
                update confirmation set revoked_at = :now, revoked_by = :manager, revocation_reason = :reason
                where membership_id = :membership and requirement_id = :requirement and revoked_at is null
                    and ended_at is null""")
                .setParameter("membership", membershipId)
                .setParameter("requirement", requirementId)
                .setParameter("manager", manager)
                .setParameter("reason", reason)
                .setParameter("now", now)
                .executeUpdate() > 0;
    }

    Account.Gender genderOf(long accountId) {
        return entityManager.createQuery("select a.gender from Account a where a.id = :account", Account.Gender.class)
                .setParameter("account", accountId)
                .getSingleResult();
    }

    long accountOf(long membershipId) {
        return entityManager.createQuery("select m.accountId from Membership m where m.id = :id", Long.class)
                .setParameter("id", membershipId)
                .getSingleResult();
    }

    String nameOf(long accountId) {
        return entityManager.createQuery("select a.name from Account a where a.id = :account", String.class)
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
        return new ProgrammePages.Person((Account.Gender) row[0], (Membership) row[1]);
    }

    @SuppressWarnings("unchecked")
    Set<Long> programmesManagedBy(long caller) {
        return new HashSet<>((List<Long>) entityManager
                .createNativeQuery("select p.id from programme p where " + Access.OVER_PROGRAMME, Long.class)
                .setParameter("caller", caller)
                .getResultList());
    }

    /** Whether anybody was ever there, or met anything of what it asks for. */
    boolean haveBeenIn(long stageId) {
        return exists("""
                select exists (select 1 from membership_stage where stage_id = :id)
                    or exists (select 1 from membership where stage_id = :id)
                    or exists (select 1 from membership_event where stage_id = :id)
                    or exists (select 1 from stage_requirement r join confirmation c on c.requirement_id = r.id
                        where r.stage_id = :id)
                    or exists (select 1 from stage_requirement r join evidence e on e.requirement_id = r.id
                        where r.stage_id = :id)""", stageId);
    }

    /** Whether anybody is on the way or through. */
    boolean areJudged(long programmeId) {
        return exists("""
                select exists (select 1 from membership where programme_id = :id
                    and state in ('ACTIVE', 'COMPLETED'))""", programmeId);
    }

    boolean haveApplied(long cohortId) {
        return exists("select exists (select 1 from membership where cohort_id = :id)", cohortId);
    }

    private boolean exists(String sql, long id) {
        return (Boolean) entityManager.createNativeQuery(sql).setParameter("id", id).getSingleResult();
    }
}
