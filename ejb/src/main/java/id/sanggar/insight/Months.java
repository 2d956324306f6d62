package id.sanggar.insight;

import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.ProgrammeOutline;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * What happened month by month to the members of a filter, in months of the programme's zone.
 *
 * @param months from the programme's first, or the first in which anybody was admitted, to this one; those in which
 *         nothing happened included
 */
public record Months(ProgrammeOutline programme, MemberFilter filter, Instant asOf, List<Month> months) {

    public Months {
        months = List.copyOf(months);
    }

    /**
     * One month.
     *
     * @param finished who went through all stages
     * @param stages in order
     */
    public record Month(YearMonth month, Figure admitted, Figure finished, List<OfStage> stages,
            List<OfCourse> courses) {

        public Month {
            stages = List.copyOf(stages);
            courses = List.copyOf(courses);
        }
    }

    /**
     * @param entered who came into the stage
     * @param left who met all that it asks for
     */
    public record OfStage(ProgrammeOutline.Stage stage, Figure entered, Figure left) {
    }

    /**
     * @param enrolled who began it
     * @param passed who completed it
     * @param certified who got the first of the certificates that she holds
     */
    public record OfCourse(Numbers.Course course, Figure enrolled, Figure passed, Figure certified) {
    }
}
