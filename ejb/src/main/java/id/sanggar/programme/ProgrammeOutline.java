package id.sanggar.programme;

import id.sanggar.identity.Account;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import id.sanggar.shared.NotFound;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
 */
public record ProgrammeOutline(long id, String slug, String code, Owner organisation, LocalizedText title,
        LocalizedText summary, ZoneId zone, String region, String place, Signatory signatory, Admission admission,
        Account.Gender openTo, LocalDate starts, LocalDate ends, int target, List<YearTarget> targets,
        List<Stage> stages, List<Cohort> cohorts, Owner approving) {

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
    }

    /**
     * @param courseId null unless the kind is a course
     * @param title null unless the kind is a confirmation
     */
    public record Requirement(long id, String slug, RequirementKind kind, Long courseId, LocalizedText title) {
    }

    /**
     * @param capacity members it admits; null for no limit
     * @param openTo whom of those who may join the programme
     */
    public record Cohort(long id, String slug, LocalizedText title, LocalDate starts, LocalDate ends,
            Integer capacity, OpenTo openTo) {
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
        return one(stages.stream().flatMap(stage -> stage.requirements().stream()).toList(),
                requirement -> requirement.kind() == RequirementKind.CONFIRMED
                        && requirement.slug().equals(requirementSlug),
                "requirement " + requirementSlug);
    }

    /** Every course that some stage asks for. */
    public Set<Long> courses() {
        return stages.stream()
                .flatMap(stage -> stage.requirements().stream())
                .filter(requirement -> requirement.kind() == RequirementKind.COURSE)
                .map(Requirement::courseId)
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
