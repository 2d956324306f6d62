package id.sanggar.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.assessment.Questions.Candidate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaperDrawTest {

    private static final List<Candidate> BANK =
            Stream.of("suhu", "label", "haccp").flatMap(PaperDrawTest::eightOn).toList();
    private static final List<Draw> DRAWS = List.of(new Draw("suhu", 3), new Draw("haccp", 1), new Draw("suhu", 2));

    @Test
    void everyDrawTakesItsNumberOfQuestionsOnItsTopicInOrderAndNoneTwice() {
        for (int seed = 0; seed < 500; seed++) {
            var paper = paper(Map.of(), seed);

            assertThat(paper.places()).map(place -> topic(place.questionVersionId()))
                    .containsExactly("suhu", "suhu", "suhu", "haccp", "suhu", "suhu");
            assertThat(new HashSet<>(paper.questionVersionIds())).hasSize(6);
            assertThat(paper.places()).map(Paper.Place::position).containsExactly(1, 2, 3, 4, 5, 6);
        }
    }

    @Test
    void theSameChanceGivesTheSamePaper() {
        assertThat(paper(Map.of(), 42)).isEqualTo(paper(Map.of(), 42));
        assertThat(paper(Map.of(), 42)).isNotEqualTo(paper(Map.of(), 43));
    }

    @Test
    void everyQuestionOnATopicIsDrawnAboutAsOften() {
        var times = new HashMap<Long, Integer>();
        IntStream.range(0, 8_000).forEach(seed -> draw(List.of(new Draw("label", 1)), Map.of())
                .paper(new UUID(0, 0), 1, new Random(seed))
                .questionVersionIds()
                .forEach(id -> times.merge(id, 1, Integer::sum)));

        assertThat(times).hasSize(8).allSatisfy((id, count) -> assertThat(count).isBetween(850, 1_150));
    }

    @Test
    void whoComesAgainIsAskedWhatSheHasNotSeen() {
        var seen = new HashMap<Long, Long>();
        for (int attempt = 0; attempt < 8; attempt++) {
            var asked = draw(List.of(new Draw("suhu", 2)), seen)
                    .paper(new UUID(0, 0), 1, new Random(attempt))
                    .questionVersionIds();
            asked.forEach(version -> seen.merge(question(version), 1L, Long::sum));

            var round = attempt / 4 + 1L;
            assertThat(asked).as("attempt %d", attempt).allMatch(version -> seen.get(question(version)) == round);
        }
    }

    private static PaperDraw draw(List<? extends QuizSlot> slots, Map<Long, Long> timesAsked) {
        return new PaperDraw(List.of(new QuizSection("", List.copyOf(slots))), QuizRules.USUAL, BANK, timesAsked);
    }

    private static Paper paper(Map<Long, Long> timesAsked, long seed) {
        return draw(DRAWS, timesAsked).paper(new UUID(1, 2), 7, new Random(seed));
    }

    private static Stream<Candidate> eightOn(String topic) {
        return IntStream.range(0, 8)
                .mapToLong(n -> topic.hashCode() * 100L + n)
                .mapToObj(id -> new Candidate(id, id + 1_000_000_000_000L, topic + id, topic, List.of(),
                        Difficulty.MEDIUM, QuestionType.CHOICE));
    }

    private static String topic(long version) {
        return BANK.stream().filter(candidate -> candidate.versionId() == version).findFirst().orElseThrow().topic();
    }

    private static long question(long version) {
        return version - 1_000_000_000_000L;
    }
}
