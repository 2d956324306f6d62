package id.sanggar.assessment;

import java.util.List;
import java.util.stream.IntStream;

/** What a person grades by: criteria, each with levels from worst to best or the other way, each worth some points. */
public record Rubric(List<Criterion> criteria) {

    private static final int MOST_CRITERIA = 12;

    /** Something that is looked at. */
    public record Criterion(String name, List<Level> levels) {

        /** A level is picked by one of the keys 1 to 9. */
        private static final int MOST_LEVELS = 9;

        public Criterion {
            levels = List.copyOf(levels);
            if (name.isBlank() || levels.size() < 2 || levels.size() > MOST_LEVELS) {
                throw new IllegalArgumentException("A criterion has a name and 2 to " + MOST_LEVELS + " levels");
            }
        }

        /** Points of its best level. */
        public int most() {
            return levels.stream().mapToInt(Level::points).max().orElseThrow();
        }
    }

    /** @param points from 0 to 100 */
    public record Level(String text, int points) {

        public Level {
            if (text.isBlank() || points < 0 || points > 100) {
                throw new IllegalArgumentException("A level has a text and is worth 0 to 100 points");
            }
        }
    }

    public Rubric {
        criteria = List.copyOf(criteria);
        if (criteria.isEmpty() || criteria.size() > MOST_CRITERIA || criteria.stream().anyMatch(c -> c.most() == 0)) {
            throw new IllegalArgumentException("A rubric has 1 to " + MOST_CRITERIA
                    + " criteria, each with a level that is worth something");
        }
    }

    /** Points of the best that can be done. */
    public int most() {
        return criteria.stream().mapToInt(Criterion::most).sum();
    }

    /** True when a level of this rubric is picked for every criterion. */
    public boolean fits(List<Integer> picked) {
        return picked.size() == criteria.size() && IntStream.range(0, picked.size()).allMatch(criterion ->
                picked.get(criterion) >= 0 && picked.get(criterion) < criteria.get(criterion).levels().size());
    }

    /**
     * The points of these levels.
     *
     * @param picked for each criterion the level, counted from 0
     */
    public int points(List<Integer> picked) {
        return IntStream.range(0, criteria.size())
                .map(criterion -> criteria.get(criterion).levels().get(picked.get(criterion)).points())
                .sum();
    }

    /** What these levels are worth, from 0 to 1. */
    public double fraction(List<Integer> picked) {
        return Fraction.of((double) points(picked) / most());
    }
}
