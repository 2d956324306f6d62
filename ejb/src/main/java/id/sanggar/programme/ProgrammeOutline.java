package id.sanggar.programme;

import id.sanggar.identity.Account;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import id.sanggar.shared.NotFound;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A programme as everyone reads it, with its stages in order, its cohorts and targets, and the rules that need nothing
 * else.
 *
 * @param openTo the only gender that may apply; null for everyone
 * @param ends last day, in the programme's zone; null for no end
 * @param target members to admit in all
 * @param cohorts by their first day
 * @param approving whose authors approve the courses that the programme asks for; null where any other author than the
 *         one who wrote will do
 * @param rules the number of the rules that its stages are, from 1
 */
public record ProgrammeOutline(long id, String slug, String code, Owner organisation, LocalizedText title,
        LocalizedText summary, ZoneId zone, String region, String place, Signatory signatory, Admission admission,
        Account.Gender openTo, LocalDate starts, LocalDate ends, int target, List<YearTarget> targets,
        List<Stage> stages, List<Cohort> cohorts, Owner approving, int rules) {

    public ProgrammeOutline {
        targets = List.copyOf(targets);
        stages = List.copyOf(stages);
        cohorts = List.copyOf(cohorts);
    }

    /** The organisation whose programme it is. */
    public record Owner(long id, String slug, LocalizedText name) {
    }

    /** @param position from 1 */
    public record Stage(long id, int position, String slug, String code, LocalizedText title, LocalizedText summary,
            List<Requirement> requirements) {

        public Stage {
            requirements = List.copyOf(requirements);
        }

        /** What it asks for as it is read, line by line: a group, and below it what is in it. */
        public List<Line> lines() {
            return requirements.stream().flatMap(requirement -> requirement.lines(0)).toList();
        }

        /** What it asks for, whatever groups that stands in. */
        public List<Requirement> leaves() {
            return requirements.stream().flatMap(Requirement::leaves).toList();
        }
    }

    /**
     * A requirement where it stands.
     *
     * @param depth in how many groups
     */
    public record Line(int depth, Requirement requirement) {
    }

    /**
     * @param id 0 for a group
     * @param slug null for a group
     * @param courseId null unless the kind is a course or a mark
     * @param title null unless a manager confirms it; of a group as its owner wishes
     * @param mark the least score, 1–100; null unless the kind is a mark
     * @param form null unless the kind is evidence
     * @param atLeast how many of a group must be met; null for what is none
     * @param of what is in a group
     */
    public record Requirement(long id, String slug, RequirementKind kind, Long courseId, LocalizedText title,
            Integer mark, EvidenceForm form, Integer atLeast, List<Requirement> of) {

        public Requirement {
            of = List.copyOf(of);
        }

        /** One that is admitted, a course or a confirmation. */
        public Requirement(long id, String slug, RequirementKind kind, Long courseId, LocalizedText title) {
            this(id, slug, kind, courseId, title, null, null, null, List.of());
        }

        public static Requirement group(int atLeast, LocalizedText title, List<Requirement> of) {
            return new Requirement(0, null, RequirementKind.GROUP, null, title, null, null, atLeast, of);
        }

        /** Those in it that are no groups; itself if it is none. */
        public Stream<Requirement> leaves() {
            return isGroup() ? of.stream().flatMap(Requirement::leaves) : Stream.of(this);
        }

        private Stream<Line> lines(int depth) {
            return Stream.concat(Stream.of(new Line(depth, this)), of.stream().flatMap(in -> in.lines(depth + 1)));
        }

        public boolean isGroup() {
            return kind == RequirementKind.GROUP;
        }

        /** Whether all that is in the group must be met. */
        public boolean isAll() {
            return isGroup() && atLeast == of.size();
        }
    }

    /**
     * @param capacity members it admits; null for no limit
     * @param openTo whom of those who may join the programme
     */
    public record Cohort(long id, String slug, LocalizedText title, LocalDate starts, LocalDate ends,
            Integer capacity, OpenTo openTo) {
    }

    /** The same with other stages: those that are in force while others wait. */
    ProgrammeOutline with(List<Stage> others, int numbered) {
        return new ProgrammeOutline(id, slug, code, organisation, title, summary, zone, region, place, signatory,
                admission, openTo, starts, ends, target, targets, others, cohorts, approving, numbered);
    }

    public Stage firstStage() {
        return stages.get(0);
    }

    /** @throws NotFound if the programme has no stage of that id */
    public Stage stage(long stageId) {
        return one(stages, stage -> stage.id() == stageId, "stage " + stageId);
    }

    /** @throws NotFound if the programme has no stage of that slug */
    public Stage stage(String stageSlug) {
        return one(stages, stage -> stage.slug().equals(stageSlug), "stage " + stageSlug);
    }

    public boolean hasStage(String stageSlug) {
        return stages.stream().anyMatch(stage -> stage.slug().equals(stageSlug));
    }

    public boolean hasCohort(String cohortSlug) {
        return cohorts.stream().anyMatch(cohort -> cohort.slug().equals(cohortSlug));
    }

    /** The stage after this one; empty after the last. */
    public Optional<Stage> after(Stage stage) {
        return stages.stream().filter(later -> later.position() > stage.position()).findFirst();
    }

    /** This stage and those after it: where everyone is now who ever reached it. */
    public List<Stage> from(Stage stage) {
        return stages.stream().filter(later -> later.position() >= stage.position()).toList();
    }

    /** @throws NotFound if the programme has no cohort of that slug */
    public Cohort cohort(String cohortSlug) {
        return one(cohorts, cohort -> cohort.slug().equals(cohortSlug), "cohort " + cohortSlug);
    }

    /** @throws NotFound if the programme has no cohort of that id */
    public Cohort cohort(long cohortId) {
        return one(cohorts, cohort -> cohort.id() == cohortId, "cohort " + cohortId);
    }

    /** @throws NotFound if the programme has no requirement of that slug that a manager confirms */
    public Requirement confirmable(String requirementSlug) {
        return one(stages.stream().flatMap(stage -> stage.leaves().stream()).toList(),
                requirement -> requirement.kind().isConfirmed() && requirement.slug().equals(requirementSlug),
                "requirement " + requirementSlug);
    }

    /** Every course that some stage asks for. */
    public Set<Long> courses() {
        return stages.stream()
                .flatMap(stage -> stage.leaves().stream())
                .map(Requirement::courseId)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The day it is where the programme is run. */
    public LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** Cohorts that can still be applied to: those that have not ended. */
    public List<Cohort> openCohorts(Instant now) {
        return cohorts.stream().filter(cohort -> !cohort.ends().isBefore(day(now))).toList();
    }

    /**
     * Why nobody, or not this person, may apply now.
     *
     * @param gender as the person told it; null where she did not or nobody is signed in
     */
    public Optional<Message> refusal(Account.Gender gender, Instant now) {
        return refusal(now).or(() -> openTo == null || openTo == gender
                ? Optional.empty()
                : Optional.of(new Message(gender == null ? "programme.gender-needed"
                        : openTo == Account.Gender.FEMALE ? "programme.open-to-women" : "programme.open-to-men")));
    }

    /** Why nobody may apply now. */
    public Optional<Message> refusal(Instant now) {
        var today = day(now);
        if (today.isBefore(starts)) {
            return Optional.of(new Message("programme.not-open-yet", LocalizedText.of(starts)));
        }
        return ends != null && today.isAfter(ends)
                ? Optional.of(new Message("programme.ended"))
                : Optional.empty();
    }

    private static <T> T one(List<T> all, Predicate<T> wanted, String what) {
        return all.stream().filter(wanted).findFirst().orElseThrow(() -> new NotFound(what));
    }
}
