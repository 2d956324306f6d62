package id.sanggar.certificate;

import java.time.LocalDate;

/**
 * Whom a batch is to look at, and what they are to get.
 *
 * @param programme slug
 * @param course slug of one of the programme's courses that give a certificate
 * @param cohort slug; null or blank for all members
 * @param completedUntil last day, in the programme's zone, on which the course may have been completed; null for any
 * @param award null for completion
 * @param validMonths from the day of issue, 1–240; null for ever
 * @param renewUntil of a renewal: whose certificates expire up to that day; null for people who have none yet
 * @param name by which managers know the batch, unique in the programme; null or blank for year, month and a letter
 */
public record BatchPlan(String programme, String course, String cohort, LocalDate completedUntil, Award award,
        Integer validMonths, LocalDate renewUntil, String name) {

    public BatchPlan {
        award = award == null ? Award.COMPLETION : award;
    }

    /** No renewal. */
    public BatchPlan(String programme, String course, String cohort, LocalDate completedUntil, Award award,
            Integer validMonths, String name) {
        this(programme, course, cohort, completedUntil, award, validMonths, null, name);
    }

    /** Of completion, valid for ever. */
    public BatchPlan(String programme, String course, String cohort, LocalDate completedUntil, String name) {
        this(programme, course, cohort, completedUntil, Award.COMPLETION, null, name);
    }
}
