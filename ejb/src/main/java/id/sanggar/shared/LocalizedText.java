package id.sanggar.shared;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A text in the two languages of the house.
 *
 * @param id Indonesian
 * @param en English
 */
@Embeddable
public record LocalizedText(String id, String en) implements Serializable {

    public static final Locale INDONESIAN = Locale.forLanguageTag("id");

    /** A day in words: "21 November 2026". */
    public static LocalizedText of(LocalDate day) {
        var words = DateTimeFormatter.ofPattern("d MMMM uuuu");
        return new LocalizedText(words.withLocale(INDONESIAN).format(day),
                words.withLocale(Locale.ENGLISH).format(day));
    }

    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : id;
    }
}
