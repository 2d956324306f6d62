package id.sanggar.web.shared;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The texts of the pages, by room and language. */
final class WebBundles {

    private static final ResourceBundle.Control INDONESIAN_UNLESS_ASKED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Map<String, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();

    private WebBundles() {
    }

    /** @throws MissingResourceException if the key is in no bundle, which a test of the pages prevents */
    static String text(String key, Locale locale) {
        var room = key.substring(0, key.indexOf('.'));
        return BUNDLES.computeIfAbsent(locale.getLanguage() + ":" + room, any -> ResourceBundle.getBundle(
                "id.sanggar.web." + room + ".messages", locale, WebBundles.class.getClassLoader(),
                INDONESIAN_UNLESS_ASKED)).getString(key);
    }
}
