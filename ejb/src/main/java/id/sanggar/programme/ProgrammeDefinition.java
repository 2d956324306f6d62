package id.sanggar.programme;

import id.sanggar.identity.Account;
import id.sanggar.shared.LocalizedText;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

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

        /** What it asks for, whatever groups that stands in. */
        public List<Requirement> leaves() {
            return requirements.stream().flatMap(Requirement::leaves).toList();
        }
    }

    /**
     * @param slug unique in the stage; null for a group
     * @param course slug; null unless the kind is a course or a mark
     * @param title null unless a manager confirms it; of a group as its owner wishes
     * @param mark the least score, 1–100; null unless the kind is a mark
     * @param form null unless the kind is evidence
     * @param atLeast how many of a group must be met; null for what is none
     * @param of what is in a group
     */
    public record Requirement(String slug, RequirementKind kind, String course, LocalizedText title, Integer mark,
            EvidenceForm form, Integer atLeast, List<Requirement> of) {

        public Requirement {
            of = List.copyOf(of);
        }

        private Requirement(String slug, RequirementKind kind, String course, LocalizedText title, Integer mark,
                EvidenceForm form) {
            this(slug, kind, course, title, mark, form, null, List.of());
        }

        public static Requirement admitted() {
            return new Requirement("admitted", RequirementKind.ADMITTED, null, null, null, null);
        }

        public static Requirement course(String course) {
            return new Requirement(course, RequirementKind.COURSE, course, null, null, null);
        }

        public static Requirement mark(String course, int mark) {
            return new Requirement("mark-" + course, RequirementKind.MARK, course, null, mark, null);
        }

        public static Requirement evidence(String slug, EvidenceForm form, LocalizedText title) {
            return new Requirement(slug, RequirementKind.EVIDENCE, null, title, null, form);
        }

        public static Requirement confirmed(String slug, LocalizedText title) {
            return new Requirement(slug, RequirementKind.CONFIRMED, null, title, null, null);
        }

        public static Requirement all(Requirement... of) {
            return group(of.length, null, List.of(of));
        }

        public static Requirement any(Requirement... of) {
            return group(1, null, List.of(of));
        }

        public static Requirement atLeast(int count, Requirement... of) {
            return group(count, null, List.of(of));
        }

        public static Requirement group(int atLeast, LocalizedText title, List<Requirement> of) {
            return new Requirement(null, RequirementKind.GROUP, null, title, null, null, atLeast, of);
        }

        /** Those in it that are no groups; itself if it is none. */
        public Stream<Requirement> leaves() {
            return kind == RequirementKind.GROUP ? of.stream().flatMap(Requirement::leaves) : Stream.of(this);
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
