package id.sanggar.web.shared;

import java.util.regex.Pattern;

/** An address within Sanggar that came with a request, such as where to go on after signing in. */
public final class LocalPath {

    /** Starts with one slash and names no host: neither {@code //elsewhere} nor {@code /\elsewhere}. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\w~!$&'()*+,;=:@%./?-]{0,500}");

    private LocalPath() {
    }

    public static String orElse(String asked, String otherwise) {
        return asked != null && LOCAL.matcher(asked).matches() ? asked : otherwise;
    }
}
