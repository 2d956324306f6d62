package id.sanggar.programme;

import id.sanggar.identity.Account;
import id.sanggar.shared.LocalizedText;
import java.time.LocalDate;
import java.util.List;

/**
 * A programme as its owner describes it, before it has any ids: what a file under {@code content/programmes} says.
 *
 * @param organisation slug of the owner
 * @param zone name of the time zone its days are counted in: Asia/Jakarta, Asia/Makassar or Asia/Jayapura
 * @param region code printed in the serials of certificates
 * @param place printed on certificates
 * @param openTo the only gender that may apply; null for everyone
 * @param ends last day; null for no end
 * @param target members to admit in all
 * @param approving slug of the organisation whose authors approve the courses that the programme asks for; null where
 *         any other author than the one who wrote will do
 */
public record ProgrammeDefinition(String slug, String code, String organisation, LocalizedText title,
        LocalizedText summary, String zone, String region, String place, Signatory signatory, Admission admission,
        Account.Gender openTo, LocalDate starts, LocalDate ends, int target, List<YearTarget> targets,
        List<Stage> stages, List<Cohort> cohorts, String approving) {

    public ProgrammeDefinition {
        targets = List.copyOf(targets);
        stages = List.copyOf(stages);
        cohorts = List.copyOf(cohorts);
    }

    /** One that leaves the approval of its courses to those who write them. */
    public ProgrammeDefinition(String slug, String code, String organisation, LocalizedText title,
            LocalizedText summary, String zone, String region, String place, Signatory signatory, Admission admission,
            Account.Gender openTo, LocalDate starts, LocalDate ends, int target, List<YearTarget> targets,
            List<Stage> stages, List<Cohort> cohorts) {
        this(slug, code, organisation, title, summary, zone, region, place, signatory, admission, openTo, starts, ends,
                target, targets, stages, cohorts, null);
    }

    /** A stage and what it takes to leave it; their order is the order of the list. */
    public record Stage(String slug, String code, LocalizedText title, LocalizedText summary,
            List<Requirement> requirements) {

        public Stage {
            requirements = List.copyOf(requirements);
        }
    }

    /**
     * @param slug unique in the stage
     * @param course slug; null unless the kind is a course
     * @param title null unless the kind is a confirmation
     */
    public record Requirement(String slug, RequirementKind kind, String course, LocalizedText title) {

        public static Requirement admitted() {
            return new Requirement("admitted", RequirementKind.ADMITTED, null, null);
        }

        public static Requirement course(String course) {
            return new Requirement(course, RequirementKind.COURSE, course, null);
        }

        public static Requirement confirmed(String slug, LocalizedText title) {
            return new Requirement(slug, RequirementKind.CONFIRMED, null, title);
        }
    }

    /**
     * @param capacity members it admits; null for no limit
     * @param openTo whom of those who may join the programme
     */
    public record Cohort(String slug, LocalizedText title, LocalDate starts, LocalDate ends, Integer capacity,
            OpenTo openTo) {

        /** One for everyone who may join the programme. */
        public Cohort(String slug, LocalizedText title, LocalDate starts, LocalDate ends, Integer capacity) {
            this(slug, title, starts, ends, capacity, OpenTo.EVERYONE);
        }
    }
}
