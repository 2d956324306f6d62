package id.sanggar.web.certificate;

import java.util.Arrays;
import java.util.Locale;

/** Why a file was not looked at, as the address of the answer names it. */
enum FileRefusal {
    NONE_CHOSEN, NO_PDF, TOO_LARGE, TOO_MANY;

    /** E.g. {@code too-large}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static boolean isOne(String key) {
        return Arrays.stream(values()).anyMatch(one -> one.key().equals(key));
    }
}
