package id.sanggar.authoring;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Whether the words a comment is about are still there. They are found again by themselves, wherever in the text they
 * went, however lines were broken and marks were set around them.
 */
enum Anchor {
    /** The words stand there as they did, or the comment is about the whole. */
    HERE,
    /** The place is there, these words are not. */
    CHANGED,
    /** The place was taken out. */
    GONE;

    /**
     * @param text of the place; null where it was taken out
     * @param quote empty: the whole of it
     */
    static Anchor of(String text, String quote) {
        if (text == null) {
            return GONE;
        }
        return quote.isBlank() || bare(text).contains(bare(quote)) ? HERE : CHANGED;
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Punct}\\p{S}\\p{Pi}\\p{Pf}]+", " ").replaceAll("\\s+", " ").strip();
    }
}
