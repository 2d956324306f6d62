package id.sanggar.shared;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Locale;

/**
 * A text in the two languages of the house.
 *
 * @param id Indonesian
 * @param en English
 */
@Embeddable
public record LocalizedText(String id, String en) implements Serializable {

    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : id;
    }
}
