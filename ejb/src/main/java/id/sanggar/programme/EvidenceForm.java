package id.sanggar.programme;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a member hands in as evidence. */
public enum EvidenceForm {
    /** A business number of 13 digits (PP 5/2021), with the document if she likes. */
    NIB("[0-9]{13}"),
    /** A permit of home-industry food, 13 digits and 2 of its last year (PerBPOM 4/2024), likewise. */
    PIRT("[0-9]{13}-[0-9]{2}"),
    /** Some other number or address, likewise. */
    NUMBER("[\\p{L}\\p{N}][\\p{L}\\p{N} ./:_@?=&+-]{1,39}"),
    /** A document or photo. */
    DOCUMENT(null);

    private static final Pattern BETWEEN = Pattern.compile("[\\s.\\u00a0-]+");
    private static final int PIRT_DIGITS = 15;
    private static final int PIRT_BODY = 13;

    private final Pattern number;

    EvidenceForm(String number) {
        this.number = number == null ? null : Pattern.compile(number);
    }

    public boolean asksForNumber() {
        return number != null;
    }

    /** The number as it is kept, however it was grouped when typed; empty if it is none of this form. */
    public Optional<String> number(String typed) {
        if (number == null || typed == null) {
            return Optional.empty();
        }
        return Optional.of(tidy(typed.strip())).filter(tidied -> number.matcher(tidied).matches());
    }

    private String tidy(String typed) {
        if (this == NUMBER) {
            return typed;
        }
        var digits = BETWEEN.matcher(typed).replaceAll("");
        return this == PIRT && digits.length() == PIRT_DIGITS
                ? digits.substring(0, PIRT_BODY) + "-" + digits.substring(PIRT_BODY)
                : digits;
    }
}
