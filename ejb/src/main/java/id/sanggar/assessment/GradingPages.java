package id.sanggar.assessment;

import id.sanggar.course.Outline;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Composes what a grader sees: before the second marker has marked, nothing of the first one's marks. */
final class GradingPages {

    private GradingPages() {
    }

    static GradingPage of(Gradings.Grading grading, Attempt attempt, Quiz quiz, Outline course,
            Map<Long, QuestionVersion> versions, List<Mark> marks, List<GradingPage.Step> steps, long caller,
            Instant now) {
        var machine = attempt.slots().stream()
                .filter(slot -> !versions.get(slot.questionVersionId()).body().isGradedByHand())
                .toList();
        var byHand = attempt.slots().stream()
                .filter(slot -> versions.get(slot.questionVersionId()).body().isGradedByHand() && slot.answer() != null)
                .map(slot -> question(slot, versions.get(slot.questionVersionId()), grading, marks))
                .toList();
        var mayMark = grading.stage().isOpen() && !Marking.ofRound(marks, grading.round()).isBy(caller);
        return new GradingPage(attempt.code(), course.courseSlug(), course.title(), quiz.title(), attempt.number(),
                grading.anonymous() ? null : grading.learner(), attempt.submittedAt(), grading.stage(),
                grading.round(), grading.secondMarker(), Marking.THRESHOLD, grading.revision(),
                grading.isHeldBy(caller) && !grading.isHeldByAnother(caller, now),
                grading.isHeldByAnother(caller, now) ? grading.holder() : null, grading.heldUntil(), mayMark,
                (int) machine.stream().filter(slot -> slot.isGraded() && slot.fraction() == 1).count(), machine.size(),
                byHand, steps.stream().map(step -> nameless(step, grading)).toList());
    }

    private static GradingPage.Step nameless(GradingPage.Step step, Gradings.Grading grading) {
        return step.what().equals("SUBMITTED") && grading.anonymous()
                ? new GradingPage.Step(step.what(), null, step.note(), step.at())
                : step;
    }

    private static GradingPage.Question question(AttemptSlot slot, QuestionVersion version, Gradings.Grading grading,
            List<Mark> marks) {
        var body = version.body();
        var rubric = body.rubric();
        var mine = marks.stream().filter(mark -> mark.position() == slot.position()).toList();
        // What earlier rounds gave is where this one begins; what this round gave is for the moderator and afterwards.
        var before = mine.stream().filter(mark -> mark.round() < grading.round() && mark.fraction() != null)
                .reduce((earlier, later) -> later);
        var visible = mine.stream().filter(mark -> mark.round() < grading.round() || isVisible(grading.stage()));
        var text = body instanceof Essay && slot.answer() instanceof Answer.Typed typed ? typed.text() : "";
        var essay = body instanceof Essay written ? written : null;
        return new GradingPage.Question(slot.position(), body.type(), version.html().prompt(), text,
                Essay.words(text), essay == null ? 0 : essay.leastWords(), essay == null ? 0 : essay.mostWords(),
                photos(slot), findings(slot, version), level(slot, body), rubric,
                before.map(Mark::levels).filter(rubric::fits)
                        .orElseGet(() -> Collections.nCopies(rubric.criteria().size(), -1)),
                before.map(Mark::comment).orElse(""), List.of(),
                visible.map(mark -> given(mark, rubric)).toList());
    }

    private static boolean isVisible(GradingStage stage) {
        return stage != GradingStage.FIRST && stage != GradingStage.SECOND;
    }

    static GradingPage.Given given(Mark mark, Rubric rubric) {
        return new GradingPage.Given(mark.kind().name(), mark.round(), mark.graderName(), mark.levels(),
                rubric.fits(mark.levels()) ? rubric.points(mark.levels()) : null, mark.comment(), mark.notes(),
                mark.givenAt());
    }

    static List<UUID> photos(AttemptSlot slot) {
        return slot.answer() instanceof Answer.Pictured pictured ? pictured.photos() : List.of();
    }

    static List<GradingPage.ShownFinding> findings(AttemptSlot slot, QuestionVersion version) {
        return slot.answer() instanceof Answer.Inspected inspected
                ? IntStream.range(0, inspected.findings().size())
                        .mapToObj(element -> new GradingPage.ShownFinding(version.html().items().get(element),
                                inspected.findings().get(element).severity(), inspected.findings().get(element).note()))
                        .toList()
                : List.of();
    }

    static String level(AttemptSlot slot, QuestionBody body) {
        return body instanceof Checklist checklist && slot.answer() instanceof Answer.Inspected inspected
                ? checklist.level(inspected.severities())
                : "";
    }
}
