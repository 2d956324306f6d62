package id.sanggar.certificate;

import id.sanggar.shared.Conflict;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * A batch of certificates: a document with a life. Planned; checked, which freezes the list of its people; approved by
 * a second person, who neither planned nor checked it; issued by a job that may be stopped and go on; what failed is
 * tried again in the same batch, under the same numbers. Every act says whether its time is now: what comes too late,
 * or twice, is refused with the state the batch is in.
 */
@Entity
class Issuance {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private UUID code;

    private long programmeId;

    private long courseId;

    private Long cohortId;

    private LocalDate completedUntil;

    @Enumerated(EnumType.STRING)
    private Award award;

    private Integer validMonths;

    private String kind;

    private LocalDate expiresUntil;

    private long templateId;

    private String name;

    @Enumerated(EnumType.STRING)
    private BatchState state;

    private long createdBy;

    private Instant createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "issuance_planner", joinColumns = @JoinColumn(name = "issuance_id"))
    @Column(name = "account_id")
    private Set<Long> planners = new HashSet<>();

    private Long checkedBy;

    private Instant checkedAt;

    private Long approvedBy;

    private Instant approvedAt;

    private Long startedBy;

    private Instant startedAt;

    private Instant runBeganAt;

    private int runBeganWith;

    private boolean stopping;

    private Instant finishedAt;

    /**
     * What a batch is to issue, and to whom.
     *
     * @param cohortId null for all members
     * @param completedUntil null for any day
     * @param validMonths from the day of issue; null for ever
     * @param renewUntil whose certificates expire up to that day are to get another; null if it is no renewal
     * @param templateId the version of the template that is current now
     */
    record Plan(String name, long courseId, Long cohortId, LocalDate completedUntil, Award award, Integer validMonths,
            LocalDate renewUntil, long templateId) {
    }

    protected Issuance() {
    }

    Issuance(UUID code, long programmeId, Plan plan, long manager, Instant now) {
        this.code = code;
        this.programmeId = programmeId;
        this.state = BatchState.DRAFT;
        this.createdBy = manager;
        this.createdAt = now;
        change(plan, manager);
    }

    /** Only a draft is changed; a list that was checked belongs to its plan. */
    void change(Plan plan, long manager) {
        require(BatchState.DRAFT);
        name = plan.name();
        courseId = plan.courseId();
        cohortId = plan.cohortId();
        completedUntil = plan.completedUntil();
        award = plan.award();
        validMonths = plan.validMonths();
        kind = plan.renewUntil() == null ? "FIRST" : "RENEWAL";
        expiresUntil = plan.renewUntil();
        templateId = plan.templateId();
        planners.add(manager);
    }

    /** A new list is drawn up, for the template that is current now; who approved an older one has not seen it. */
    void check(long currentTemplate, long manager, Instant now) {
        require(BatchState.DRAFT, BatchState.CHECKED, BatchState.APPROVED);
        state = BatchState.CHECKED;
        templateId = currentTemplate;
        checkedBy = manager;
        checkedAt = now;
        disapprove();
    }

    /** Back to the plan; the list is void. */
    void reopen() {
        require(BatchState.CHECKED, BatchState.APPROVED);
        state = BatchState.DRAFT;
        checkedBy = null;
        checkedAt = null;
        disapprove();
    }

    private void disapprove() {
        approvedBy = null;
        approvedAt = null;
    }

    /** Four eyes: whoever had a hand in the plan or in the check does not approve, whatever her role. */
    boolean mayBeApprovedBy(long manager) {
        return !planners.contains(manager) && (checkedBy == null || checkedBy != manager);
    }

    /**
     * @param seen when the list that the approver looked at was checked
     * @throws Conflict also if she is not a second person, or the list is another one by now
     */
    void approve(long manager, Instant seen, Instant now) {
        require(BatchState.CHECKED);
        if (!mayBeApprovedBy(manager)) {
            throw new Conflict("certificate.approve-second-person");
        }
        if (!checkedAt.equals(seen)) {
            throw new Conflict("certificate.approve-other-list");
        }
        state = BatchState.APPROVED;
        approvedBy = manager;
        approvedAt = now;
    }

    /** From now on the job may issue; the day on the papers and the year of their numbers are this day's. */
    void start(long manager, Instant now) {
        require(BatchState.APPROVED);
        startedBy = manager;
        startedAt = now;
        run(0, now);
    }

    /** The job is to end at the next opportunity. Asked twice, it stops once. */
    void stop() {
        require(BatchState.RUNNING);
        stopping = true;
    }

    /** After a stop. */
    void resume(int issued, Instant now) {
        require(BatchState.STOPPED);
        run(issued, now);
    }

    /** What failed or was left over is tried again. */
    void retry(int issued, Instant now) {
        require(BatchState.PARTIAL);
        run(issued, now);
    }

    private void run(int issued, Instant now) {
        state = BatchState.RUNNING;
        stopping = false;
        finishedAt = null;
        runBeganAt = now;
        runBeganWith = issued;
    }

    /** Before anything was issued. */
    void cancel() {
        require(BatchState.DRAFT, BatchState.CHECKED, BatchState.APPROVED);
        state = BatchState.CANCELLED;
    }

    /**
     * Who has no certificate yet gets none in this batch.
     *
     * @param issued so many have theirs
     */
    void giveUpRest(int issued, Instant now) {
        require(BatchState.STOPPED, BatchState.PARTIAL);
        state = issued == 0 ? BatchState.CANCELLED : BatchState.DONE;
        finishedAt = now;
    }

    private void require(BatchState... allowed) {
        for (var each : allowed) {
            if (state == each) {
                return;
            }
        }
        throw new Conflict("certificate.batch-is-" + state);
    }

    Long id() {
        return id;
    }

    UUID code() {
        return code;
    }

    long programmeId() {
        return programmeId;
    }

    long courseId() {
        return courseId;
    }

    Long cohortId() {
        return cohortId;
    }

    LocalDate completedUntil() {
        return completedUntil;
    }

    /** Null if it is no renewal. */
    LocalDate renewUntil() {
        return expiresUntil;
    }

    Award award() {
        return award;
    }

    long templateId() {
        return templateId;
    }

    String name() {
        return name;
    }

    Instant startedAt() {
        return startedAt;
    }
}
