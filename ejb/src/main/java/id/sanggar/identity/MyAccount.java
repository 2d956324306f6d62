package id.sanggar.identity;

import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;

/** A person looks at, and changes, what Sanggar keeps of her. */
@Stateless
public class MyAccount {

    @Inject
    private Accounts accounts;

    @Inject
    private Access access;

    /**
     * What a person sees of her own account.
     *
     * @param gender null while she has not told it
     */
    public record Me(String name, String email, String phone, String locale, Account.Gender gender,
            Instant since) {
    }

    @RolesAllowed(Role.IS_LEARNER)
    public Me me() {
        var account = accounts.get(access.callerId());
        return new Me(account.name(), account.email(), account.phone(), account.locale(), account.gender(),
                account.since());
    }

    /** @param language {@code id} or {@code en}; mail is written in it */
    @RolesAllowed(Role.IS_LEARNER)
    public void speak(String language) {
        accounts.get(access.callerId()).speak("en".equals(language) ? "en" : "id");
    }

    /** Tells what some programmes ask for; as on the identity card. */
    @RolesAllowed(Role.IS_LEARNER)
    public void tell(Account.Gender gender) {
        accounts.get(access.callerId()).tell(gender);
    }

    /**
     * Adds a second way to sign in and be reached.
     *
     * @param contact an e-mail address if the caller has a mobile number, or the other way round
     * @throws Invalid naming {@code contact} if it is neither
     * @throws Conflict if the caller has one of that kind, or the contact has an account already
     */
    @RolesAllowed(Role.IS_LEARNER)
    public void addContact(String contact) {
        var added = Contact.parse(contact);
        if (accounts.by(added).isPresent()) {
            throw new Conflict("identity.contact-taken");
        }
        if (!accounts.get(access.callerId()).reachAlsoBy(added)) {
            throw new Conflict("identity.contact-there");
        }
    }
}
