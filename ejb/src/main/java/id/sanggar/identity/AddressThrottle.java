package id.sanggar.identity;

import id.sanggar.shared.Conflict;
import id.sanggar.shared.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Keeps one network from registering, or asking for links to new passwords, by the thousand: to fill the register, to
 * learn who has an account, to pester people, to keep the server busy with hashing. A training room and the customers
 * of a mobile operator share an address. Each node of a cluster counts for itself.
 */
@ApplicationScoped
public class AddressThrottle {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int REGISTRATIONS = 300;
    private static final int LINKS = 60;
    private static final int ERASURES = 20;
    private static final int CODES = 120;

    private final Throttle registrations = new Throttle(REGISTRATIONS, WINDOW);
    private final Throttle links = new Throttle(LINKS, WINDOW);
    private final Throttle erasures = new Throttle(ERASURES, WINDOW);
    private final Throttle codes = new Throttle(CODES, WINDOW);

    /** @throws Conflict if there were too many from that address of late */
    public void beforeRegistration(String address) {
        count(registrations, address);
    }

    /** @throws Conflict if there were too many from that address of late */
    public void beforeLink(String address) {
        count(links, address);
    }

    /**
     * The password is asked once more there, and must not be guessed there either.
     *
     * @throws Conflict if there were too many from that address of late
     */
    public void beforeErasing(String address) {
        count(erasures, address);
    }

    /**
     * A code has fifty bits: whoever tries as many as she may finds none in a lifetime.
     *
     * @throws Conflict if too many codes were tried from that address of late
     */
    public void beforeCode(String address) {
        count(codes, address);
    }

    private static void count(Throttle throttle, String address) {
        if (!throttle.admits(address)) {
            throw new Conflict("identity.too-many-from-here");
        }
    }
}
