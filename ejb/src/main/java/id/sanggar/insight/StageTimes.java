package id.sanggar.insight;

import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.ProgrammeOutline;
import java.time.Instant;
import java.util.List;

/** How long the members of a filter take for each stage, or have been in it. */
public record StageTimes(ProgrammeOutline programme, MemberFilter filter, Instant asOf, List<OfStage> stages) {

    public StageTimes {
        stages = List.copyOf(stages);
    }

    /**
     * @param left who met all that the stage asks for
     * @param took days from the one on which they came into the stage to the one on which they left it
     * @param now active members who are in it
     * @param waiting days since the one on which they came into it
     */
    public record OfStage(ProgrammeOutline.Stage stage, Figure left, Numbers.Days took, Figure now,
            Numbers.Days waiting) {
    }
}
