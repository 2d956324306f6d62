package id.sanggar.identity;

import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.Sha256;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/** Someone who forgot her password gets a link by mail and chooses a new one. */
@Stateless
public class PasswordResetting {

    /** One mail in this time is enough; more would be a way to pester someone. */
    private static final Duration BETWEEN_MAILS = Duration.ofMinutes(2);

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private PasswordResets resets;

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private Event<PasswordResetRequested> requested;

    @Inject
    private Event<CredentialsChanged> changed;

    @Inject
    private Clock clock;

    /**
     * Sends the link if the address has an account; whether it has is not told.
     *
     * @throws Invalid if the contact is not readable as an e-mail address or phone number
     */
    @PermitAll
    public void request(String contact) {
        accounts.by(Contact.parse(contact))
                .filter(account -> account.isActive() && account.email() != null && !askedJustNow(account.id()))
                .ifPresent(this::send);
    }

    private boolean askedJustNow(long accountId) {
        return resets.wasAskedSince(clock.instant().minus(BETWEEN_MAILS), accountId);
    }

    private void send(Account account) {
        var random = new byte[32];
        RANDOM.nextBytes(random);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        resets.add(new PasswordReset(hash(token), account.id(), clock.instant()));
        requested.fire(new PasswordResetRequested(account.id(), token));
    }

    /**
     * Ends every session of hers, and all her other links.
     *
     * @throws Conflict if the link was used before or is older than an hour
     * @throws Invalid naming the field {@code password}
     */
    @PermitAll
    public void choose(String token, String password) {
        var reset = resets.lock(hash(token))
                .filter(link -> link.isUsable(clock.instant()))
                .orElseThrow(() -> new Conflict("identity.reset-link-dead"));
        var account = accounts.get(reset.accountId());
        passwords.problem(password, account.name(), account.email()).ifPresent(problem -> {
            throw Invalid.of("password", problem.key(), problem.arguments().toArray());
        });
        account.changePassword(passwords.hash(password));
        reset.use(clock.instant());
        // One of her other links may have gone to someone who is not to have it any more.
        resets.dropUnused(account.id());
        changed.fire(new CredentialsChanged(account.id()));
    }

    private static String hash(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
    }
}
