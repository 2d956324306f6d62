package id.sanggar.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Moves members through the stages of their programmes, for the room that knows what they have met. A journey is locked
 * before what its member has met is looked at, so that of two things met at the same time neither is overlooked.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Journeys {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    @Inject
    private Event<StageCompleted> stageCompleted;

    @Inject
    private Event<MembershipCompleted> membershipCompleted;

    /** The active memberships of these people, locked until the transaction ends. */
    @SuppressWarnings("unchecked")
    public List<Long> lockOf(Collection<Long> accountIds) {
        return entityManager.createNativeQuery("""
                select m.id from membership m where m.state = 'ACTIVE' and m.account_id = any(:accounts)
                order by m.id for update""", Long.class)
                .setParameter("accounts", accountIds.toArray(Long[]::new))
                .getResultList();
    }

    /**
     * The next active members of a programme, in the order of their memberships' ids, locked until the transaction
     * ends.
     *
     * @param after id of the last membership seen; 0 to begin
     */
    @SuppressWarnings("unchecked")
    public List<Long> lockNext(long programmeId, long after, int atMost) {
        return entityManager.createNativeQuery("""
                select m.id from membership m where m.programme_id = :programme and m.state = 'ACTIVE' and m.id > :after
                order by m.id limit :most for update""", Long.class)
                .setParameter("programme", programmeId)
                .setParameter("after", after)
                .setParameter("most", atMost)
                .getResultList();
    }

    /** Moves locked members on, all in two statements, and tells of every stage and journey that is completed by it. */
    public void advance(Collection<Advance> advances) {
        if (advances.isEmpty()) {
            return;
        }
        writeHistory(advances);
        move(advances);
        for (var advance : advances) {
            advance.left().forEach(stage ->
                    stageCompleted.fire(new StageCompleted(advance.membershipId(), stage)));
            if (advance.completed()) {
                membershipCompleted.fire(new MembershipCompleted(advance.membershipId(), advance.accountId(),
                        advance.programmeId()));
            }
        }
    }

    private void writeHistory(Collection<Advance> advances) {
        var memberships = new ArrayList<Long>();
        var stages = new ArrayList<Long>();
        var left = new ArrayList<Boolean>();
        for (var advance : advances) {
            advance.left().forEach(stage -> {
                memberships.add(advance.membershipId());
                stages.add(stage);
                left.add(true);
            });
            if (!advance.completed()) {
                memberships.add(advance.membershipId());
                stages.add(advance.stageId());
                left.add(false);
            }
        }
        entityManager.createNativeQuery("""
                insert into membership_stage (membership_id, stage_id, entered_at, completed_at)
                select step.membership, step.stage, :now, case when step.gone then cast(:now as timestamptz) end
                from unnest(:memberships, :stages, :gone) as step(membership, stage, gone)
                on conflict (membership_id, stage_id) do update
                    set completed_at = coalesce(membership_stage.completed_at, excluded.completed_at)""")
                .setParameter("now", clock.instant())
                .setParameter("memberships", memberships.toArray(Long[]::new))
                .setParameter("stages", stages.toArray(Long[]::new))
                .setParameter("gone", left.toArray(Boolean[]::new))
                .executeUpdate();
    }

    private void move(Collection<Advance> advances) {
        entityManager.createNativeQuery("""
                update membership m set stage_id = moved.stage, stage_since = :now, revision = m.revision + 1,
                    state = case when moved.completed then 'COMPLETED' else m.state end,
                    completed_at = case when moved.completed then cast(:now as timestamptz) end
                from unnest(:memberships, :stages, :completed) as moved(membership, stage, completed)
                where m.id = moved.membership""")
                .setParameter("now", clock.instant())
                .setParameter("memberships", advances.stream().map(Advance::membershipId).toArray(Long[]::new))
                .setParameter("stages", advances.stream().map(Advance::stageId).toArray(Long[]::new))
                .setParameter("completed", advances.stream().map(Advance::completed).toArray(Boolean[]::new))
                .executeUpdate();
    }
}
