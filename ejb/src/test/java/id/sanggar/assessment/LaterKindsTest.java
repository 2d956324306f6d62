package id.sanggar.assessment;

import static id.sanggar.assessment.SampleQuestions.ABON;
import static id.sanggar.assessment.SampleQuestions.DANGER;
import static id.sanggar.assessment.SampleQuestions.INSPECTION;
import static id.sanggar.assessment.SampleQuestions.KITCHEN;
import static id.sanggar.assessment.SampleQuestions.PLAN;
import static id.sanggar.assessment.SampleQuestions.RUBRIC;
import static id.sanggar.assessment.SampleQuestions.SHELF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.sanggar.assessment.Answer.Chosen;
import id.sanggar.assessment.Answer.Filled;
import id.sanggar.assessment.Answer.Inspected;
import id.sanggar.assessment.Answer.Ordered;
import id.sanggar.assessment.Answer.Pictured;
import id.sanggar.assessment.Answer.Pointed;
import id.sanggar.assessment.Answer.Typed;
import id.sanggar.shared.Invalid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaterKindsTest {

    @ParameterizedTest
    @CsvSource({"0 1 2 3 4, 1", "4 3 2 1 0, 0", "4 0 1 2 3, 0.75", "1 2 3 4 0, 0.75", "1 0 2 3 4, 0.75",
        "1 0 3 2 4, 0.5", "-1 -1 -1 -1 -1, 0", "0 -1 -1 -1 1, 0.25", "2 2 2 2 2, 0", "0 0 1 2 3, 0.75"})
    void anOrderingIsWorthItsLongestRunInTheRightOrder(String places, double fraction) {
        assertThat(ABON.fraction(new Ordered(numbers(places)))).isEqualTo(fraction);
    }

    @Test
    void inWhateverOrderTheItemsAreSeenTheSameOrderIsRight() {
        for (int seed = 0; seed < 200; seed++) {
            var shuffle = new Shuffle(seed, ABON.items().size());
            var right = new Ordered(List.of(0, 1, 2, 3, 4));
            var seen = (Ordered) shuffle.seen(right);
            var items = shuffle.seen(ABON.items());
            IntStream.range(0, 5).forEach(item -> assertThat(ABON.items().get(seen.places().get(item)))
                    .isEqualTo(items.get(item)));

            assertThat(shuffle.own(seen)).isEqualTo(right);
        }
    }

    @ParameterizedTest
    @CsvSource({"5;60;kulkas, 1", "4;60;kulkas, 0.83333", "' 5 ;60;', 0.66667", ";;, 0", "60;5;rak, 0"})
    void everyGapOfAClozeCountsTheSame(String texts, double fraction) {
        assertThat(DANGER.fraction(new Filled(List.of(texts.split(";", -1))))).isEqualTo(fraction);
    }

    @Test
    void aClozeSaysWhatBelongsToEveryFilledGap() {
        assertThat(DANGER.feedback(new Filled(List.of("4", "60", "rak"))))
                .containsExactly("Sumber lain menulis 4.", "Benar.", "Rak untuk bahan kering.");
        assertThat(DANGER.feedback(new Filled(List.of("7", "7", "")))).containsExactly("Baca lagi.");
        assertThat(DANGER.gaps().get(2).choices()).containsExactly("kulkas", "rak");
    }

    @Test
    void aClozeTakesOnlyWhatItsListsOffer() {
        assertThat(DANGER.fits(new Filled(List.of("5", "60", "lemari")))).isFalse();
        assertThat(DANGER.fits(new Filled(List.of("5", "60")))).isFalse();
        assertThat(DANGER.fits(new Filled(List.of("x".repeat(401), "", "")))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanpa celah", "[[2]] [[1]]", "[[1]] [[1]]", "[[1]] [[2]] [[3]]", "[[1]]"})
    void theTextOfAClozeNamesEveryGapOnceAndInOrder(String prompt) {
        var gap = new Cloze.Gap(List.of(new ShortAnswer.Accepted("ya", 1, "")), false, false, "");

        assertThatThrownBy(() -> new Cloze(prompt, List.of(gap, gap), "")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"7000, 6000, 1, Benar.", "5000, 5000, 1, Benar.", "7000, 9001, 0, Tidak ada apa-apa di sana.",
        "5100, 8000, 0, Tidak ada apa-apa di sana.", "3000, 4000, 0.5, Hampir.", "10000, 0, 0, Di sini aman."})
    void aPointIsWorthWhatTheRegionAroundItIsWorth(int x, int y, double fraction, String feedback) {
        var answer = new Pointed(new Hotspot.Point(x, y));

        assertThat(KITCHEN.fraction(answer)).isEqualTo(fraction);
        assertThat(KITCHEN.feedback(answer)).containsExactly(feedback);
    }

    @Test
    void whoCannotPointChoosesARegionByItsName() {
        assertThat(KITCHEN.fraction(new Chosen(1))).isEqualTo(1);
        assertThat(KITCHEN.feedback(new Chosen(2))).containsExactly("Di sini aman.");
        assertThat(KITCHEN.shuffled()).isEqualTo(3);
    }

    @Test
    void aPointOutsideThePictureIsNoAnswer() {
        for (var point : List.of(new Hotspot.Point(-1, 5), new Hotspot.Point(5, 10_001),
                new Hotspot.Point(Integer.MAX_VALUE, Integer.MIN_VALUE))) {
            assertThat(KITCHEN.fits(new Pointed(point))).isFalse();
            assertThat(KITCHEN.fraction(new Pointed(point))).isZero();
        }
    }

    @Test
    void aRubricIsWorthThePointsOfItsLevels() {
        assertThat(RUBRIC.most()).isEqualTo(5);
        assertThat(RUBRIC.fraction(List.of(2, 1))).isEqualTo(1);
        assertThat(RUBRIC.fraction(List.of(1, 0))).isEqualTo(0.4);
        assertThat(RUBRIC.fraction(List.of(0, 0))).isZero();
        assertThat(RUBRIC.fits(List.of(2))).isFalse();
        assertThat(RUBRIC.fits(List.of(3, 0))).isFalse();
        assertThat(RUBRIC.fits(List.of(-1, 0))).isFalse();
    }

    @Test
    void whatAPersonGradesIsWorthNothingToAMachine() {
        assertThat(PLAN.isGradedByHand()).isTrue();
        assertThat(SHELF.isGradedByHand()).isTrue();
        assertThat(SampleQuestions.OWN_KITCHEN.isGradedByHand()).isTrue();
        assertThat(INSPECTION.isGradedByHand()).isFalse();
        assertThat(PLAN.fraction(new Typed("Saya akan membeli termometer."))).isZero();
    }

    @Test
    void anEssayTakesLongTextsAndCountsTheirWords() {
        assertThat(PLAN.fits(new Typed("kata ".repeat(3_000)))).isTrue();
        assertThat(PLAN.fits(new Typed("x".repeat(20_001)))).isFalse();
        assertThat(Essay.words("  Satu — dua,\u00a0tiga-empat\n5 °C. ")).isEqualTo(5);
        assertThat(Essay.words("")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"MINOR NONE SERIOUS NONE, 1", "MAJOR NONE SERIOUS NONE, 0.75", "MINOR NONE NONE NONE, 0.5",
        "MINOR MINOR SERIOUS CRITICAL, 0.5", "NONE NONE NONE NONE, 0", "CRITICAL NONE MINOR NONE, 0.25",
        "MINOR - SERIOUS NONE, 0.66667", "- - - -, 0"})
    void anInspectionIsComparedWhereSomethingWasFoundOrIsToBeFound(String given, double fraction) {
        assertThat(INSPECTION.fraction(inspected(given))).isEqualTo(fraction, within(1e-5));
    }

    @Test
    void nothingFoundWhereNothingIsToBeFoundIsAllThereIs() {
        var clean = new Checklist("?", List.of("a", "b"), SampleQuestions.LEVELS,
                List.of(Severity.NONE, Severity.NONE), null, "");

        assertThat(clean.fraction(inspected("NONE NONE"))).isEqualTo(1);
        assertThat(clean.fraction(inspected("NONE -"))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"NONE NONE NONE NONE, I", "MINOR MAJOR NONE -, I", "MAJOR MAJOR MAJOR MINOR, II",
        "MAJOR MAJOR MAJOR MAJOR, III", "MINOR MINOR NONE NONE, III", "SERIOUS MINOR NONE NONE, III",
        "CRITICAL NONE NONE NONE, IV"})
    void theFindingsGiveTheLevelOfTheFirstRuleThatHolds(String given, String level) {
        assertThat(INSPECTION.level(inspected(given).severities())).isEqualTo(level);
    }

    @Test
    void aChecklistHasEitherExpectedFindingsOrARubricAndALastLevelForAll() {
        assertThatThrownBy(() -> new Checklist("?", List.of("a"), SampleQuestions.LEVELS, List.of(), null, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Checklist("?", List.of("a"), SampleQuestions.LEVELS, List.of(Severity.NONE),
                RUBRIC, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Checklist("?", List.of("a"), SampleQuestions.LEVELS.subList(0, 2),
                List.of(Severity.NONE), null, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPhotoTaskTakesSoManyDifferentPhotos() {
        assertThat(SHELF.fits(new Pictured(List.of(new UUID(0, 1))))).isTrue();
        assertThat(SHELF.fits(new Pictured(List.of()))).isFalse();
        assertThat(SHELF.fits(new Pictured(List.of(new UUID(0, 1), new UUID(0, 1))))).isFalse();
        assertThat(SHELF.fits(new Pictured(Stream.iterate(1, n -> n + 1).limit(4).map(n -> new UUID(0, n)).toList())))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"histamn, 1", "hsitamin, 1", "histaminn, 1", "histamin, 1", "HISTAMIN, 1", "histmn, 0", "garam, 0",
        "CPPB-IRT 13, 0", "CPPB-IRT 12, 1", "spp, 0", "kontaminsi silag, 1", "kontmnsi silag, 0"})
    void smallTypingErrorsAreForgivenWhereTheAuthorSaysSoButNeverInShortWordsAndNumbers(String typed, double fraction) {
        var accepted = List.of(new ShortAnswer.Accepted("histamin", 1, ""),
                new ShortAnswer.Accepted("CPPB-IRT 12", 1, ""), new ShortAnswer.Accepted("SPI", 1, ""),
                new ShortAnswer.Accepted("kontaminasi silang", 1, ""), new ShortAnswer.Accepted("*", 0, "Bukan."));

        assertThat(new ShortAnswer("?", accepted, true, "").fraction(new Typed(typed))).isEqualTo(fraction);
    }

    @Test
    void withoutForgivenessEveryLetterCounts() {
        assertThat(new ShortAnswer("?", List.of(new ShortAnswer.Accepted("histamin", 1, "")), "")
                .fraction(new Typed("histamn"))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"'1,5 kg', 1", "1500 g, 1", "1500 Gr., 1", "1.500, 1", "1500 liter, 0", "1500 kg, 0",
        "'0,0015 ton', 0"})
    void aNumberIsMeasuredInTheUnitItIsWrittenIn(String typed, double fraction) {
        assertThat(weight(false).fraction(new Typed(typed))).isEqualTo(fraction);
    }

    @Test
    void aUnitMayBeRequired() {
        assertThat(weight(true).fraction(new Typed("1500"))).isZero();
        assertThat(weight(true).fraction(new Typed("1.500 gram"))).isEqualTo(1);
        var price = new Numeric("?", List.of(SampleQuestions.range("25000", "25000", 1, "")),
                List.of(new Numeric.Unit("Rp", BigDecimal.ONE)), true, "", "");
        assertThat(price.fraction(new Typed("Rp 25.000"))).isEqualTo(1);
        assertThat(price.fraction(new Typed("Rp25.000,-"))).isEqualTo(1);
        assertThat(price.fraction(new Typed("25.000"))).isZero();
    }

    @Test
    void whateverComesNothingIsWorthLessThanNothingOrMoreThanAll() {
        var random = new Random(3);
        var questions = new ArrayList<>(SampleQuestions.LATER);
        questions.add(SampleQuestions.OWN_KITCHEN);
        var texts = List.of("", "0", "1", "-1", "5", "99999999999", "kulkas", "MINOR", "minor", "3,4", "3,", ",", "a,b",
                "00000000-0000-0000-0000-000000000001", "1-1-1-1-1", "<script>", "\0", "x".repeat(30_000));
        for (int round = 0; round < 5_000; round++) {
            var values = IntStream.range(0, random.nextInt(10))
                    .mapToObj(n -> texts.get(random.nextInt(texts.size())))
                    .toList();
            questions.forEach(question -> {
                Answer answer;
                try {
                    answer = new Paper.Place(1, 1, 7).read(question, new Answer.Entered(values));
                } catch (Invalid refused) {
                    return;
                }
                assertThat(question.fraction(answer)).isBetween(0.0, 1.0);
                assertThat(question.feedback(answer)).doesNotContainNull();
                assertThat(AnswerJson.read(AnswerJson.write(answer))).isEqualTo(answer);
            });
        }
    }

    @Test
    void nothingAndWhatBelongsToAnotherKindIsWorthNothing() {
        var answers = new ArrayList<Answer>(List.of(new Chosen(99), new Answer.Ticked(new TreeSet<>(List.of(0))),
                new Ordered(List.of(0)), new Ordered(Collections.nCopies(5, 9)), new Filled(List.of("a")),
                new Inspected(List.of()), new Answer.Entered(List.of("0"))));
        answers.add(null);
        SampleQuestions.LATER.forEach(question -> answers.forEach(answer -> {
            assertThat(question.fits(answer)).isFalse();
            assertThat(question.fraction(answer)).isZero();
            assertThat(question.feedback(answer)).isEmpty();
        }));
    }

    @Test
    void aFormsFieldsComeBackAsTheyWereFilledIn() {
        assertThat(read(QuestionType.ORDERING, "1", "", "0").values()).containsExactly("1", "", "0");
        assertThat(read(QuestionType.CLOZE, "a", "").values()).containsExactly("a", "");
        assertThat(read(QuestionType.HOTSPOT, "120,9000").values()).containsExactly("120,9000");
        assertThat(read(QuestionType.HOTSPOT, "2")).isEqualTo(new Chosen(2));
        assertThat(read(QuestionType.CHECKLIST, "MAJOR", "retak", "", "").values())
                .containsExactly("MAJOR", "retak", "", "");
        assertThat(read(QuestionType.CHECKLIST, "", "", "", "")).isNull();
        assertThatThrownBy(() -> read(QuestionType.CHECKLIST, "MAJOR")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> read(QuestionType.CHECKLIST, "HUGE", "")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> read(QuestionType.CHECKLIST, "MAJOR", "x".repeat(301))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> read(QuestionType.PHOTO, "../../etc")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> read(QuestionType.HOTSPOT, "1,2,3")).isInstanceOf(Invalid.class);
    }

    private static Answer read(QuestionType type, String... values) {
        return type.read(Arrays.asList(values));
    }

    private static Numeric weight(boolean unitRequired) {
        return new Numeric("?", List.of(SampleQuestions.range("1450", "1550", 1, "")),
                List.of(new Numeric.Unit("g", BigDecimal.ONE), new Numeric.Unit("gram", BigDecimal.ONE),
                        new Numeric.Unit("gr", BigDecimal.ONE), new Numeric.Unit("kg", new BigDecimal("1000"))),
                unitRequired, "", "");
    }

    private static Inspected inspected(String severities) {
        return new Inspected(Stream.of(severities.split(" "))
                .map(each -> new Inspected.Finding(each.equals("-") ? null : Severity.valueOf(each), ""))
                .toList());
    }

    private static List<Integer> numbers(String text) {
        return Stream.of(text.split(" ")).map(Integer::valueOf).toList();
    }
}
