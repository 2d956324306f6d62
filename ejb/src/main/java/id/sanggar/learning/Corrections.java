package id.sanggar.learning;

import id.sanggar.learning.Recomputation.Cause;
import id.sanggar.learning.Recomputation.ItemState;
import id.sanggar.learning.Recomputation.State;
import id.sanggar.programme.ConfirmationRevoked;
import id.sanggar.programme.Journeys;
import id.sanggar.programme.JudgingRules;
import id.sanggar.programme.RulesDescribed;
import id.sanggar.shared.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/** Sees to it that nothing a change of rules or facts would take is taken before a person has seen it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Corrections {

    @Inject
    private Recomputations recomputations;

    @Inject
    private Standings standings;

    @Inject
    private Journeys journeys;

    @Inject
    private JudgingRules rules;

    @Inject
    private Clock clock;

    /** Rules that wait are counted; those that waited before them are forgotten. */
    void count(@Observes RulesDescribed event) {
        var now = clock.instant();
        recomputations.open(event.programmeId(), Cause.RULES).ifPresent(open -> {
            if (open.state() == State.APPLYING) {
                throw new Conflict("learning.recomputation-applying");
            }
            recomputations.end(open.id(), State.DROPPED, now);
        });
        if (event.waits()) {
            recomputations.begin(event.programmeId(), Cause.RULES, event.version(), State.COUNTING, null, now);
        }
    }

    /** What takes no stage from the member counts no more at once; what would, waits. */
    void hold(@Observes ConfirmationRevoked event) {
        var members = List.of(event.membershipId());
        var differences = differences(event.programmeId(), members);
        if (differences.isEmpty()) {
            end(event.programmeId(), members);
            return;
        }
        var open = recomputations.openOrBegin(event.programmeId(), Cause.CORRECTION,
                rules.versionInForce(event.programmeId()), clock.instant());
        if (open.state() != State.WAITING) {
            throw new Conflict("learning.recomputation-applying");
        }
        recomputations.list(open.id(), differences);
    }

    /** What was revoked of these locked members counts no more; they stay where they are, perhaps since another day. */
    private void end(long programmeId, Collection<Long> members) {
        journeys.endDoubted(members, clock.instant());
        date(programmeId, members);
    }

    private void date(long programmeId, Collection<Long> members) {
        var programme = rules.inForce(programmeId);
        journeys.place(standings.of(members).stream()
                .filter(standing -> Difference.of(programme, standing, standing.facts()).isEmpty())
                .map(standing -> standing.placement(programme))
                .toList());
    }

    private List<Difference> differences(long programmeId, Collection<Long> members) {
        var programme = rules.inForce(programmeId);
        return standings.of(members).stream()
                .flatMap(standing -> Difference.of(programme, standing, standing.facts().corrected()).stream())
                .filter(difference -> !difference.gain())
                .toList();
    }

    /** After something was confirmed of these locked members: what was to be taken may be hers after all. */
    void review(long programmeId, Collection<Long> members) {
        var waiting = recomputations.corrections(members);
        if (waiting.isEmpty()) {
            return;
        }
        var still = differences(programmeId, waiting.keySet()).stream()
                .map(difference -> difference.standing().membershipId()).toList();
        var over = waiting.keySet().stream().filter(member -> !still.contains(member)).toList();
        journeys.endDoubted(over, clock.instant());
        date(programmeId, waiting.keySet());
        waiting.values().stream().distinct().forEach(id -> {
            recomputations.settle(id, over, ItemState.GONE, clock.instant());
            if (!recomputations.waits(id)) {
                recomputations.end(id, State.DONE, clock.instant());
            }
        });
    }
}
