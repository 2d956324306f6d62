package id.sanggar.certificate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A batch of certificates: a document with a frozen list of people. Born when a manager has a plan checked; issued by a
 * job, once; what failed is tried again in the same batch, under the same numbers.
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

    private long templateId;

    private String name;

    @Enumerated(EnumType.STRING)
    private BatchState state;

    private long createdBy;

    private Instant createdAt;

    private Long startedBy;

    private Instant startedAt;

    private Instant finishedAt;

    protected Issuance() {
    }

    Issuance(String name, long programmeId, long courseId, Long cohortId, LocalDate completedUntil, long templateId,
            long manager, Instant now) {
        this.code = UUID.randomUUID();
        this.name = name;
        this.programmeId = programmeId;
        this.courseId = courseId;
        this.cohortId = cohortId;
        this.completedUntil = completedUntil;
        this.templateId = templateId;
        this.state = BatchState.CHECKED;
        this.createdBy = manager;
        this.createdAt = now;
    }

    boolean isChecked() {
        return state == BatchState.CHECKED;
    }

    boolean isPartial() {
        return state == BatchState.PARTIAL;
    }

    /** From now on the job may issue; the day on the papers and the year of their numbers are this day's. */
    void start(long manager, Instant now) {
        require(isChecked(), "start");
        state = BatchState.RUNNING;
        startedBy = manager;
        startedAt = now;
    }

    /** What failed or was left over is tried again. */
    void startAgain() {
        require(isPartial(), "start again");
        state = BatchState.RUNNING;
        finishedAt = null;
    }

    void cancel() {
        require(isChecked(), "cancel");
        state = BatchState.CANCELLED;
    }

    private void require(boolean allowed, String act) {
        if (!allowed) {
            throw new IllegalStateException("cannot " + act + " a batch that is " + state);
        }
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

    long templateId() {
        return templateId;
    }
}
