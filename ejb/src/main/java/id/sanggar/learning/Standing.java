package id.sanggar.learning;

import id.sanggar.programme.Advance;
import id.sanggar.programme.Placement;
import id.sanggar.programme.ProgrammeOutline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a member is held in a programme, and the facts that say where she is due. The one rule by which anybody is
 * judged, whether at the moment of an act or all members at once: from the first stage on she leaves every stage whose
 * requirements are met, at the time when the last of them was; what was met before its stage counts when she enters it.
 *
 * @param stageId where she is held
 * @param completed whether she is held to be through all stages
 * @param rules the number of the rules in force when her place was read
 */
record Standing(long membershipId, long accountId, long programmeId, long stageId, boolean completed, int rules,
        MemberFacts facts) {

    /**
     * Where facts and rules say that a member is.
     *
     * @param steps the stages she has been in, in order
     * @param since when she entered the last of them, or left it if she is through
     */
    record Due(List<Advance.Step> steps, long stageId, Instant since, boolean completed) {

        Due {
            steps = List.copyOf(steps);
        }
    }

    /** Where she is due, for whoever writes it. */
    Placement placement(ProgrammeOutline programme) {
        var due = due(programme);
        return new Placement(membershipId, due.steps(), due.stageId(), due.since(), due.completed());
    }

    boolean meets(ProgrammeOutline.Requirement requirement) {
        return facts.met(requirement).isPresent();
    }

    /** What she still has to meet to leave the stage. */
    List<ProgrammeOutline.Requirement> unmet(ProgrammeOutline.Stage stage) {
        return facts.waived().containsKey(stage.id())
                ? List.of()
                : stage.requirements().stream().filter(requirement -> !meets(requirement)).toList();
    }

    /** By the facts as they count now. */
    Due due(ProgrammeOutline programme) {
        return due(programme, facts);
    }

    static Due due(ProgrammeOutline programme, MemberFacts facts) {
        var steps = new ArrayList<Advance.Step>();
        var entered = facts.admittedAt();
        for (var stage : programme.stages()) {
            var left = left(stage, entered, facts);
            steps.add(new Advance.Step(stage.id(), entered, left));
            if (left == null) {
                return new Due(steps, stage.id(), entered, false);
            }
            entered = left;
        }
        return new Due(steps, steps.get(steps.size() - 1).stageId(), entered, true);
    }

    /** @return null if she is there still */
    private static Instant left(ProgrammeOutline.Stage stage, Instant entered, MemberFacts facts) {
        var met = Optional.ofNullable(facts.waived().get(stage.id()))
                .or(() -> facts.met(stage.requirements(), stage.requirements().size()));
        return met.map(at -> at.isBefore(entered) ? entered : at).orElse(null);
    }

    /** How far one is on the way: the position of the stage, or one more for who is through. */
    static int place(ProgrammeOutline programme, long stageId, boolean completed) {
        return programme.stage(stageId).position() + (completed ? 1 : 0);
    }

    /**
     * The way forward; empty if she is due no further than she is held. Whatever a member does never takes anything
     * from her: where she is due less, that waits for a person.
     */
    Optional<Advance> advance(ProgrammeOutline programme) {
        var due = due(programme);
        var held = place(programme, stageId, completed);
        if (place(programme, due.stageId(), due.completed()) <= held) {
            return Optional.empty();
        }
        var steps = due.steps().stream()
                .filter(step -> programme.stage(step.stageId()).position() >= held)
                .toList();
        return Optional.of(new Advance(membershipId, accountId, programmeId, steps, due.stageId(), due.since(),
                due.completed() ? due.since() : null));
    }
}
