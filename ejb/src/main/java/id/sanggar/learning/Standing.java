package id.sanggar.learning;

import id.sanggar.programme.Advance;
import id.sanggar.programme.ProgrammeOutline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a member stands in a programme and what she has met of what it asks for. It goes on through as many stages as
 * are met; a stage once left is never asked for again.
 *
 * @param stageId where she is
 * @param courses ids of the courses she has completed
 * @param confirmed ids of the requirements that a manager confirmed of her
 */
record Standing(long membershipId, long accountId, long programmeId, long stageId, Set<Long> courses,
        Set<Long> confirmed) {

    Standing {
        courses = Set.copyOf(courses);
        confirmed = Set.copyOf(confirmed);
    }

    /** Who stands anywhere was admitted. */
    boolean meets(ProgrammeOutline.Requirement requirement) {
        return switch (requirement.kind()) {
            case ADMITTED -> true;
            case COURSE -> courses.contains(requirement.courseId());
            case CONFIRMED -> confirmed.contains(requirement.id());
        };
    }

    /** What she still has to meet to leave the stage. */
    List<ProgrammeOutline.Requirement> unmet(ProgrammeOutline.Stage stage) {
        return stage.requirements().stream().filter(requirement -> !meets(requirement)).toList();
    }

    /** The way forward; empty if something is unmet where she stands. */
    Optional<Advance> advance(ProgrammeOutline programme) {
        var left = new ArrayList<Long>();
        var stage = Optional.of(programme.stage(stageId));
        var last = stageId;
        while (stage.isPresent() && unmet(stage.get()).isEmpty()) {
            last = stage.get().id();
            left.add(last);
            stage = programme.after(stage.get());
        }
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(new Advance(membershipId, accountId, programmeId, left,
                        stage.map(ProgrammeOutline.Stage::id).orElse(last), stage.isEmpty()));
    }
}
