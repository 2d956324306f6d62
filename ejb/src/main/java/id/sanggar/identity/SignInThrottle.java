package id.sanggar.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import id.sanggar.shared.Conflict;
import io.github.bucket4j.Bucket;
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
    private static final int REMEMBERED = 100_000;

    private final LoadingCache<String, Bucket> accounts = buckets(PER_ACCOUNT);
    private final LoadingCache<String, Bucket> addresses = buckets(PER_ADDRESS);

    private static LoadingCache<String, Bucket> buckets(int capacity) {
        return Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(WINDOW).build(any -> Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, WINDOW))
                .build());
    }

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
        var account = Contact.find(contact).map(Contact::login).map(accounts::get);
        boolean tooMany = account.filter(bucket -> !bucket.tryConsume(1)).isPresent();
        tooMany |= !addresses.get(address).tryConsume(1);
        if (tooMany) {
            throw new Conflict("identity.too-many-attempts", WINDOW.toMinutes());
        }
    }

    /** A right password is no guess. */
    public void succeeded(String contact, String address) {
        Contact.find(contact).map(Contact::login).map(accounts::get).ifPresent(bucket -> bucket.addTokens(PER_ACCOUNT));
        addresses.get(address).addTokens(1);
    }
}
