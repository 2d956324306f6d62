package id.sanggar.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses requests that another site made in a visitor's name. Whatever changes something must come from a page of our
 * own origin and carry the token of the visitor's own cookie, as a form's field or a request's header. The token lives
 * in a cookie and not in the session, so that a form on a page opened yesterday can still be sent today.
 */
public class CsrfFilter extends HttpFilter {

    /** The field of a form and the attribute of a request. */
    static final String TOKEN = "csrf";

    static final String HEADER = "X-CSRF-Token";

    /** Takes small files of people who are not signed in, behind a gate of its own. */
    private static final String FROM_ANYONE = "/files/verification";

    /** Takes tables of members. */
    private static final String OF_MANAGERS = "/files/member-tables";

    private static final long serialVersionUID = 1L;

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final int LARGEST_FORM = 4_194_304;
    private static final int A_MONTH = 30 * 24 * 60 * 60;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (bringsFiles(request) && request.getUserPrincipal() == null
                && !request.getServletPath().equals(FROM_ANYONE)) {
            RouteFilter.sendToSignIn(request, response, request.getRequestURI());
            return;
        }
        if (bringsFiles(request) && !mayBringFiles(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if (!SAFE.contains(request.getMethod()) && isTooLong(request)) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        if (!isReadable(request)) {
            // Without a page: it would read the request again.
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var token = cookie(request);
        if (!SAFE.contains(request.getMethod())) {
            if (token == null || !fromHere(request) || !matches(token, sent(request))) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN, ErrorPage.STALE);
                return;
            }
        } else if (token == null && !isKeptByOthers(request.getRequestURI())) {
            token = hand(request, response);
        }
        request.setAttribute(TOKEN, token);
        chain.doFilter(request, response);
    }

    /** To find the token of such a form is to take in its files. */
    private static boolean bringsFiles(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** Before a byte of them is read: what an author or a manager brings may be as large as no learner's file. */
    private static boolean mayBringFiles(HttpServletRequest request) {
        var path = request.getServletPath();
        return path.startsWith("/files/studio/") ? Route.Audience.AUTHORS.admits(request::isUserInRole)
                : !path.equals(OF_MANAGERS) || Route.Audience.MANAGERS.admits(request::isUserInRole);
    }

    /** The server takes the largest pack there may be; what brings no files is smaller, and says so before it comes. */
    private static boolean isTooLong(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length < 0 ? request.getContentType() != null : !bringsFiles(request) && length > LARGEST_FORM;
    }

    /** Whether the request is one that the server accepts: not too long, not too many fields, not in broken letters. */
    private static boolean isReadable(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    /** Files that caches on the way may keep must bring no visitor's cookie. */
    private static boolean isKeptByOthers(String path) {
        return path.startsWith("/assets/") || path.startsWith("/media/") || path.startsWith("/badges/")
                || path.startsWith("/.well-known/");
    }

    private static String cookie(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null ? null : Arrays.stream(cookies)
                .filter(cookie -> name(request).equals(cookie.getName()) && cookie.getValue().length() == 22)
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
    }

    /** On https, the prefix keeps neighbouring hosts from planting a cookie. */
    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-csrf" : TOKEN;
    }

    private static boolean fromHere(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        if (origin == null) {
            return true;
        }
        try {
            return URI.create(origin).getAuthority() != null
                    && URI.create(origin).getAuthority().equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static String sent(HttpServletRequest request) {
        var header = request.getHeader(HEADER);
        return header != null ? header : request.getParameter(TOKEN);
    }

    private static boolean matches(String token, String sent) {
        return sent != null && MessageDigest.isEqual(
                token.getBytes(StandardCharsets.US_ASCII), sent.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hand(HttpServletRequest request, HttpServletResponse response) {
        var random = new byte[16];
        RANDOM.nextBytes(random);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var cookie = new Cookie(name(request), token);
        cookie.setPath("/");
        cookie.setMaxAge(A_MONTH);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        response.addCookie(cookie);
        return token;
    }
}
