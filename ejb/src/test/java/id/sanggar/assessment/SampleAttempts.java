package id.sanggar.assessment;

import id.sanggar.shared.LocalizedText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A post-test with one question of each kind, and an attempt at it. */
final class SampleAttempts {

    static final long OWNER = 7;
    static final Instant STARTED = Instant.parse("2026-11-21T02:00:00Z");
    static final Instant DUE = STARTED.plus(Duration.ofMinutes(30));
    static final List<String> TOPICS = List.of("suhu", "mutu", "mutu", "izin", "suhu", "penyimpanan");

    static final Quiz QUIZ = quiz(QuizPurpose.POSTTEST, ReviewPolicy.AFTER);

    static final Map<Long, QuestionVersion> VERSIONS = Map.copyOf(IntStream.range(0, 6).boxed()
            .map(n -> new QuestionVersion(100L + n, TOPICS.get(n), SampleQuestions.ALL.get(n)))
            .collect(Collectors.toMap(QuestionVersion::id, version -> version)));

    /** The same for the kinds that need more than a tick, in the order of {@link SampleQuestions#LATER}. */
    static final Map<Long, QuestionVersion> LATER = Map.copyOf(IntStream.range(0, 6).boxed()
            .map(n -> new QuestionVersion(100L + n, TOPICS.get(n), SampleQuestions.LATER.get(n)))
            .collect(Collectors.toMap(QuestionVersion::id, version -> version)));

    private SampleAttempts() {
    }

    static Quiz quiz(QuizPurpose purpose, ReviewPolicy review) {
        return new Quiz(5, "tes-akhir", new LocalizedText("Tes akhir", "Post-test"), 3, "mutu-pangan", 4, purpose,
                Duration.ofMinutes(30), 3, 60, QuizLayout.ONE, review.rules(),
                List.of(new QuizSection("", List.of(new Draw("suhu", 2), new Draw("mutu", 2), new Draw("izin", 1),
                        new Draw("penyimpanan", 1)))), QuizRules.USUAL);
    }

    /** An attempt with these answers, as the questions number them, in the order of {@link SampleQuestions#ALL}. */
    static Attempt open(Answer... answers) {
        var slots = IntStream.range(0, answers.length)
                .mapToObj(n -> new AttemptSlot(new Paper.Place(n + 1, 100L + n, 2026 + n), answers[n] == null ? 0 : 1,
                        answers[n], null))
                .toList();
        return new Attempt(9, new UUID(1, 9), OWNER, 3, 5, "tes-akhir", 1, 1, AttemptState.IN_PROGRESS, STARTED, DUE,
                null, null, null, slots);
    }
}
