package id.sanggar.shared;

import java.util.regex.Pattern;

/** The readable name of a thing in a URL: lower case letters, digits and single hyphens, at most 60 characters. */
public final class Slug {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Slug() {
    }

    public static boolean isValid(String text) {
        return text != null && text.length() <= 60 && FORM.matcher(text).matches();
    }

    /** @throws NotFound if the text cannot be a slug: nothing can be found under it */
    public static String require(String text) {
        if (!isValid(text)) {
            throw new NotFound("slug");
        }
        return text;
    }
}
