package id.sanggar.certificate.internal;

import id.sanggar.certificate.SharedTexts;
import id.sanggar.certificate.pdf.CertificateValues;
import id.sanggar.certificate.pdf.Unprintable;
import id.sanggar.course.Outline;
import id.sanggar.shared.JsonText;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import id.sanggar.shared.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;

/** What stands on a paper: put together, kept as JSON, read again. Papers are in Indonesian. */
@ApplicationScoped
public class Printing {

    private static final BigDecimal VERY_GOOD = BigDecimal.valueOf(85);
    private static final BigDecimal GOOD = BigDecimal.valueOf(70);
    /** Of papers on trial: as long as a real one. */
    public static final String TRIAL_CODE = "0".repeat(26);

    @Inject
    private PublicAddress address;

    /**
     * Who completed what.
     *
     * @param holder name as printed
     * @param partner who serves the holder in the programme; null for none
     * @param score best of the post-test; null if there is none
     * @param completedOn day, in the programme's zone
     */
    public record Achievement(String holder, String partner, BigDecimal score, LocalDate completedOn) {
    }

    /**
     * @param issuedOn day on the paper, in the programme's zone
     * @param expiresOn the last day it is valid; null if it never expires
     */
    public CertificateValues values(SharedTexts shared, Outline course, Achievement achievement,
            LocalDate issuedOn, LocalDate expiresOn, String serial, String code) {
        return new CertificateValues(achievement.holder(), course.title().id(), shared.programme(),
                achievement.partner(), course.hours(), band(achievement.score()), achievement.completedOn(), issuedOn,
                expiresOn, shared.place(), shared.signatory(), shared.signatoryTitle(), serial,
                address.of("/verify/" + code));
    }

    /** Papers of a batch on trial, by the holder's name, with the longest of whatever is not known yet. */
    public Function<String, CertificateValues> trial(SharedTexts shared, Outline course) {
        var someDay = LocalDate.of(2026, 9, 30);
        return holder -> values(shared, course, new Achievement(holder, null, BigDecimal.valueOf(100), someDay),
                someDay, someDay, serial(100_000, shared, course.code(), someDay.getYear()), TRIAL_CODE);
    }

    /** E.g. {@code 012/PMOP/7571/2026}: number, course, region of the programme, year. */
    public static String serial(int number, SharedTexts shared, String courseCode, int year) {
        return String.format(Locale.ROOT, "%03d/%s/%s/%d", number, courseCode, shared.region(), year);
    }

    /** E.g. {@code 012-R1/PMOP/7571/2026}: of the paper that took the place of that number's first. */
    public static String revised(String serial, int revision) {
        return serial.replaceFirst("^(\\d+)(-R\\d+)?", "$1-R" + revision);
    }

    /** The same paper for the name that should have been on it. */
    public CertificateValues corrected(CertificateValues wrong, String holder, LocalDate issuedOn, String serial,
            String code) {
        return new CertificateValues(holder, wrong.course(), wrong.programme(), wrong.partner(), wrong.hours(),
                wrong.scoreBand(), wrong.completedOn(), issuedOn, wrong.expiresOn(), wrong.place(), wrong.signatory(),
                wrong.signatoryTitle(), serial, address.of("/verify/" + code));
    }

    /** The result in words, so that a paper does not fix a figure that says little outside of its test. */
    static String band(BigDecimal score) {
        if (score == null) {
            return null;
        }
        var band = score.compareTo(VERY_GOOD) >= 0 ? "very-good" : score.compareTo(GOOD) >= 0 ? "good" : "sufficient";
        return Messages.text(new Message("certificate.band-" + band), LocalizedText.INDONESIAN);
    }

    /** Why a paper cannot be drawn, as an item of a batch keeps it. */
    public static JsonObject reason(Unprintable unprintable) {
        var field = unprintable.field().key();
        return switch (unprintable.reason()) {
            case UNKNOWN_LETTER -> reason("certificate.letter-unprintable", unprintable.character(), field);
            case TOO_LONG -> reason("certificate.text-too-long", field);
            case MISSING, NOT_AN_ADDRESS -> reason("certificate.text-missing", field);
        };
    }

    /** A reason with arguments that are texts. */
    public static JsonObject reason(String key, String... arguments) {
        var args = JsonText.array();
        for (var argument : arguments) {
            args.add(argument);
        }
        return JsonText.object().add("key", key).add("args", args).build();
    }

    /** Everything printed, to be kept. */
    public static JsonObject toJson(CertificateValues values) {
        var json = JsonText.object()
                .add("holder", values.holder())
                .add("course", values.course())
                .add("programme", values.programme())
                .add("hours", values.hours())
                .add("completedOn", values.completedOn().toString())
                .add("issuedOn", values.issuedOn().toString())
                .add("place", values.place())
                .add("signatory", values.signatory())
                .add("signatoryTitle", values.signatoryTitle())
                .add("serial", values.serial())
                .add("verifyUrl", values.verifyUrl());
        if (values.partner() != null) {
            json.add("partner", values.partner());
        }
        if (values.scoreBand() != null) {
            json.add("scoreBand", values.scoreBand());
        }
        if (values.expiresOn() != null) {
            json.add("expiresOn", values.expiresOn().toString());
        }
        return json.build();
    }

    /** The way back from {@link #toJson}; without a holder if her data was erased since. */
    public static CertificateValues fromJson(String text) {
        var json = JsonText.object(text);
        return new CertificateValues(json.getString("holder", null), json.getString("course"),
                json.getString("programme"), json.getString("partner", null), json.getInt("hours"),
                json.getString("scoreBand", null), LocalDate.parse(json.getString("completedOn")),
                LocalDate.parse(json.getString("issuedOn")),
                json.containsKey("expiresOn") ? LocalDate.parse(json.getString("expiresOn")) : null,
                json.getString("place"), json.getString("signatory"), json.getString("signatoryTitle"),
                json.getString("serial"), json.getString("verifyUrl"));
    }
}
