package id.sanggar.learning;

import id.sanggar.identity.AuditTrail;
import id.sanggar.learning.Recomputation.Cause;
import id.sanggar.learning.Recomputation.ItemState;
import id.sanggar.learning.Recomputation.Losses;
import id.sanggar.learning.Recomputation.State;
import id.sanggar.learning.Recomputations.Listed;
import id.sanggar.learning.Recomputations.Work;
import id.sanggar.programme.Advance;
import id.sanggar.programme.Journeys;
import id.sanggar.programme.JudgingRules;
import id.sanggar.programme.Placement;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.RestartableJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A recomputation, piece by piece: counting changes nothing of any member, applying does what a person decided. Each
 * piece is a transaction of its own that also notes how far it is, so whoever takes it up goes on where it was left.
 */
@ApplicationScoped
public class RecomputationSteps {

    private static final int ENROLMENTS_AT_A_TIME = 10_000;
    private static final int MEMBERS_AT_A_TIME = 10_000;
    private static final int MEMBERS_PLACED_AT_A_TIME = 2_000;

    @Inject
    private Recomputations recomputations;

    @Inject
    private RecordMending records;

    @Inject
    private Standings standings;

    @Inject
    private Journeys journeys;

    @Inject
    private JudgingRules rules;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Those that are said to be going on since before that moment. */
    @Transactional
    public List<RestartableJob.Work> running(Instant since) {
        return recomputations.running(since);
    }

    /** @param execution of the job that does it now */
    @Transactional
    public void note(long id, long execution) {
        recomputations.note(id, execution);
    }

    /** Gives up: it failed too often. What was applied stays. */
    @Transactional
    public void fail(long id) {
        recomputations.lock(id)
                .filter(work -> work.state() == State.COUNTING || work.state() == State.APPLYING)
                .ifPresent(work -> recomputations.end(id, State.FAILED, clock.instant()));
    }

    /**
     * Does the next piece.
     *
     * @return whether there is another
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean next(long id) {
        var work = recomputations.work(id).orElse(null);
        if (work == null || work.state() != State.COUNTING && work.state() != State.APPLYING) {
            return false;
        }
        return switch (work.step()) {
            case "RECORDS" -> !take(work) || mend(work);
            case "STAGES" -> compare(work);
            default -> place(work);
        };
    }

    /**
     * Locks it, after the programme and the members that the piece is about: everybody locks in that order.
     *
     * @return whether nobody has decided otherwise meanwhile
     */
    private boolean take(Work work) {
        return recomputations.lock(work.id()).filter(work::equals).isPresent();
    }

    private boolean mend(Work work) {
        var some = records.next(rules.inForce(work.programmeId()).courses(), work.lastId(), ENROLMENTS_AT_A_TIME);
        var over = some.size() < ENROLMENTS_AT_A_TIME;
        var mended = some.isEmpty() ? 0 : records.mend(some);
        recomputations.count(work.id(), over ? "STAGES" : "RECORDS", over ? 0 : last(some), some.size(), mended, 0);
        return true;
    }

    private boolean compare(Work work) {
        if (work.cause() == Cause.RULES) {
            rules.hold(work.programmeId());
        }
        if (!take(work)) {
            return true;
        }
        var programme = work.cause() == Cause.RULES
                ? rules.described(work.programmeId())
                : rules.inForce(work.programmeId());
        var some = recomputations.next(work, MEMBERS_AT_A_TIME);
        recomputations.list(work.id(), standings.of(some).stream()
                .flatMap(standing -> Difference.of(programme, standing, standing.facts()).stream())
                .toList());
        var over = some.size() < MEMBERS_AT_A_TIME;
        recomputations.count(work.id(), over ? "END" : "STAGES", over ? 0 : last(some), 0, 0, some.size());
        return !over || counted(work);
    }

    /**
     * Where nobody gains or loses, there is nothing to decide: rules come into force. Members follow as after a
     * decision, since one who was counted early may have done something since, and was judged by the rules of then.
     *
     * @return whether there is more to do
     */
    private boolean counted(Work work) {
        var now = clock.instant();
        recomputations.counted(work.id(), now);
        if (recomputations.hasItems(work.id())) {
            return false;
        }
        if (work.cause() == Cause.RULES) {
            rules.bringIntoForce(work.programmeId(), work.version());
            recomputations.follow(work.id());
            return true;
        }
        recomputations.end(work.id(), State.DONE, now);
        return false;
    }

    private boolean place(Work work) {
        var some = recomputations.next(work, MEMBERS_PLACED_AT_A_TIME);
        journeys.lock(some);
        if (!take(work)) {
            return true;
        }
        if (!some.isEmpty()) {
            apply(work, some);
        }
        var over = some.size() < MEMBERS_PLACED_AT_A_TIME;
        recomputations.count(work.id(), over ? "END" : "APPLYING", over ? 0 : last(some), 0, 0, 0);
        if (over) {
            placed(work);
        }
        return !over;
    }

    private void placed(Work work) {
        if (recomputations.waits(work.id())) {
            recomputations.counted(work.id(), clock.instant());
        } else {
            recomputations.end(work.id(), State.DONE, clock.instant());
        }
        if (work.decidedBy() != null) {
            audit.record("recomputation.applied", work.cause().name(), work.programmeId(),
                    Map.of("losses", work.losses()), work.decidedBy());
        }
    }

    /** Does with these locked members what was decided, as far as it is so still. */
    void apply(Work work, Collection<Long> memberships) {
        var now = clock.instant();
        if (work.cause() == Cause.CORRECTION) {
            // From here on what was revoked counts no more; what that would take is taken or kept below.
            journeys.endDoubted(memberships, now);
        }
        new Applying(work, now, recomputations.listed(work.id(), memberships)).apply(memberships);
    }

    private static long last(List<Long> ids) {
        return ids.get(ids.size() - 1);
    }

    /** Some members on whom a decision is carried out. */
    private final class Applying {

        private final Work work;
        private final Instant now;
        private final Map<Long, Listed> listed;
        private final ProgrammeOutline programme;
        private final List<Advance> gained = new ArrayList<>();
        private final List<Placement> placements = new ArrayList<>();
        private final List<Long> lost = new ArrayList<>();
        private final List<Long> kept = new ArrayList<>();
        private final List<Difference> unforeseen = new ArrayList<>();

        Applying(Work work, Instant now, Map<Long, Listed> listed) {
            this.work = work;
            this.now = now;
            this.listed = listed;
            this.programme = rules.inForce(work.programmeId());
        }

        void apply(Collection<Long> memberships) {
            for (var standing : standings.of(memberships)) {
                Difference.of(programme, standing, standing.facts())
                        .ifPresentOrElse(this::sort, () -> placements.add(standing.placement(programme)));
            }
            standings.of(kept).forEach(standing -> placements.add(standing.placement(programme)));
            journeys.advance(gained);
            journeys.place(placements);
            var gainers = gained.stream().map(Advance::membershipId).toList();
            journeys.tell("LOST", lost, work.reason(), work.decidedBy(), now);
            journeys.tell("GAINED", gainers, work.reason(), work.decidedBy(), now);
            recomputations.settle(work.id(), lost, ItemState.APPLIED, now);
            recomputations.settle(work.id(), gainers, ItemState.APPLIED, now);
            recomputations.settle(work.id(), kept, ItemState.KEPT, now);
            recomputations.settle(work.id(), memberships, ItemState.GONE, now);
            if (!unforeseen.isEmpty()) {
                leaveToCheck();
            }
        }

        private void sort(Difference difference) {
            var standing = difference.standing();
            if (difference.gain()) {
                standing.advance(programme).ifPresent(gained::add);
                placements.add(standing.placement(programme));
            } else if (!wasSeen(difference)) {
                unforeseen.add(difference);
            } else if (work.losses() == Losses.KEEP) {
                keep(standing);
            } else {
                lost.add(standing.membershipId());
                placements.add(standing.placement(programme));
            }
        }

        /** Whether whoever decided saw that she would fall, and as far as that. */
        private boolean wasSeen(Difference difference) {
            var seen = listed.get(difference.standing().membershipId());
            return seen != null && !seen.gain() && Standing.place(programme, difference.due().stageId(), false)
                    >= Standing.place(programme, seen.toStage(), seen.toCompleted());
        }

        /** Every stage she was held to have left and has not met counts from now on, because somebody said so. */
        private void keep(Standing standing) {
            var held = Standing.place(programme, standing.stageId(), standing.completed());
            journeys.waive(standing.membershipId(), programme.stages().stream()
                    .filter(stage -> stage.position() < held && !standing.unmet(stage).isEmpty())
                    .map(ProgrammeOutline.Stage::id)
                    .toList(), work.reason(), work.decidedBy(), now);
            kept.add(standing.membershipId());
        }

        /** What nobody has seen waits for somebody; of members to whom a check has yet to come, that will find it. */
        private void leaveToCheck() {
            var check = recomputations.openOrBegin(work.programmeId(), Cause.CHECK, work.version(), now);
            recomputations.list(check.id(), unforeseen.stream()
                    .filter(difference -> check.id() == work.id()
                            || check.hasPassed(difference.standing().membershipId()))
                    .toList());
        }
    }
}
