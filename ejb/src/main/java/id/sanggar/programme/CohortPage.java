package id.sanggar.programme;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A cohort as a manager sees it: of its people, those she manages.
 *
 * @param left places that are free; null for no limit
 * @param members how many of them are hers
 * @param waiting who waits for a place, the next one first; the first hundred
 * @param areas whose residents it takes in, in words
 * @param changeable whether the manager may change it
 */
public record CohortPage(ProgrammeOutline programme, ProgrammeOutline.Cohort cohort, Integer left, long members,
        List<Waiting> waiting, List<String> areas, boolean changeable) {

    public CohortPage {
        waiting = List.copyOf(waiting);
        areas = List.copyOf(areas);
    }

    /** What the form to change it shows. */
    public CohortForm form() {
        return CohortForm.of(cohort, areas);
    }

    /** @param fits whether the cohort takes her in still; who does not fit is passed over */
    public record Waiting(UUID code, String name, Instant since, boolean fits) {
    }
}
