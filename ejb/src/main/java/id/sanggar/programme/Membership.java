package id.sanggar.programme;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;

/**
 * One person in one programme. Born by applying; a manager admits or rejects it; where the cohort is full it waits for
 * a place first; an admitted one goes from stage to stage until it is completed. A person may withdraw, and who was
 * rejected or withdrew may apply again: it is the same membership, and what was done in it is kept.
 */
@Entity
public class Membership {

    /** Where a membership is in its life. */
    public enum State {
        /** Waits for a decision. */
        APPLIED,
        /** Accepted, waits for a place in the cohort. */
        WAITLISTED,
        /** Admitted, on the way. */
        ACTIVE,
        /** Turned down. */
        REJECTED,
        /** The person no longer wants it. */
        WITHDRAWN,
        /** Through all stages. */
        COMPLETED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private UUID code;

    private long programmeId;

    private long accountId;

    private Long organisationId;

    private Long cohortId;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant appliedAt;

    private Instant waitlistedAt;

    private Instant decidedAt;

    private Long decidedBy;

    private String decisionReason;

    private Long stageId;

    private Instant stageSince;

    private Instant completedAt;

    @Version
    private int revision;

    /** Who has waited longest for a place, and before that for a decision. */
    static final Comparator<Membership> LONGEST_WAITING = Comparator
            .comparing((Membership waiting) -> waiting.waitlistedAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(waiting -> waiting.appliedAt)
            .thenComparing(Membership::id);

    protected Membership() {
    }

    Membership(long programmeId, long accountId) {
        this.code = UUID.randomUUID();
        this.programmeId = programmeId;
        this.accountId = accountId;
        this.state = State.WITHDRAWN;
    }

    /** Whether the person may apply: she never did, was rejected or has withdrawn. */
    boolean mayApply() {
        return state == State.REJECTED || state == State.WITHDRAWN;
    }

    /**
     * @param cohort id of the class she wants to join; null if none
     * @throws IllegalStateException if she {@linkplain #mayApply may not}
     */
    void apply(Long cohort, Instant now) {
        require(mayApply(), "apply");
        state = State.APPLIED;
        cohortId = cohort;
        appliedAt = now;
        waitlistedAt = null;
        decidedAt = null;
        decidedBy = null;
        decisionReason = null;
        stageId = null;
        stageSince = null;
    }

    boolean isWaiting() {
        return state == State.APPLIED;
    }

    /**
     * @param manager account; null where nobody needs to decide
     * @param firstStage which she enters
     */
    void admit(Long manager, long firstStage, Instant now) {
        require(isWaiting(), "admit");
        state = State.ACTIVE;
        decidedBy = manager;
        decidedAt = now;
        stageId = firstStage;
        stageSince = now;
    }

    /** @param manager account; null where nobody needs to decide */
    void waitForPlace(Long manager, Instant now) {
        require(isWaiting(), "accept");
        state = State.WAITLISTED;
        waitlistedAt = now;
        decidedBy = manager;
        decidedAt = now;
    }

    boolean isOnWaitingList() {
        return state == State.WAITLISTED;
    }

    /** Takes the place it waited for: at the first stage, or where it stood when it was interrupted. */
    void promote(long firstStage, Instant now) {
        require(isOnWaitingList(), "promote");
        state = State.ACTIVE;
        if (stageId == null) {
            decidedAt = now;
            stageId = firstStage;
            stageSince = now;
        }
    }

    /** @param reason as the applicant will read it */
    void reject(long manager, String reason, Instant now) {
        require(isWaiting(), "reject");
        state = State.REJECTED;
        decidedBy = manager;
        decidedAt = now;
        decisionReason = reason;
    }

    boolean mayWithdraw() {
        return state == State.APPLIED || state == State.WAITLISTED || state == State.ACTIVE;
    }

    void withdraw() {
        require(mayWithdraw(), "withdraw");
        state = State.WITHDRAWN;
    }

    /** Whether it was interrupted on the way, and can go on there. */
    boolean mayReturn() {
        return state == State.WITHDRAWN && stageId != null;
    }

    /**
     * Goes on where it was interrupted, or waits for a place first.
     *
     * @param cohort id; null for none
     */
    void goOn(Long cohort, boolean hasPlace, Instant now) {
        require(mayReturn(), "take back");
        cohortId = cohort;
        state = hasPlace ? State.ACTIVE : State.WAITLISTED;
        waitlistedAt = hasPlace ? waitlistedAt : now;
    }

    boolean mayMove() {
        return mayWithdraw() || state == State.COMPLETED;
    }

    /**
     * Goes to another cohort or partner. On a waiting list it begins to wait anew.
     *
     * @param cohort id; null for none
     * @param organisation id of the partner that serves it from now on; null for none
     */
    void moveTo(Long cohort, Long organisation, Instant now) {
        require(mayMove(), "move");
        if (isOnWaitingList() && !Objects.equals(cohort, cohortId)) {
            waitlistedAt = now;
        }
        cohortId = cohort;
        organisationId = organisation;
    }

    /** Whether it takes one of the places of its cohort. */
    boolean takesPlace() {
        return state == State.ACTIVE || state == State.COMPLETED;
    }

    private void require(boolean allowed, String act) {
        if (!allowed) {
            throw new IllegalStateException("cannot " + act + " a membership that is " + state);
        }
    }

    /** @param position on the waiting list, from 1; null unless it is on one */
    ProgrammePage.Mine asSeenByMember(ProgrammeOutline programme, Integer position) {
        return new ProgrammePage.Mine(code, state, appliedAt, stageId == null ? null : programme.stage(stageId),
                decisionReason, cohortId == null ? null : programme.cohort(cohortId), position);
    }

    public Long id() {
        return id;
    }

    public UUID code() {
        return code;
    }

    public long programmeId() {
        return programmeId;
    }

    public long accountId() {
        return accountId;
    }

    public Long cohortId() {
        return cohortId;
    }

    Long organisationId() {
        return organisationId;
    }

    public State state() {
        return state;
    }

    public Long stageId() {
        return stageId;
    }
}
