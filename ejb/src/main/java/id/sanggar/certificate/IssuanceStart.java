package id.sanggar.certificate;

import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** What is decided about a checked batch, each in a transaction that is over before the job begins. */
@ApplicationScoped
@Transactional
class IssuanceStart {

    @Inject
    private Issuances issuances;

    @Inject
    private IssuanceItems items;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** @return the batch's id */
    long start(UUID code) {
        var issuance = mine(code);
        if (!issuance.isChecked()) {
            throw new Conflict("certificate.batch-not-checked");
        }
        if (!items.anyEligible(issuance.id())) {
            throw new Conflict("certificate.nobody-eligible");
        }
        issuance.start(access.callerId(), clock.instant());
        record("issuance.started", issuance);
        return issuance.id();
    }

    /** @return the batch's id */
    long startAgain(UUID code) {
        var issuance = mine(code);
        if (!issuance.isPartial()) {
            throw new Conflict("certificate.nothing-to-retry");
        }
        issuance.startAgain();
        items.retry(issuance.id());
        record("issuance.started-again", issuance);
        return issuance.id();
    }

    void cancel(UUID code) {
        var issuance = mine(code);
        if (!issuance.isChecked()) {
            throw new Conflict("certificate.batch-not-checked");
        }
        issuance.cancel();
        record("issuance.cancelled", issuance);
    }

    private Issuance mine(UUID code) {
        var issuance = issuances.lock(code).orElseThrow(() -> new NotFound("batch " + code));
        if (!access.managesAll(issuance.programmeId())) {
            throw new NotFound("batch " + code);
        }
        return issuance;
    }

    private void record(String action, Issuance issuance) {
        audit.record(action, issuance.code().toString(), issuance.programmeId(), Map.of());
    }
}
