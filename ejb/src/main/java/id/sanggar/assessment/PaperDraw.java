package id.sanggar.assessment;

import id.sanggar.assessment.Questions.Candidate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes the paper of an attempt, section by section: the questions that are fixed and those that chance draws, no
 * question twice, and those first that this person was asked least often before. So who sits two quizzes with the same
 * draws, such as a pre-test and a post-test, is asked nothing twice while there are questions enough.
 */
record PaperDraw(List<QuizSection> sections, QuizRules rules, List<Candidate> candidates, Map<Long, Long> timesAsked) {

    private record Asked(Candidate candidate, int mark) {
    }

    Paper paper(UUID code, long accountId, RandomGenerator random) {
        var ordered = new ArrayList<>(candidates);
        shuffle(ordered, random);
        ordered.sort(Comparator.comparing(candidate -> timesAsked.getOrDefault(candidate.questionId(), 0L)));
        var slots = sections.stream().flatMap(section -> section.slots().stream()).toList();
        var drawn = Drawing.of(slots, ordered).iterator();
        var places = new ArrayList<Paper.Place>();
        for (int section = 0; section < sections.size(); section++) {
            var asked = new ArrayList<Asked>();
            sections.get(section).slots().forEach(slot ->
                    drawn.next().forEach(candidate -> asked.add(new Asked(candidate, slot.mark()))));
            if (rules.shuffleQuestions()) {
                shuffle(asked, random);
            }
            for (var each : asked) {
                places.add(new Paper.Place(places.size() + 1, each.candidate().versionId(), section, each.mark(),
                        seed(each.candidate().type(), random)));
            }
        }
        return new Paper(code, accountId, places);
    }

    /** What has to be put in order or matched would tell its answer if it were not shuffled. */
    private Integer seed(QuestionType type, RandomGenerator random) {
        var seed = random.nextInt();
        return rules.shuffleOptions() || type == QuestionType.ORDERING || type == QuestionType.MATCHING ? seed : null;
    }

    private static void shuffle(List<?> things, RandomGenerator random) {
        for (int last = things.size() - 1; last > 0; last--) {
            Collections.swap(things, last, random.nextInt(last + 1));
        }
    }
}
