package id.sanggar.shared;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Turns a {@link Message} into a sentence. Every room keeps its texts in {@code id/sanggar/<room>/messages.properties}
 * (Indonesian) and {@code messages_en.properties}.
 */
public final class Messages {

    /** Never the server's own language: what is not English is Indonesian. */
    private static final ResourceBundle.Control INDONESIAN_UNLESS_ASKED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {
    }

    /** @throws java.util.MissingResourceException if no bundle holds the key, which a test of the bundles prevents */
    public static String text(Message message, Locale locale) {
        var room = message.key().substring(0, message.key().indexOf('.'));
        var bundle = ResourceBundle.getBundle("id.sanggar." + room + ".messages", locale,
                Messages.class.getClassLoader(), INDONESIAN_UNLESS_ASKED);
        var arguments = message.arguments().stream()
                .map(argument -> argument instanceof LocalizedText text ? text.in(locale) : argument)
                .toArray();
        return new MessageFormat(bundle.getString(message.key()), locale).format(arguments);
    }
}
