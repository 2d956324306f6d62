package id.sanggar.exchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where lessons name files. */
final class MediaReferences {

    private MediaReferences() {
    }

    /** The same lesson, where a file has another name. */
    static String renamed(String body, String was, String name) {
        return Pattern.compile("media:" + Pattern.quote(was) + "(?![a-z0-9.-])").matcher(body)
                .replaceAll(Matcher.quoteReplacement("media:" + name));
    }
}
