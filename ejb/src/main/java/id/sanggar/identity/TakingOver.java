package id.sanggar.identity;

import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.Message;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Whoever was entered by somebody else takes over her account with the code she was given, and chooses a password. */
@Stateless
public class TakingOver {

    @Inject
    private Invitations invitations;

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<CredentialsChanged> changed;

    @Inject
    private Clock clock;

    /**
     * Whose account a code is for, as far as a finder of the paper may know.
     *
     * @param name her first name
     * @param contact with which she will sign in; all but its ends hidden
     */
    public record Invited(String name, String contact) {
    }

    /** Empty if the code is none, was used or is too old. */
    @PermitAll
    public Optional<Invited> find(String code) {
        return account(code).map(account -> new Invited(account.name().split(" ", 2)[0], hidden(account)));
    }

    private Optional<Account> account(String code) {
        return InvitationCode.parse(code)
                .flatMap(invitations::lock)
                .map(open -> accounts.get(open.accountId()))
                .filter(account -> account.isActive() && account.passwordHash().equals(Passwords.NONE));
    }

    private static String hidden(Account account) {
        var contact = login(account);
        var at = contact.indexOf('@');
        var ending = at < 0 ? contact.substring(contact.length() - 3) : contact.substring(at);
        return contact.substring(0, Math.min(at < 0 ? 5 : 1, at < 0 ? 5 : at)) + "•••••" + ending;
    }

    private static String login(Account account) {
        return account.phone() != null ? account.phone() : account.email();
    }

    /**
     * @param consent whether she agrees herself to what Sanggar keeps of her
     * @return with what she signs in, beside the password
     * @throws Conflict if the code is none, was used or is too old
     * @throws Invalid naming {@code password} or {@code consent}
     */
    @PermitAll
    public String takeOver(String code, String password, boolean consent) {
        var account = account(code).orElseThrow(() -> new Conflict("identity.invitation-dead"));
        Map<String, Message> wrong = new LinkedHashMap<>();
        passwords.problem(password, account.name(), login(account))
                .ifPresent(problem -> wrong.put("password", problem));
        if (!consent) {
            wrong.put("consent", new Message("identity.consent-needed"));
        }
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        account.takeOver(passwords.hash(password), clock.instant());
        invitations.use(account.id());
        audit.record("account.taken-over", account.code().toString(), null, Map.of(), account.id());
        changed.fire(new CredentialsChanged(account.id()));
        return login(account);
    }
}
