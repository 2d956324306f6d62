package id.sanggar.certificate.pdf;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** What differs on a certificate's paper from holder to holder; a template names it in braces: {@code {holder}}. */
public enum Field {
    HOLDER("holder", CertificateValues::holder),
    COURSE("course", CertificateValues::course),
    PROGRAMME("programme", CertificateValues::programme),
    PARTNER("partner", CertificateValues::partner),
    HOURS("hours", values -> Integer.toString(values.hours())),
    SCORE_BAND("scoreBand", CertificateValues::scoreBand),
    COMPLETED_ON("completedOn", values -> day(values.completedOn())),
    ISSUED_ON("issuedOn", values -> day(values.issuedOn())),
    EXPIRES_ON("expiresOn", values -> day(values.expiresOn())),
    PLACE("place", CertificateValues::place),
    SIGNATORY("signatory", CertificateValues::signatory),
    SIGNATORY_TITLE("signatoryTitle", CertificateValues::signatoryTitle),
    SERIAL("serial", CertificateValues::serial),
    VERIFY_URL("verifyUrl", CertificateValues::verifyUrl);

    /** Not from the platform, whose words may change: a paper's must not. */
    private static final List<String> MONTHS = List.of("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli",
            "Agustus", "September", "Oktober", "November", "Desember");

    private final String key;
    private final Function<CertificateValues, String> text;

    Field(String key, Function<CertificateValues, String> text) {
        this.key = key;
        this.text = text;
    }

    /** The name between the braces of a template, the same as the component of {@link CertificateValues}. */
    public String key() {
        return key;
    }

    static Field named(String key) {
        for (Field field : values()) {
            if (field.key.equals(key)) {
                return field;
            }
        }
        throw new IllegalArgumentException("A certificate has no field {" + key + "}");
    }

    /** What will be printed: without control characters, in composed form, empty where there is nothing to say. */
    String of(CertificateValues values) {
        return Letters.clean(text.apply(values));
    }

    private static String day(LocalDate date) {
        return date == null ? ""
                : date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
    }
}
