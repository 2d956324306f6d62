package id.sanggar.certificate;

import id.sanggar.certificate.internal.Manifests;
import id.sanggar.certificate.internal.Serials;
import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What is decided about a checked batch, each in a transaction that is over before the job begins. The batch is locked:
 * of two people who decide at the same time the second is told what the first has done.
 */
@ApplicationScoped
@Transactional
class IssuanceDecisions {

    @Inject
    private Issuances issuances;

    @Inject
    private IssuanceItems items;

    @Inject
    private Serials serials;

    @Inject
    private Manifests manifests;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<CertificatesIssued> issued;

    @Inject
    private Clock clock;

    void approve(UUID code, Instant seen) {
        var issuance = mine(code);
        issuance.approve(access.callerId(), seen, clock.instant());
        requireSomebody(issuance);
        record("issuance.approved", issuance, Map.of("eligible", items.eligible(issuance.id())));
    }

    /** @return the batch's id */
    long start(UUID code) {
        var issuance = mine(code);
        issuance.start(access.callerId(), clock.instant());
        requireSomebody(issuance);
        record("issuance.started", issuance, Map.of());
        return issuance.id();
    }

    private void requireSomebody(Issuance issuance) {
        if (items.eligible(issuance.id()) == 0) {
            throw new Conflict("certificate.nobody-eligible");
        }
    }

    void stop(UUID code) {
        var issuance = mine(code);
        issuance.stop();
        record("issuance.stop-asked", issuance, Map.of());
    }

    /** @return the batch's id */
    long resume(UUID code) {
        var issuance = mine(code);
        issuance.resume(items.issued(issuance.id()), clock.instant());
        record("issuance.resumed", issuance, Map.of());
        return issuance.id();
    }

    /** @return the batch's id */
    long retry(UUID code) {
        var issuance = mine(code);
        issuance.retry(items.issued(issuance.id()), clock.instant());
        items.retry(issuance.id());
        record("issuance.started-again", issuance, Map.of());
        return issuance.id();
    }

    void cancel(UUID code) {
        var issuance = mine(code);
        issuance.cancel();
        record("issuance.cancelled", issuance, Map.of());
    }

    /** Numbers reserved for them go back; holders of what was issued are told now, should they not know yet. */
    void giveUpRest(UUID code) {
        var issuance = mine(code);
        var done = items.issued(issuance.id());
        issuance.giveUpRest(done, clock.instant());
        var year = programmes.byId(issuance.programmeId()).day(issuance.startedAt()).getYear();
        serials.release(issuance.id(), issuance.programmeId(), year);
        var left = items.giveUpRest(issuance.id());
        record("issuance.rest-given-up", issuance, Map.of("issued", done, "left", left));
        if (done > 0) {
            manifests.seal(issuance.id());
            issued.fire(new CertificatesIssued(issuance.id()));
        }
    }

    private Issuance mine(UUID code) {
        return issuances.lock(code)
                .filter(issuance -> access.managesAll(issuance.programmeId()))
                .orElseThrow(() -> new NotFound("batch " + code));
    }

    private void record(String action, Issuance issuance, Map<String, ?> detail) {
        audit.record(action, issuance.code().toString(), issuance.programmeId(), detail);
    }
}
