package id.sanggar.web.shared;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;

/** The language a visitor reads in: what she chose, else Indonesian. */
public final class Language {

    public static final Locale INDONESIAN = new Locale("id", "ID");

    private static final String COOKIE = "language";
    private static final int A_YEAR = 365 * 24 * 60 * 60;

    private Language() {
    }

    public static Locale of(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies != null && Arrays.stream(cookies)
                .anyMatch(cookie -> COOKIE.equals(cookie.getName()) && "en".equals(cookie.getValue()))
                ? Locale.ENGLISH
                : INDONESIAN;
    }

    /** @param code {@code id} or {@code en}; anything else is Indonesian */
    public static void remember(HttpServletRequest request, HttpServletResponse response, String code) {
        var cookie = new Cookie(COOKIE, "en".equals(code) ? "en" : "id");
        cookie.setPath("/");
        cookie.setMaxAge(A_YEAR);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        response.addCookie(cookie);
    }
}
