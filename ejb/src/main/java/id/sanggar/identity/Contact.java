package id.sanggar.identity;

import id.sanggar.shared.Invalid;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a person is reached and signs in: an e-mail address or a mobile number, whichever she has.
 *
 * @param email in lower case; null where there is a phone
 * @param phone in E.164, e.g. {@code +6281234567890}; null where there is an e-mail address
 */
public record Contact(String email, String phone) {

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s\\p{Cntrl}@<>\"(),:;\\[\\]\\\\]{1,64}@[a-z0-9.-]{1,185}\\.[a-z]{2,63}");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{7,14}");

    /** @throws Invalid naming the field {@code contact} if the text is neither an address nor a number */
    public static Contact parse(String text) {
        return find(text).orElseThrow(() -> Invalid.of("contact", "identity.contact-unreadable"));
    }

    /** As {@link #parse}, for sign-in, where a bad contact is just a failed attempt. */
    public static Optional<Contact> find(String text) {
        if (text == null || text.length() > 254) {
            return Optional.empty();
        }
        if (text.indexOf('@') >= 0) {
            return Optional.of(text.strip().toLowerCase(Locale.ROOT))
                    .filter(address -> EMAIL.matcher(address).matches() && !address.contains(".."))
                    .map(address -> new Contact(address, null));
        }
        return Optional.of(inE164(text)).filter(PHONE.asMatchPredicate()).map(number -> new Contact(null, number));
    }

    /** Indonesians write 0812-3456-7890, 62812… or +62 812…; all are one number. */
    private static String inE164(String text) {
        var digits = text.replaceAll("[\\s().-]", "");
        if (digits.startsWith("0")) {
            return "+62" + digits.substring(1);
        }
        return digits.startsWith("62") ? "+" + digits : digits;
    }

    String login() {
        return email != null ? email : phone;
    }
}
