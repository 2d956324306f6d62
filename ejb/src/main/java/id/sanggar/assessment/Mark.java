package id.sanggar.assessment;

import java.time.Instant;
import java.util.List;

/**
 * A mark once given; nothing about it ever changes.
 *
 * @param kind FIRST, SECOND or MODERATION, or RETURN for an answer given back
 * @param round of the attempt at the graders'
 * @param levels per criterion; empty for an answer given back
 * @param fraction from 0 to 1; null for an answer given back
 */
record Mark(int position, Kind kind, int round, long graderId, String graderName, List<Integer> levels,
        Double fraction, String comment, List<Note> notes, Instant givenAt) {

    enum Kind {
        FIRST, SECOND, MODERATION, RETURN;

        static Kind of(GradingStage stage) {
            return valueOf(stage.name());
        }
    }
}
