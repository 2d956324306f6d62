package id.sanggar.assessment;

import id.sanggar.assessment.Questions.Candidate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives every slot of a quiz its questions, none of them twice. What is fixed anywhere is not drawn. Where two draws
 * could take the same question, one gives way if it can take another: whenever all can be served, all are.
 */
final class Drawing {

    private final List<QuizSlot> slots;
    private final List<Candidate> candidates;
    private final Map<Candidate, Integer> takenBy = new HashMap<>();
    private final List<List<Candidate>> taken = new ArrayList<>();

    private Drawing(List<QuizSlot> slots, List<Candidate> candidates) {
        this.slots = slots;
        this.candidates = candidates;
    }

    /**
     * For each slot its questions: fewer than it asks for where there are no more.
     *
     * @param candidates those that are to be taken first, first
     */
    static List<List<Candidate>> of(List<QuizSlot> slots, List<Candidate> candidates) {
        var drawing = new Drawing(slots, candidates);
        drawing.draw();
        return drawing.taken;
    }

    private void draw() {
        slots.forEach(slot -> taken.add(new ArrayList<>()));
        for (int slot = 0; slot < slots.size(); slot++) {
            if (slots.get(slot) instanceof FixedQuestion fixed) {
                take(slot, fixed);
            }
        }
        for (int slot = 0; slot < slots.size(); slot++) {
            if (slots.get(slot) instanceof Draw draw) {
                for (int times = 0; times < draw.count() && takeOne(slot, new HashSet<>()); times++) {
                    continue;
                }
            }
        }
    }

    private void take(int slot, FixedQuestion fixed) {
        candidates.stream()
                .filter(candidate -> candidate.slug().equals(fixed.question()) && !takenBy.containsKey(candidate))
                .findFirst()
                .ifPresent(candidate -> give(slot, candidate));
    }

    private boolean takeOne(int slot, Set<Candidate> asked) {
        var draw = (Draw) slots.get(slot);
        for (var candidate : candidates) {
            if (candidate.isMeantBy(draw) && !takenBy.containsKey(candidate)) {
                give(slot, candidate);
                return true;
            }
        }
        for (var candidate : candidates) {
            if (candidate.isMeantBy(draw) && isDrawnByAnother(slot, candidate) && asked.add(candidate)
                    && takeOne(takenBy.get(candidate), asked)) {
                taken.get(takenBy.get(candidate)).remove(candidate);
                give(slot, candidate);
                return true;
            }
        }
        return false;
    }

    private boolean isDrawnByAnother(int slot, Candidate candidate) {
        var other = takenBy.get(candidate);
        return other != null && other != slot && slots.get(other) instanceof Draw;
    }

    private void give(int slot, Candidate candidate) {
        takenBy.put(candidate, slot);
        taken.get(slot).add(candidate);
    }
}
