package id.sanggar.identity;

import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.Message;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;

/** A newcomer makes an account of her own. */
@Stateless
public class Registration {

    /** The month of the privacy text that a person agrees to; a new text is agreed to anew. */
    public static final String CONSENT_VERSION = "2026-11";

    /** In the place of the hash of a password that a person has yet to choose. */
    public static final String NO_PASSWORD = Passwords.NONE;

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private Clock clock;

    /**
     * What the newcomer tells.
     *
     * @param name as on the identity card, 2–120 characters
     * @param contact e-mail address or mobile number
     * @param locale {@code id} or {@code en}
     * @param consent whether she agreed to the privacy text
     */
    public record Form(String name, String contact, String password, Account.Gender gender, String locale,
            boolean consent) {
    }

    /**
     * @return the new account's id
     * @throws Invalid with every field that needs another answer: {@code name}, {@code contact}, {@code password},
     *     {@code consent}
     * @throws Conflict if the contact has an account already
     */
    @PermitAll
    public long register(Form form) {
        var wrong = check(form);
        passwords.problem(form.password(), form.name(), form.contact())
                .ifPresent(problem -> wrong.put("password", problem));
        return add(form, wrong, () -> passwords.hash(form.password()));
    }

    /**
     * Enters a person who agreed on paper. She has no password until she makes one by the link for who forgot hers.
     *
     * @param form whose password is passed over
     * @return the new account's id
     * @throws Invalid as above
     * @throws Conflict if the contact has an account already
     */
    @RolesAllowed(Role.IS_ADMIN)
    public long enter(Form form) {
        return add(form, check(form), () -> Passwords.NONE);
    }

    private long add(Form form, Map<String, Message> wrong, Supplier<String> passwordHash) {
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        var contact = Contact.parse(form.contact());
        if (accounts.by(contact).isPresent()) {
            throw new Conflict("identity.contact-taken");
        }
        var account = new Account(PersonName.tidy(form.name()), contact, form.gender(),
                "en".equals(form.locale()) ? "en" : "id", passwordHash.get(), clock.instant());
        try {
            accounts.add(account);
        } catch (ConstraintViolationException twice) {
            throw new Conflict("identity.contact-taken");
        }
        return account.id();
    }

    private static Map<String, Message> check(Form form) {
        Map<String, Message> wrong = new LinkedHashMap<>();
        if (!PersonName.isValid(form.name())) {
            wrong.put("name", new Message("identity.name-needed"));
        }
        if (Contact.find(form.contact()).isEmpty()) {
            wrong.put("contact", new Message("identity.contact-unreadable"));
        }
        if (!form.consent()) {
            wrong.put("consent", new Message("identity.consent-needed"));
        }
        return wrong;
    }
}
