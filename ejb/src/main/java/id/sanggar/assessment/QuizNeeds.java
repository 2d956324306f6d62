package id.sanggar.assessment;

import id.sanggar.assessment.Questions.Candidate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the slots of a quiz ask of the bank, and whether it can give it: no question is asked twice in one attempt. */
public record QuizNeeds(List<Need> needs) {

    /**
     * One slot's.
     *
     * @param section its section, from 0
     * @param position in the section, from 0
     * @param choice how many ready questions are what it asks for
     * @param got how many of them it gets, when every slot gets its own
     */
    public record Need(int section, int position, QuizSlot slot, int choice, int got) {

        public boolean isMet() {
            return got >= slot.count();
        }

        /** Whether a person who sits two quizzes with this draw can be asked different questions in each. */
        public boolean isMetTwice() {
            return choice >= 2 * slot.count();
        }
    }

    public QuizNeeds {
        needs = List.copyOf(needs);
    }

    /** @param bank all questions of the course; only those that are ready count */
    public static QuizNeeds of(QuizDefinition quiz, List<QuestionDefinition> bank) {
        var ready = bank.stream().filter(QuestionDefinition::isReady).toList();
        return of(quiz.sections(), IntStream.range(0, ready.size())
                .mapToObj(n -> candidate(n, ready.get(n)))
                .toList());
    }

    /** @param bank all questions of the course; only those that are ready count */
    public static QuizNeeds of(List<QuizSection> sections, Collection<QuestionChoice> bank) {
        var id = new AtomicLong();
        return of(sections, bank.stream().filter(QuestionChoice::ready)
                .map(choice -> choice.candidate(id.incrementAndGet()))
                .toList());
    }

    /** About how many minutes an attempt takes, rounded up. */
    public static int minutes(List<QuizSection> sections, Collection<QuestionChoice> bank) {
        return (int) Math.ceil(sections.stream().flatMap(section -> section.slots().stream())
                .mapToDouble(slot -> slot.count() * bank.stream()
                        .filter(choice -> choice.candidate(0).isMeantBy(slot))
                        .mapToDouble(QuestionChoice::minutes)
                        .average()
                        .orElse(1))
                .sum());
    }

    private static QuizNeeds of(List<QuizSection> sections, List<Candidate> ready) {
        var taken = Drawing.of(sections.stream().flatMap(section -> section.slots().stream()).toList(), ready)
                .iterator();
        var needs = new ArrayList<Need>();
        for (int section = 0; section < sections.size(); section++) {
            var slots = sections.get(section).slots();
            for (int position = 0; position < slots.size(); position++) {
                var slot = slots.get(position);
                needs.add(new Need(section, position, slot, (int) ready.stream()
                        .filter(candidate -> candidate.isMeantBy(slot))
                        .count(), taken.next().size()));
            }
        }
        return new QuizNeeds(needs);
    }

    private static Candidate candidate(int id, QuestionDefinition question) {
        return new Candidate(id, id, question.slug(), question.topic(), question.tags(), question.difficulty(),
                question.body().type());
    }

    /** Those that cannot be met. */
    public List<Need> shortages() {
        return needs.stream().filter(need -> !need.isMet()).toList();
    }

    /** What a draw asks for, in the words of the bank. */
    static String name(Draw draw) {
        return Stream.of(draw.topic(), draw.tag() == null ? null : "#" + draw.tag(),
                        draw.difficulty() == null ? null : draw.difficulty().name())
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
    }
}
