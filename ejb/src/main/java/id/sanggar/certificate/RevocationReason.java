package id.sanggar.certificate;

import id.sanggar.shared.Invalid;

/** Why a certificate ends, as its holder will read it. */
final class RevocationReason {

    private static final int LONGEST = 400;

    private RevocationReason() {
    }

    /** @throws Invalid naming {@code reason} if it is missing or too long */
    static String require(String typed) {
        if (typed == null || typed.isBlank()) {
            throw Invalid.of("reason", "certificate.reason-needed");
        }
        if (typed.strip().length() > LONGEST) {
            throw Invalid.of("reason", "certificate.too-long", LONGEST);
        }
        return typed.strip();
    }
}
