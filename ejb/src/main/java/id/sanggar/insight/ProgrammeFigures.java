package id.sanggar.insight;

import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.Membership;
import id.sanggar.programme.ProgrammeOutline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A programme in numbers, as far as the caller manages its members.
 *
 * @param members everyone ever admitted: what the target counts
 * @param funnel by stage, in order
 * @param states by state of the membership, those of nobody included
 */
public record ProgrammeFigures(ProgrammeOutline programme, Figure members, List<StageFigure> funnel,
        List<StateFigure> states) {

    public ProgrammeFigures {
        funnel = List.copyOf(funnel);
        states = List.copyOf(states);
    }

    /** A number and the list of the people it counts. */
    public record Figure(long number, MemberFilter people) {
    }

    /**
     * @param now members who are in the stage
     * @param reached everyone who is in the stage or has left it, whatever became of the membership
     */
    public record StageFigure(ProgrammeOutline.Stage stage, Figure now, Figure reached) {
    }

    public record StateFigure(Membership.State state, Figure people) {
    }

    /** How many memberships are in a state and at a stage. */
    record Count(long programmeId, Membership.State state, Long stageId, long memberships) {
    }

    /** Whole percent of the target, which may be exceeded. */
    public int percentOfTarget() {
        return (int) (100 * members.number() / programme.target());
    }

    static ProgrammeFigures of(ProgrammeOutline programme, Collection<Count> counts) {
        var all = MemberFilter.of(programme.slug());
        var own = counts.stream().filter(count -> count.programmeId() == programme.id()).toList();
        var funnel = new ArrayList<StageFigure>();
        for (var stage : programme.stages()) {
            var there = programme.from(stage).stream().map(ProgrammeOutline.Stage::id).toList();
            funnel.add(new StageFigure(stage,
                    new Figure(sum(own.stream().filter(count -> count.state() == Membership.State.ACTIVE
                            && count.stageId() == stage.id())), all.inStage(stage.slug())),
                    new Figure(sum(own.stream().filter(count -> there.contains(count.stageId()))),
                            all.whoReached(stage.slug()))));
        }
        var states = Stream.of(Membership.State.values())
                .map(state -> new StateFigure(state, new Figure(
                        sum(own.stream().filter(count -> count.state() == state)), all.inState(state))))
                .toList();
        return new ProgrammeFigures(programme, funnel.get(0).reached(), funnel, states);
    }

    private static long sum(Stream<Count> counts) {
        return counts.mapToLong(Count::memberships).sum();
    }
}
