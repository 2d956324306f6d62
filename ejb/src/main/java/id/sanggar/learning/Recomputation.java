package id.sanggar.learning;

import id.sanggar.programme.ProgrammeOutline;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What facts and rules say of a programme's members beside what is held of them: who would gain, who would lose, and
 * what a person decided about it.
 *
 * @param reason what the person who decided said; null until then
 * @param startedBy name; null where a change of rules or facts began it
 * @param mended enrolments whose records lacked something that facts told: given back at once
 * @param decidedBy name; null until decided
 */
public record Recomputation(UUID code, ProgrammeOutline programme, Cause cause, State state, String reason,
        String startedBy, Instant startedAt, Instant countedAt, Losses losses, String decidedBy, Instant decidedAt,
        Instant finishedAt, int enrolments, int mended, int members, int gains, int falls) {

    /** Why it was made. */
    public enum Cause {
        /** The stages ask for something else than before. */
        RULES,
        /** Something that was confirmed is said not to be so. */
        CORRECTION,
        /** Somebody wants to know whether all is as it should be. */
        CHECK
    }

    /** How far it is. */
    public enum State {
        COUNTING,
        /** A person decides. */
        WAITING,
        APPLYING,
        DONE,
        /** Nothing came of it: something newer took its place. */
        DROPPED,
        /** It failed too often. */
        FAILED
    }

    /** What becomes of those who would lose a stage. */
    public enum Losses {
        /** They lose it. */
        TAKE,
        /** They keep it: it counts for them although something is missing. */
        KEEP
    }

    /** Whether a person can decide now. */
    public boolean isWaiting() {
        return state == State.WAITING;
    }

    /** Whether the server is at it. */
    public boolean isUnderWay() {
        return state == State.COUNTING || state == State.APPLYING;
    }

    /** So many in the same case. */
    public record Group(ProgrammeOutline.Stage from, boolean fromCompleted, ProgrammeOutline.Stage to,
            boolean toCompleted, boolean gain, long people) {
    }

    /**
     * One member.
     *
     * @param missing what the stage asks for to which she would fall back
     */
    public record Item(UUID membership, String member, boolean gain, ProgrammeOutline.Stage from,
            boolean fromCompleted, ProgrammeOutline.Stage to, boolean toCompleted,
            List<ProgrammeOutline.Requirement> missing, ItemState state) {

        public Item {
            missing = List.copyOf(missing);
        }
    }

    /** What became of a member's difference. */
    public enum ItemState {
        WAITING, APPLIED, KEPT,
        /** It was none any more when it was to be applied. */
        GONE
    }
}
