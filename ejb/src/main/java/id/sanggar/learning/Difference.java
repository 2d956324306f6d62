package id.sanggar.learning;

import id.sanggar.programme.ProgrammeOutline;
import java.util.List;
import java.util.Optional;

/**
 * That a member is due elsewhere than she is held.
 *
 * @param due where facts and rules say she is
 * @param gain whether that is further
 * @param missing ids of what the stage asks for to which she would fall back; empty for a gain
 */
record Difference(Standing standing, Standing.Due due, boolean gain, List<Long> missing) {

    Difference {
        missing = List.copyOf(missing);
    }

    /**
     * @param facts by which to judge: hers as they count, or corrected
     * @return empty if she is held where she is due
     */
    static Optional<Difference> of(ProgrammeOutline programme, Standing standing, MemberFacts facts) {
        var due = Standing.due(programme, facts);
        var held = Standing.place(programme, standing.stageId(), standing.completed());
        var place = Standing.place(programme, due.stageId(), due.completed());
        if (place == held) {
            return Optional.empty();
        }
        return Optional.of(new Difference(standing, due, place > held, place > held
                ? List.of()
                : programme.stage(due.stageId()).leaves().stream()
                        .filter(requirement -> facts.met(requirement).isEmpty())
                        .map(ProgrammeOutline.Requirement::id)
                        .toList()));
    }
}
