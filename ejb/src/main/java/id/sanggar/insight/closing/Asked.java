package id.sanggar.insight.closing;

import id.sanggar.programme.ProgrammeOutline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which time of a programme is counted, and what counts in it.
 *
 * @param stages ids in order
 * @param courses ids of those the programme asks for
 * @param until the first instant after it
 */
public record Asked(long programmeId, ZoneId zone, List<Long> stages, List<Long> courses, Instant from, Instant until) {

    public Asked {
        stages = List.copyOf(stages);
        courses = List.copyOf(courses);
    }

    /** @param last included */
    static Asked of(ProgrammeOutline programme, YearMonth first, YearMonth last) {
        return of(programme, first.atDay(1), last.plusMonths(1).atDay(1));
    }

    /** @param until the first day after it */
    public static Asked of(ProgrammeOutline programme, LocalDate from, LocalDate until) {
        return new Asked(programme.id(), programme.zone(),
                programme.stages().stream().map(ProgrammeOutline.Stage::id).toList(),
                programme.courses().stream().sorted().toList(),
                from.atStartOfDay(programme.zone()).toInstant(), until.atStartOfDay(programme.zone()).toInstant());
    }

    /** For a {@link Question}. */
    Map<String, Object> gaps() {
        var gaps = new HashMap<String, Object>();
        gaps.put("programme", programmeId);
        gaps.put("zone", zone.getId());
        gaps.put("first", stages.get(0));
        gaps.put("stages", stages.toArray(Long[]::new));
        gaps.put("courses", courses.toArray(Long[]::new));
        gaps.put("from", from);
        gaps.put("until", until);
        return gaps;
    }
}
