package id.sanggar.certificate.badge;

import id.sanggar.certificate.Award;
import id.sanggar.certificate.internal.Claims;
import java.util.Locale;

/**
 * Where the documents are that badges refer to. They are written in every badge ever issued: an address here may get
 * successors, but never goes away.
 *
 * @param root of all: {@code https://lms.example}, without a slash at its end
 */
public record BadgeAddresses(String root) {

    /** Certificates in one status list: the least that the standard allows, so that a list tells nothing of anyone. */
    public static final int LIST_LENGTH = 131_072;

    private static final String VERIFY = "/verify/";

    /** As they were when the certificate was issued. */
    static BadgeAddresses of(Claims claims) {
        var verify = claims.printed().verifyUrl();
        var end = VERIFY + claims.code();
        if (!verify.endsWith(end)) {
            throw new IllegalArgumentException(verify + " does not verify " + claims.code());
        }
        return new BadgeAddresses(verify.substring(0, verify.length() - end.length()));
    }

    /** Who issues: a profile, with the keys. */
    public String issuer() {
        return root + "/badges/issuer";
    }

    /** One public key as a JSON Web Key, for ever. */
    public String key(String kid) {
        return root + "/badges/keys/" + kid;
    }

    /** @param list from 0 */
    public String status(long list) {
        return root + "/badges/status/" + list;
    }

    /** @param course its code, as in the serials of certificates */
    public String achievement(String course, Award award) {
        return root + "/badges/achievements/" + course + '/' + award.name().toLowerCase(Locale.ROOT);
    }

    /** What people read about a course, wherever its page is. */
    public String course(String course) {
        return root + "/badges/courses/" + course;
    }
}
