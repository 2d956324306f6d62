package id.sanggar.identity;

import id.sanggar.shared.Message;
import id.sanggar.shared.WordList;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How passwords are judged and kept: as a salted PBKDF2 hash whose cost follows OWASP's recommendation (Password
 * Storage Cheat Sheet, 2023: HMAC-SHA-512 with 210,000 rounds).
 */
@ApplicationScoped
class Passwords {

    /** In the place of a hash: there is no password yet, and nothing that is typed is it. */
    static final String NONE = "none";

    static final int SHORTEST = 8;
    static final int LONGEST = 128;

    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int ROUNDS = 210_000;
    private static final String CURRENT = ALGORITHM + ":" + ROUNDS + ":";
    private static final Set<String> COMMON = WordList.beside(Passwords.class, "common-passwords.txt");

    @Inject
    private Pbkdf2PasswordHash hashing;

    private String nobodys;

    @PostConstruct
    void prepare() {
        hashing.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", ALGORITHM,
                "Pbkdf2PasswordHash.Iterations", String.valueOf(ROUNDS),
                "Pbkdf2PasswordHash.SaltSizeBytes", "32",
                "Pbkdf2PasswordHash.KeySizeBytes", "32"));
        nobodys = hash(UUID.randomUUID().toString());
    }

    String hash(String password) {
        return hashing.generate(password.toCharArray());
    }

    boolean matches(String password, String hash) {
        if (hash.equals(NONE)) {
            matchNobody(password);
            return false;
        }
        return password.length() <= LONGEST && hashing.verify(password.toCharArray(), hash);
    }

    /** Takes as long as {@link #matches}, so that an unknown contact cannot be told from a wrong password. */
    void matchNobody(String password) {
        matches(password, nobodys);
    }

    /** Whether the hash was made by an older, cheaper recipe and should be made anew while the password is at hand. */
    boolean isOutdated(String hash) {
        return !hash.startsWith(CURRENT);
    }

    /** What is wrong with a password somebody chose, following NIST SP 800-63B: length and guessability, no recipes. */
    Optional<Message> problem(String password, String name, String contact) {
        if (password == null || password.length() < SHORTEST) {
            return Optional.of(new Message("identity.password-short", SHORTEST));
        }
        if (password.length() > LONGEST) {
            return Optional.of(new Message("identity.password-long", LONGEST));
        }
        var plain = password.toLowerCase(Locale.ROOT);
        if (COMMON.contains(plain) || plain.chars().distinct().count() < 3
                || plain.equalsIgnoreCase(name) || plain.equalsIgnoreCase(contact)) {
            return Optional.of(new Message("identity.password-guessable"));
        }
        return Optional.empty();
    }
}
