package id.sanggar.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/**
 * One person's way in. Born at registration with her consent; signs in by e-mail address or phone number; may be
 * locked; erased at her request, which leaves a number that nobody can be found by. The row stays: certificates and
 * the audit trail speak of it.
 */
@Entity
public class Account {

    /** Whether the person may sign in. */
    public enum State {
        ACTIVE, LOCKED, ERASED
    }

    /** In the place of the name of who is erased. */
    private static final String NOBODY = "––";

    /** As on the identity card. */
    public enum Gender {
        FEMALE, MALE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private UUID code;

    private String name;

    private String email;

    private String phone;

    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Gender gender;

    private String locale;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant consentedAt;

    private String consentVersion;

    private Instant createdAt;

    private Instant erasedAt;

    protected Account() {
    }

    Account(String name, Contact contact, Gender gender, String locale, String passwordHash, Instant now) {
        this.code = UUID.randomUUID();
        this.name = name;
        this.email = contact.email();
        this.phone = contact.phone();
        this.gender = gender;
        this.locale = locale;
        this.passwordHash = passwordHash;
        this.state = State.ACTIVE;
        this.consentedAt = now;
        this.consentVersion = Registration.CONSENT_VERSION;
        this.createdAt = now;
    }

    void changePassword(String newHash) {
        passwordHash = newHash;
    }

    /** She whom somebody entered is here herself, and agrees herself. */
    void takeOver(String newHash, Instant now) {
        passwordHash = newHash;
        consentedAt = now;
        consentVersion = Registration.CONSENT_VERSION;
    }

    /**
     * Takes up a second way to be reached: a number where there is an address, or an address where there is a number.
     *
     * @return false if she has one of that kind already
     */
    boolean reachAlsoBy(Contact contact) {
        if (contact.email() != null ? email != null : phone != null) {
            return false;
        }
        email = contact.email() != null ? contact.email() : email;
        phone = contact.phone() != null ? contact.phone() : phone;
        return true;
    }

    void tell(Gender told) {
        gender = told;
    }

    void speak(String language) {
        locale = language;
    }

    /** Forgets all that tells who she is. */
    void erase(Instant now) {
        name = NOBODY;
        email = null;
        phone = null;
        gender = null;
        passwordHash = Passwords.NONE;
        state = State.ERASED;
        erasedAt = now;
    }

    boolean isActive() {
        return state == State.ACTIVE;
    }

    String passwordHash() {
        return passwordHash;
    }

    public Long id() {
        return id;
    }

    public UUID code() {
        return code;
    }

    /** As on the identity card; this is what a certificate prints. */
    /** As her papers say. */
    void correctName(String right) {
        name = right;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public String phone() {
        return phone;
    }

    Instant since() {
        return createdAt;
    }

    public Gender gender() {
        return gender;
    }

    public String locale() {
        return locale;
    }
}
