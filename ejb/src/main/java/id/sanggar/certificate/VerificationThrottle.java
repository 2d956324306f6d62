package id.sanggar.certificate;

import id.sanggar.shared.Conflict;
import id.sanggar.shared.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * A hundred verifications in five minutes from one address are enough for an office that checks a pile of papers, and
 * too few to copy the register. Each node of a cluster counts for itself.
 */
@ApplicationScoped
class VerificationThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int PER_ADDRESS = 100;

    private final Throttle addresses = new Throttle(PER_ADDRESS, WINDOW);

    /** @throws Conflict if that was one too many */
    void count(String address) {
        if (!addresses.admits(address)) {
            throw new Conflict("certificate.too-many-questions", WINDOW.toMinutes());
        }
    }
}
