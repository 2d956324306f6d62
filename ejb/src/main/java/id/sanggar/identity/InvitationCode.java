package id.sanggar.identity;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands on the paper by which a person takes over the account that somebody made for her: ten signs, none of
 * which can be taken for another, fifty bits. Who types O for 0, or I for 1, is understood.
 */
public final class InvitationCode {

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;
    private static final int LONGEST_TYPED = 40;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String signs;

    private InvitationCode(String signs) {
        this.signs = signs;
    }

    static InvitationCode random() {
        var signs = new StringBuilder(LENGTH);
        for (var at = 0; at < LENGTH; at++) {
            signs.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return new InvitationCode(signs.toString());
    }

    /** Reads what somebody typed, with or without hyphens and blanks. */
    public static Optional<InvitationCode> parse(String text) {
        if (text == null || text.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        var signs = text.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "").replace('O', '0').replace('I', '1')
                .replace('L', '1');
        return signs.length() == LENGTH && signs.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0)
                ? Optional.of(new InvitationCode(signs))
                : Optional.empty();
    }

    /** As in an address. */
    public String signs() {
        return signs;
    }

    /** As on paper: {@code 7K2M-9XQ4-TB}. */
    public String shown() {
        return signs.substring(0, 4) + "-" + signs.substring(4, 8) + "-" + signs.substring(8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InvitationCode code && code.signs.equals(signs);
    }

    @Override
    public int hashCode() {
        return signs.hashCode();
    }

    /** Tells nothing that a log must not keep. */
    @Override
    public String toString() {
        return "invitation code";
    }
}
