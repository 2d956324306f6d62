package id.sanggar.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.assessment.Questions.Candidate;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Messages;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the rules of a quiz do to its paper, its pages and its reviews. */
class QuizRulesTest {

    private static final Instant MORNING = Instant.parse("2026-11-21T02:00:00Z");
    private static final QuizException NONE = QuizException.NONE;

    private static final List<Candidate> BANK = Stream.of("suhu", "label").flatMap(topic ->
            IntStream.range(0, 6).mapToObj(n -> candidate(topic, n))).toList();

    private static Candidate candidate(String topic, int number) {
        var id = topic.hashCode() * 10L + number;
        return new Candidate(id, id, topic + "-" + number, topic, number < 2 ? List.of("hujan") : List.of(),
                Difficulty.values()[number % 3], number == 5 ? QuestionType.ORDERING : QuestionType.CHOICE);
    }

    private static Candidate asked(Paper.Place place) {
        return BANK.stream().filter(candidate -> candidate.versionId() == place.questionVersionId()).findFirst()
                .orElseThrow();
    }

    private static Paper paper(QuizRules rules, QuizSection... sections) {
        return new PaperDraw(List.of(sections), rules, BANK, Map.of()).paper(new UUID(1, 1), 7, new Random(3));
    }

    private static QuizRules rules(Integer delay, int grace, LocalDate closesOn) {
        return new QuizRules(false, true, delay, grace, closesOn, false, false);
    }

    private static Quiz quiz(QuizRules rules, ReviewRules review, Integer attempts) {
        return new Quiz(5, "kuis", new LocalizedText("Kuis", "Quiz"), 3, "mutu", 4, QuizPurpose.SECTION,
                Duration.ofMinutes(30), attempts, 60, QuizLayout.ONE, review,
                List.of(new QuizSection("", List.of(new Draw("suhu", 1)))), rules);
    }

    private static Attempts.Past handedIn(Instant at) {
        return new Attempts.Past(new UUID(0, 1), "kuis", 1, AttemptState.GRADED, at.minusSeconds(600), null, at,
                new BigDecimal("40.00"), false, List.of());
    }

    @Test
    void aDrawTakesOnlyWhatIsOfItsTopicTagAndDifficulty() {
        var paper = paper(QuizRules.USUAL, new QuizSection("", List.of(new Draw("suhu", null, Difficulty.EASY, 2, 1),
                new Draw(null, "hujan", null, 3, 1))));

        assertThat(paper.places().subList(0, 2)).allSatisfy(place -> {
            assertThat(asked(place).topic()).isEqualTo("suhu");
            assertThat(asked(place).difficulty()).isEqualTo(Difficulty.EASY);
        });
        assertThat(paper.places().subList(2, 5)).allMatch(place -> asked(place).tags().contains("hujan"));
        assertThat(paper.questionVersionIds()).doesNotHaveDuplicates();
    }

    @Test
    void aBroadDrawGivesWayToANarrowOne() {
        for (int seed = 0; seed < 200; seed++) {
            var paper = new PaperDraw(List.of(new QuizSection("", List.of(new Draw("suhu", 4),
                    new Draw("suhu", "hujan", null, 2, 1)))), QuizRules.USUAL, BANK, Map.of())
                    .paper(new UUID(1, 1), 7, new Random(seed));

            assertThat(paper.places()).as("seed %d", seed).hasSize(6);
            assertThat(paper.places().subList(4, 6)).allMatch(place -> asked(place).tags().contains("hujan"));
        }
    }

    @Test
    void sectionsKeepTheirOrderThoughTheirQuestionsAreShuffled() {
        var paper = paper(new QuizRules(true, true, null, 0, null, false, false),
                new QuizSection("A", List.of(new FixedQuestion("suhu-0", 5), new Draw("suhu", 3))),
                new QuizSection("B", List.of(new Draw("label", 2))));

        assertThat(paper.places()).map(Paper.Place::section).containsExactly(0, 0, 0, 0, 1, 1);
        assertThat(paper.places().subList(0, 4)).filteredOn(place -> asked(place).slug().equals("suhu-0"))
                .singleElement().satisfies(place -> assertThat(place.mark()).isEqualTo(5));
        assertThat(paper.places().subList(4, 6)).allMatch(place -> asked(place).topic().equals("label"));
    }

    @Test
    void optionsStandAsWrittenOnlyWhereThatTellsNothing() {
        var paper = paper(new QuizRules(false, false, null, 0, null, false, false),
                new QuizSection("", List.of(new FixedQuestion("suhu-1", 1), new FixedQuestion("suhu-5", 1))));

        assertThat(paper.places().get(0).shuffleSeed()).isNull();
        assertThat(paper.places().get(1).shuffleSeed()).isNotNull();
    }

    @Test
    void whatIsAskedTwiceOrTooOftenCannotBeMet() {
        var bank = IntStream.range(0, 3).mapToObj(n -> new QuestionDefinition("s" + n, "S", "suhu", Difficulty.EASY,
                new TrueFalse("?", true, "", "", ""))).toList();
        var needs = QuizNeeds.of(new QuizDefinition("kuis", QuizPurpose.SECTION, null, null, 60, QuizLayout.ONE,
                ReviewPolicy.AFTER.rules(), List.of(new QuizSection("", List.of(new FixedQuestion("s0", 1),
                        new FixedQuestion("s0", 1), new Draw("suhu", 3)))), QuizRules.USUAL), bank);

        assertThat(needs.shortages()).map(QuizNeeds.Need::position).containsExactly(1, 2);
        assertThat(needs.needs().get(2).choice()).isEqualTo(3);
        assertThat(needs.needs().get(2).got()).isEqualTo(2);
    }

    @Test
    void theNextAttemptOpensWhenTheDelayIsOver() {
        var quiz = quiz(rules(90, 0, null), ReviewPolicy.AFTER.rules(), 3);
        var early = QuizPage.of(quiz, List.of(handedIn(MORNING)), NONE, MORNING.plusSeconds(60));

        assertThat(early.mayStart()).isFalse();
        assertThat(Messages.text(early.whyNot(), LocalizedText.INDONESIAN)).contains("21 November 2026 pukul 11.30");
        assertThat(QuizPage.of(quiz, List.of(handedIn(MORNING)), NONE, MORNING.plusSeconds(5_400)).mayStart()).isTrue();
    }

    @Test
    void aQuizClosesAtTheEndOfItsDayAndLaterForWhoWasGrantedIt() {
        var quiz = quiz(rules(null, 0, LocalDate.of(2026, 11, 21)), ReviewPolicy.AFTER.rules(), 3);
        var nextDay = Instant.parse("2026-11-21T16:00:00Z");
        var granted = new QuizException(0, 0, LocalDate.of(2026, 11, 22));

        assertThat(QuizPage.of(quiz, List.of(), NONE, nextDay.minusSeconds(1)).mayStart()).isTrue();
        assertThat(QuizPage.of(quiz, List.of(), NONE, nextDay).whyNot().key()).isEqualTo("assessment.closed");
        assertThat(QuizPage.of(quiz, List.of(), granted, nextDay).mayStart()).isTrue();
        assertThat(quiz.due(nextDay.minusSeconds(60), NONE)).isEqualTo(nextDay);
    }

    @Test
    void extraAttemptsTimeAndGraceAreCounted() {
        var quiz = quiz(rules(null, 5, null), ReviewPolicy.AFTER.rules(), 1);
        var granted = new QuizException(2, 15, null);
        var page = QuizPage.of(quiz, List.of(handedIn(MORNING)), granted, MORNING);

        assertThat(page.attemptsLeft()).hasValue(2);
        assertThat(page.minutes()).hasValue(45);
        assertThat(quiz.due(MORNING, granted)).isEqualTo(MORNING.plusSeconds(50 * 60));
        assertThat(quiz.shown(quiz.due(MORNING, granted))).isEqualTo(MORNING.plusSeconds(45 * 60));
    }

    @Test
    void whatIsShownLaterIsShownAfterTheLastAttempt() {
        var review = new ReviewRules(ReviewTime.NEVER, ReviewTime.LAST, ReviewTime.AFTER);

        assertThat(review.shown(false)).isEqualTo(new ReviewRules.Shown(false, false, true));
        assertThat(review.shown(true)).isEqualTo(new ReviewRules.Shown(false, true, true));
        var quiz = quiz(QuizRules.USUAL, review, 2);
        assertThat(QuizPage.of(quiz, List.of(handedIn(MORNING)), NONE, MORNING).best()).isEmpty();
    }

    @Test
    void rulesComeBackFromTheirTextAsTheyWere() {
        var quiz = new QuizDefinition("kuis", QuizPurpose.PRETEST, 20, null, 0, QuizLayout.ALL,
                new ReviewRules(ReviewTime.AFTER, ReviewTime.NEVER, ReviewTime.LAST),
                List.of(new QuizSection("A", List.of(new FixedQuestion("s1", 3), new Draw("suhu", 2))),
                        new QuizSection("", List.of(new Draw(null, "hujan", Difficulty.HARD, 1, 2)))),
                new QuizRules(true, false, 1440, 10, LocalDate.of(2027, 1, 31), true, true));

        assertThat(QuizJson.read("kuis", QuizJson.write(quiz))).isEqualTo(quiz);
        assertThat(QuizForm.of(quiz).definition("kuis").sections()).isEqualTo(quiz.sections());
        assertThat(QuizJson.read("lama", "{\"purpose\":\"SECTION\",\"passMark\":60,\"layout\":\"ONE\","
                + "\"review\":\"SCORE\",\"draw\":[{\"topic\":\"suhu\",\"count\":3}]}"))
                .isEqualTo(new QuizDefinition("lama", QuizPurpose.SECTION, null, null, 60, QuizLayout.ONE,
                        ReviewPolicy.SCORE, List.of(new Draw("suhu", 3))));
    }

    @Test
    void aFormIsMovedAboutWithoutLosingWhatStandsInIt() {
        var sent = new HashMap<String, String>();
        sent.put("sections.0.title", "A");
        sent.put("sections.1.title", "B");
        sent.put("slots-0.0.topic", "suhu");
        sent.put("slots-0.0.count", "x");
        sent.put("slots-0.0.mark", "1");
        sent.put("passMark", "60");
        var form = QuizForm.from(sent);

        form.act("down:0:0");
        assertThat(form.sections().get(1).getSlots()).singleElement()
                .satisfies(slot -> assertThat(slot).containsEntry("count", "x"));
        form.act("remove:0");
        assertThat(form.sections()).singleElement().satisfies(part -> assertThat(part.getTitle()).isEqualTo("B"));
        form.act("move:0:0:7:7");
        form.act("nonsense");
        assertThatThrownBy(() -> form.definition("kuis")).isInstanceOfSatisfying(Invalid.class,
                invalid -> assertThat(invalid.fields()).containsOnlyKeys("slots-0.0.count"));
    }

    @Test
    void whatIsOnlyShownAfterTheLastAttemptNeedsALastAttempt() {
        var form = QuizForm.from(Map.of("passMark", "60", "answers", "LAST", "sections.0.title", "",
                "slots-0.0.topic", "suhu", "slots-0.0.count", "1", "slots-0.0.mark", "1"));

        assertThatThrownBy(() -> form.definition("kuis")).isInstanceOfSatisfying(Invalid.class,
                invalid -> assertThat(invalid.fields()).containsOnlyKeys("marks"));
    }

    @Test
    void theGainIsTheShareOfWhatCouldStillBeLearned() {
        assertThat(new LearningGain(10, 50, 80).percent()).isEqualTo(60);
        assertThat(new LearningGain(10, 100, 100).percent()).isZero();
    }
}
