package id.sanggar.identity;

import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/**
 * A person has her data erased: {@code docs/privacy.md} says what goes, what stays and by which rule.
 *
 * @see <a href="https://peraturan.bpk.go.id/Details/229798/uu-no-27-tahun-2022">UU 27/2022, articles 8, 15 and 43</a>
 */
@Stateless
public class Erasing {

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<AccountErased> erased;

    @Inject
    private Event<CredentialsChanged> changed;

    @Inject
    private Clock clock;

    /**
     * Erases the caller. She is signed out everywhere, and nobody can undo it.
     *
     * @param password hers, so that nobody does it who finds her phone unlocked
     * @throws Invalid naming {@code password} if it is not hers
     * @throws Conflict if she holds a role: whoever manages or writes has that withdrawn first
     */
    @RolesAllowed(Role.IS_LEARNER)
    public void eraseMe(String password) {
        var account = accounts.get(access.callerId());
        if (!accounts.rolesOf(account.id()).isEmpty()) {
            throw new Conflict("identity.erase-roles-first");
        }
        if (password == null || !passwords.matches(password, account.passwordHash())) {
            throw Invalid.of("password", "identity.password-not-yours");
        }
        account.erase(clock.instant());
        audit.record("account.erased", account.code().toString(), null, Map.of());
        erased.fire(new AccountErased(account.id()));
        changed.fire(new CredentialsChanged(account.id()));
    }
}
