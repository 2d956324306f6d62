package id.sanggar.assessment;

import id.sanggar.assessment.Questions.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Draws the questions of an attempt: on each topic at random, no question twice, and those first that this person was
 * asked least often before.
 */
record PaperDraw(List<Draw> draws, List<Candidate> candidates, Map<Long, Long> timesAsked) {

    Paper paper(UUID code, long accountId, RandomGenerator random) {
        var left = shuffled(random);
        left.sort(Comparator.comparing(candidate -> timesAsked.getOrDefault(candidate.questionId(), 0L)));
        var places = new ArrayList<Paper.Place>();
        for (var draw : draws) {
            var drawn = left.stream()
                    .filter(candidate -> candidate.topic().equals(draw.topic()))
                    .limit(draw.count())
                    .toList();
            left.removeAll(drawn);
            drawn.forEach(candidate ->
                    places.add(new Paper.Place(places.size() + 1, candidate.versionId(), random.nextInt())));
        }
        return new Paper(code, accountId, places);
    }

    private List<Candidate> shuffled(RandomGenerator random) {
        var ranks = new HashMap<Candidate, Long>();
        candidates.forEach(candidate -> ranks.put(candidate, random.nextLong()));
        var shuffled = new ArrayList<>(candidates);
        shuffled.sort(Comparator.comparing(ranks::get));
        return shuffled;
    }
}
