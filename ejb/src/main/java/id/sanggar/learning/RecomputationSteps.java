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
    private static final int MEMBERS_APPLIED_AT_A_TIME = 2_000;

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
        var work = recomputations.lock(id).orElse(null);
        if (work == null || work.state() != State.COUNTING && work.state() != State.APPLYING) {
            return false;
        }
        return switch (work.step()) {
            case "RECORDS" -> mend(work);
            case "STAGES" -> compare(work);
            default -> apply(work);
        };
    }

    private boolean mend(Work work) {
        var some = records.next(rules.inForce(work.programmeId()).courses(), work.lastId(), ENROLMENTS_AT_A_TIME);
        var over = some.size() < ENROLMENTS_AT_A_TIME;
        var mended = some.isEmpty() ? 0 : records.mend(some);
        recomputations.count(work.id(), over ? "STAGES" : "RECORDS", over ? 0 : last(some), some.size(), mended, 0);
        return true;
    }

    private boolean compare(Work work) {
        var programme = work.cause() == Cause.RULES
                ? rules.described(work.programmeId())
                : rules.inForce(work.programmeId());
        var some = recomputations.next(work, MEMBERS_AT_A_TIME);
        recomputations.list(work.id(), standings.of(some).stream()
                .flatMap(standing -> Difference.of(programme, standing, standing.facts()).stream())
                .toList());
        var over = some.size() < MEMBERS_AT_A_TIME;
        recomputations.count(work.id(), over ? "END" : "STAGES", over ? 0 : last(some), 0, 0, some.size());
        if (over) {
            counted(work);
        }
        return !over;
    }

    /** Where nobody gains or loses, there is nothing to decide. */
    private void counted(Work work) {
        var now = clock.instant();
        recomputations.counted(work.id(), now);
        if (!recomputations.hasItems(work.id())) {
            if (work.cause() == Cause.RULES) {
                rules.bringIntoForce(work.programmeId(), work.version());
            }
            recomputations.end(work.id(), State.DONE, now);
        }
    }

    private boolean apply(Work work) {
        var some = recomputations.next(work, MEMBERS_APPLIED_AT_A_TIME);
        if (!some.isEmpty()) {
            apply(work, some, work.losses());
        }
        var over = some.size() < MEMBERS_APPLIED_AT_A_TIME;
        recomputations.count(work.id(), over ? "END" : "APPLYING", over ? 0 : last(some), 0, 0, 0);
        if (over) {
            recomputations.end(work.id(), State.DONE, clock.instant());
            audit.record("recomputation.applied", work.cause().name(), work.programmeId(),
                    Map.of("losses", work.losses()), work.decidedBy());
        }
        return !over;
    }

    /** Does with these members what was decided, as far as it is so still. */
    void apply(Work work, Collection<Long> memberships, Losses losses) {
        journeys.lock(memberships);
        var now = clock.instant();
        if (work.cause() == Cause.CORRECTION) {
            // From here on what was revoked counts no more; what that would take is taken or kept below.
            journeys.endDoubted(memberships, now);
        }
        new Applying(work, losses, now, recomputations.listed(work.id(), memberships)).apply(memberships);
    }

    private static long last(List<Long> ids) {
        return ids.get(ids.size() - 1);
    }

    /** Some members on whom a decision is carried out. */
    private final class Applying {

        private final Work work;
        private final Losses losses;
        private final Instant now;
        private final Map<Long, Listed> listed;
        private final ProgrammeOutline programme;
        private final List<Advance> gained = new ArrayList<>();
        private final List<Placement> placements = new ArrayList<>();
        private final List<Long> lost = new ArrayList<>();
        private final List<Long> kept = new ArrayList<>();
        private final List<Difference> unforeseen = new ArrayList<>();

        Applying(Work work, Losses losses, Instant now, Map<Long, Listed> listed) {
            this.work = work;
            this.losses = losses;
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
                follow();
            }
        }

        private void sort(Difference difference) {
            var standing = difference.standing();
            if (difference.gain()) {
                standing.advance(programme).ifPresent(gained::add);
                placements.add(standing.placement(programme));
            } else if (!wasSeen(difference)) {
                unforeseen.add(difference);
            } else if (losses == Losses.KEEP) {
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

        /** What nobody has seen waits for somebody; where a count is under way, that will find it. */
        private void follow() {
            var open = recomputations.open(work.programmeId(), Cause.CHECK);
            if (open.isEmpty()) {
                recomputations.list(recomputations.begin(work.programmeId(), Cause.CHECK, work.version(),
                        State.WAITING, null, now), unforeseen);
            } else if (open.get().state() == State.WAITING) {
                recomputations.list(open.get().id(), unforeseen);
            }
        }
    }
}
