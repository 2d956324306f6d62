package id.sanggar.learning;

import static id.sanggar.programme.SampleProgrammes.NIB;
import static id.sanggar.programme.SampleProgrammes.PERMIT;
import static id.sanggar.programme.SampleProgrammes.QUALITY_COURSE;
import static id.sanggar.programme.SampleProgrammes.VISIT;
import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.programme.Advance;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.RequirementKind;
import id.sanggar.programme.SampleProgrammes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final ProgrammeOutline programme = SampleProgrammes.jakpreneur();

    @Test
    void whoIsAdmittedLeavesRegistrationAtOnce() {
        var advance = standing(1, Set.of(), Set.of()).advance(programme).orElseThrow();
        assertThat(advance.left()).containsExactly(1L);
        assertThat(advance.stageId()).isEqualTo(2);
        assertThat(advance.completed()).isFalse();
    }

    @Test
    void whoHasNotFinishedTheCourseStaysInTraining() {
        assertThat(standing(2, Set.of(), Set.of()).advance(programme)).isEmpty();
        assertThat(standing(2, Set.of(99L), Set.of()).advance(programme)).isEmpty();
    }

    @Test
    void finishingTheCourseLeadsToMentoring() {
        assertThat(standing(2, Set.of(QUALITY_COURSE), Set.of()).advance(programme).orElseThrow().stageId())
                .isEqualTo(3);
    }

    @Test
    void whatWasMetBeforeItsStageCountsWhenTheStageIsReached() {
        var advance = standing(2, Set.of(QUALITY_COURSE), Set.of(VISIT, NIB)).advance(programme).orElseThrow();
        assertThat(advance.left()).containsExactly(2L, 3L);
        assertThat(advance.stageId()).isEqualTo(4);
    }

    @Test
    void aLaterStageIsNotEnteredWhileAnEarlierOneIsUnmet() {
        assertThat(standing(2, Set.of(), Set.of(VISIT, NIB, PERMIT)).advance(programme)).isEmpty();
    }

    @Test
    void oneOfTwoRequirementsIsNotEnough() {
        var standing = standing(4, Set.of(QUALITY_COURSE), Set.of(VISIT, NIB));
        assertThat(standing.advance(programme)).isEmpty();
        assertThat(standing.unmet(programme.stage(4))).map(ProgrammeOutline.Requirement::slug).containsExactly("izin");
    }

    @Test
    void leavingTheLastStageCompletesTheMembership() {
        var advance = standing(4, Set.of(QUALITY_COURSE), Set.of(VISIT, NIB, PERMIT)).advance(programme).orElseThrow();
        assertThat(advance.completed()).isTrue();
        assertThat(advance.stageId()).isEqualTo(4);
    }

    @Test
    void whoHasEverythingWalksThroughTheWholeProgrammeAtOnce() {
        var advance = standing(1, Set.of(QUALITY_COURSE), Set.of(VISIT, NIB, PERMIT)).advance(programme).orElseThrow();
        assertThat(advance.left()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(advance.completed()).isTrue();
    }

    @Test
    void whoIsHeldFurtherThanSheIsDueStaysWhereSheIs() {
        var mentoredButCourseRevoked = standing(3, Set.of(), Set.of(VISIT));
        assertThat(mentoredButCourseRevoked.due(programme).stageId()).isEqualTo(2);
        assertThat(mentoredButCourseRevoked.advance(programme)).isEmpty();
    }

    @Test
    void aStageIsLeftWhenTheLastOfItsRequirementsWasMetAndNotBeforeItWasEntered() {
        var facts = facts(Map.of(QUALITY_COURSE, DAY.plusDays(9)),
                Map.of(VISIT, DAY.plusDays(2), NIB, DAY.plusDays(30)), Map.of());
        var due = Standing.due(programme, facts);
        assertThat(due.steps()).containsExactly(step(1, 0, 0), step(2, 0, 9), step(3, 9, 9), step(4, 9, null));
        assertThat(due.since()).isEqualTo(at(9));
    }

    @Test
    void whatAPersonLetCountStandsForWhatIsMissing() {
        var facts = facts(Map.of(), Map.of(), Map.of(2L, DAY.plusDays(4)));
        var due = Standing.due(programme, facts);
        assertThat(due.steps()).containsExactly(step(1, 0, 0), step(2, 0, 4), step(3, 4, null));
    }

    @Test
    void aRevokedConfirmationCountsUntilAPersonHasAcceptedWhatThatTakesAway() {
        var doubted = new MemberFacts(at(0), Map.of(QUALITY_COURSE, at(3)), Map.of(), Map.of(VISIT, at(5)),
                Set.of(VISIT), Map.of());
        assertThat(Standing.due(programme, doubted).stageId()).isEqualTo(4);
        assertThat(Standing.due(programme, doubted.corrected()).stageId()).isEqualTo(3);
    }

    @Test
    void anyOfAGroupIsMetByTheFirstAndTwoOfThreeByTheSecond() {
        var three = List.of(confirmed(1), confirmed(2), confirmed(3));
        var facts = facts(Map.of(), Map.of(1L, DAY.plusDays(8), 3L, DAY.plusDays(5)), Map.of());
        assertThat(facts.met(group(1, three))).contains(at(5));
        assertThat(facts.met(group(2, three))).contains(at(8));
        assertThat(facts.met(group(3, three))).isEmpty();
        assertThat(facts.met(group(2, List.of(group(3, three), group(1, three), confirmed(1))))).contains(at(8));
    }

    @Test
    void aMarkIsMetByTheFirstTestThatReachesIt() {
        var scores = List.of(score("55", 1), score("70", 4), score("60", 6), score("90", 8));
        var facts = new MemberFacts(at(0), Map.of(), Map.of(41L, scores), Map.of(), Set.of(), Map.of());
        assertThat(facts.met(mark(60))).contains(at(4));
        assertThat(facts.met(mark(70))).contains(at(4));
        assertThat(facts.met(mark(71))).contains(at(8));
        assertThat(facts.met(mark(91))).isEmpty();
    }

    private static Instant at(int days) {
        return DAY.plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Advance.Step step(long stage, int entered, Integer left) {
        return new Advance.Step(stage, at(entered), left == null ? null : at(left));
    }

    private static MemberFacts.Score score(String score, int day) {
        return new MemberFacts.Score(new BigDecimal(score), at(day));
    }

    private static ProgrammeOutline.Requirement confirmed(long id) {
        return new ProgrammeOutline.Requirement(id, "syarat-" + id, RequirementKind.CONFIRMED, null, null);
    }

    private static ProgrammeOutline.Requirement mark(int mark) {
        return new ProgrammeOutline.Requirement(9, "mark-mutu", RequirementKind.MARK, 41L, null, mark, null, null,
                List.of());
    }

    private static ProgrammeOutline.Requirement group(int atLeast, List<ProgrammeOutline.Requirement> of) {
        return ProgrammeOutline.Requirement.group(atLeast, null, of);
    }

    private static MemberFacts facts(Map<Long, LocalDate> courses, Map<Long, LocalDate> confirmed,
            Map<Long, LocalDate> waived) {
        return new MemberFacts(at(0), instants(courses), Map.of(), instants(confirmed), Set.of(), instants(waived));
    }

    private static Map<Long, Instant> instants(Map<Long, LocalDate> days) {
        return days.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                day -> day.getValue().atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private static Standing standing(long stage, Set<Long> courses, Set<Long> confirmed) {
        return new Standing(5, 3, 7, stage, false, 1, facts(
                courses.stream().collect(Collectors.toMap(course -> course, course -> DAY)),
                confirmed.stream().collect(Collectors.toMap(requirement -> requirement, requirement -> DAY)),
                Map.of()));
    }
}
