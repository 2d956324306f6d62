package id.sanggar.assessment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A kitchen is inspected element by element, as in the inspection by CPPB-IRT: each element is as it should be, or a
 * finding of some severity; how many findings of which severity there are gives the level. An inspection of what all
 * learners see is compared with the findings its author expects; one of the learner's own kitchen is graded by a
 * person.
 *
 * <p>
 * Compared are the elements on which the author or the learner found something, and those the learner left open: a
 * clean kitchen full of elements without a finding must not make a careless inspector look good. The severity meant is
 * worth all, the one beside it half, any other a quarter; nothing is worth what was not found or not there.
 *
 * @param elements what is looked at, in order
 * @param rules from the best level to the worst; the first that holds gives the level, and the last always holds
 * @param expected per element what the author expects; empty when a person grades
 * @param rubric null when what is expected grades
 */
public record Checklist(String prompt, List<String> elements, List<Rule> rules, List<Severity> expected, Rubric rubric,
        String generalFeedback) implements QuestionBody {

    private static final int MOST_ELEMENTS = 60;
    private static final int MOST_RULES = 10;
    private static final double BESIDE = 0.5;
    private static final double FOUND = 0.25;

    /**
     * A level and the most findings it bears.
     *
     * @param minor null: any number, as for the three that follow
     */
    public record Rule(String level, Integer minor, Integer major, Integer serious, Integer critical) {

        public Rule {
            if (level.isBlank()) {
                throw new IllegalArgumentException("A level has a name");
            }
        }

        boolean holds(Map<Severity, Integer> findings) {
            return bears(minor, findings.get(Severity.MINOR)) && bears(major, findings.get(Severity.MAJOR))
                    && bears(serious, findings.get(Severity.SERIOUS))
                    && bears(critical, findings.get(Severity.CRITICAL));
        }

        private static boolean bears(Integer most, int findings) {
            return most == null || findings <= most;
        }

        private boolean always() {
            return minor == null && major == null && serious == null && critical == null;
        }
    }

    public Checklist {
        elements = List.copyOf(elements);
        rules = List.copyOf(rules);
        expected = List.copyOf(expected);
        if (elements.isEmpty() || elements.size() > MOST_ELEMENTS || elements.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("A checklist has 1 to " + MOST_ELEMENTS + " elements");
        }
        if (rules.isEmpty() || rules.size() > MOST_RULES || !rules.get(rules.size() - 1).always()) {
            throw new IllegalArgumentException("A checklist has 1 to " + MOST_RULES
                    + " levels, the last of which bears everything");
        }
        if (expected.isEmpty() == (rubric == null) || !expected.isEmpty() && expected.size() != elements.size()) {
            throw new IllegalArgumentException(
                    "A checklist has either an expected finding for each element or a rubric");
        }
    }

    @Override
    public QuestionType type() {
        return QuestionType.CHECKLIST;
    }

    @Override
    public boolean fits(Answer answer) {
        return answer instanceof Answer.Inspected inspected && inspected.findings().size() == elements.size();
    }

    @Override
    public double fraction(Answer answer) {
        if (expected.isEmpty() || !fits(answer)) {
            return 0;
        }
        var findings = ((Answer.Inspected) answer).findings();
        var worth = IntStream.range(0, elements.size())
                .filter(element -> counts(expected.get(element), findings.get(element).severity()))
                .mapToDouble(element -> worth(expected.get(element), findings.get(element).severity()))
                .summaryStatistics();
        return worth.getCount() == 0 ? 1 : Fraction.of(worth.getAverage());
    }

    private static boolean counts(Severity meant, Severity given) {
        return meant != Severity.NONE || given != Severity.NONE;
    }

    private static double worth(Severity meant, Severity given) {
        if (given == null || meant == Severity.NONE || given == Severity.NONE) {
            return 0;
        }
        return switch (Math.abs(meant.ordinal() - given.ordinal())) {
            case 0 -> 1;
            case 1 -> BESIDE;
            default -> FOUND;
        };
    }

    /** A checklist has no feedback of its own: what is expected stands beside it. */
    @Override
    public List<String> feedback(Answer answer) {
        return List.of();
    }

    /** The level that these findings give; what is open counts as no finding. */
    public String level(List<Severity> findings) {
        var counted = new EnumMap<Severity, Integer>(Severity.class);
        for (var severity : Severity.values()) {
            counted.put(severity, 0);
        }
        findings.stream().filter(Objects::nonNull).forEach(severity -> counted.merge(severity, 1, Integer::sum));
        return rules.stream().filter(rule -> rule.holds(counted)).findFirst().orElseThrow().level();
    }
}
