package id.sanggar.identity;

import id.sanggar.shared.Conflict;
import id.sanggar.shared.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Slows down whoever guesses: ten wrong passwords in a quarter of an hour for one account, a hundred from one address
 * (a training room shares one). Only failures count. Each node of a cluster counts for itself.
 */
@ApplicationScoped
public class SignInThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int PER_ACCOUNT = 10;
    private static final int PER_ADDRESS = 100;

    private final Throttle accounts = new Throttle(PER_ACCOUNT, WINDOW);
    private final Throttle addresses = new Throttle(PER_ADDRESS, WINDOW);

    /**
     * Counts an attempt before its password is looked at, so that a thousand at once are stopped like a thousand in a
     * row.
     *
     * @param contact as typed
     * @param address of the network the attempt comes from
     * @throws Conflict if there were too many failures of late
     */
    public void beforeAttempt(String contact, String address) {
        // What is no contact is nobody's account: those who mistype must not count for each other.
        boolean accountAdmitted = Contact.find(contact).map(Contact::login).map(accounts::admits).orElse(true);
        boolean addressAdmitted = addresses.admits(address);
        if (!accountAdmitted || !addressAdmitted) {
            throw new Conflict("identity.too-many-attempts", WINDOW.toMinutes());
        }
    }

    /** A right password is no guess. */
    public void succeeded(String contact, String address) {
        Contact.find(contact).map(Contact::login).ifPresent(accounts::forgiveAll);
        addresses.forgiveOne(address);
    }
}
