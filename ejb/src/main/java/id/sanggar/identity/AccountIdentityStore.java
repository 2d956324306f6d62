package id.sanggar.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks who signs in. The caller's name from then on is the account's id, so that no request has to look it up; it is
 * not shown to anyone.
 */
@ApplicationScoped
public class AccountIdentityStore implements IdentityStore {

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    /** The same answer, after the same time, for a wrong password, an unknown contact and a locked account. */
    @Override
    @Transactional
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential given)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        var password = given.getPasswordAsString();
        var found = Contact.find(given.getCaller()).flatMap(accounts::by);
        if (found.isEmpty()) {
            passwords.matchNobody(password);
            return CredentialValidationResult.INVALID_RESULT;
        }
        var account = found.get();
        if (!passwords.matches(password, account.passwordHash()) || !account.isActive()) {
            return CredentialValidationResult.INVALID_RESULT;
        }
        if (passwords.isOutdated(account.passwordHash())) {
            account.changePassword(passwords.hash(password));
        }
        return new CredentialValidationResult(account.id().toString(), groups(account.id()));
    }

    private Set<String> groups(long accountId) {
        return Stream.concat(Stream.of(Role.LEARNER), accounts.rolesOf(accountId).stream())
                .map(Role::name)
                .collect(Collectors.toSet());
    }
}
