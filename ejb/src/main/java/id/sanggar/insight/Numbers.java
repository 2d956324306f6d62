package id.sanggar.insight;

import id.sanggar.programme.Membership;
import id.sanggar.programme.Pace;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.LocalizedText;
import java.util.List;

/**
 * What is counted of some members of a programme. Each number is also the length of its list.
 *
 * @param people whoever ever applied
 * @param members everyone ever admitted, whatever became of the membership: what the target counts
 * @param states by what has become of them, in the order of {@link Membership.State}
 * @param paces how the active ones get on, in the order of {@link Pace}; together they are all active ones
 * @param stages in order
 * @param courses that the stages ask for
 * @param approval days from the application until a manager admitted them
 */
public record Numbers(Figure people, Figure members, List<OfState> states, List<OfPace> paces, List<OfStage> stages,
        List<OfCourse> courses, Days approval) {

    public Numbers {
        states = List.copyOf(states);
        paces = List.copyOf(paces);
        stages = List.copyOf(stages);
        courses = List.copyOf(courses);
    }

    public record OfState(Membership.State state, Figure members) {
    }

    public record OfPace(Pace pace, Figure members) {
    }

    /**
     * @param now active members who are in the stage
     * @param reached everyone who is in the stage or has left it, whatever became of the membership
     */
    public record OfStage(ProgrammeOutline.Stage stage, Figure now, Figure reached) {
    }

    /** A course as figures name it. */
    public record Course(long id, String slug, LocalizedText title) {
    }

    /**
     * @param enrolled who began it, in this programme or not
     * @param passed who completed it
     * @param certified who hold a certificate of it from this programme
     */
    public record OfCourse(Course course, Figure enrolled, Figure passed, Figure certified, Gain gain) {

        /** Percent of those enrolled who completed it. */
        public long getCompletion() {
            return passed.percentOf(enrolled);
        }
    }

    /**
     * What a course taught: the tests before and after it, of those who were graded in both, the best attempt of
     * each.
     *
     * @param measured who were graded in both
     * @param before mean, 0–100; null of nobody
     * @param after mean, 0–100; null of nobody
     */
    public record Gain(Figure measured, Double before, Double after) {

        /** Points between the means; null of nobody. */
        public Double getPoints() {
            return before == null ? null : after - before;
        }

        /**
         * The share of what could be gained that was: (after − before) / (100 − before) of the means. Hake, American
         * Journal of Physics 66 (1998), 64: it compares classes that began with different knowledge. Null where nobody
         * was measured or nothing was left to learn.
         */
        public Double getNormalised() {
            return before == null || before >= 100 ? null : (after - before) / (100 - before);
        }
    }

    /**
     * How long something took, in days of the programme's zone: today's is 0.
     *
     * @param of how many
     * @param median the lower of the two in the middle; null of nothing
     * @param nineOfTen took no longer than this; null of nothing
     */
    public record Days(long of, Integer median, Integer nineOfTen) {
    }

    /** The number of a state. */
    public Figure in(Membership.State state) {
        return states.get(state.ordinal()).members();
    }

    /** The number of a pace. */
    public Figure at(Pace pace) {
        return paces.get(pace.ordinal()).members();
    }

    public Figure getWaiting() {
        return in(Membership.State.APPLIED);
    }

    public Figure getActive() {
        return in(Membership.State.ACTIVE);
    }

    public Figure getCompleted() {
        return in(Membership.State.COMPLETED);
    }

    public Figure getStalled() {
        return at(Pace.STALLED);
    }
}
