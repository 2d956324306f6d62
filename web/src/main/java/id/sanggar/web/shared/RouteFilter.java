package id.sanggar.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The front door: finds the {@link Route} of a request, lets in who may, and hands it to the view. Views themselves
 * have no address. What machines and browsers fetch besides pages passes by.
 */
public class RouteFilter extends HttpFilter {

    static final String MATCH = "id.sanggar.route";

    private static final long serialVersionUID = 1L;

    private static final List<String> NOT_PAGES = List.of("/assets/", "/media/", "/api/", "/health/", "/files/",
            "/jakarta.faces.resource/", "/language", "/logout", "/robots.txt", "/favicon.ico", "/badges/",
            "/.well-known/", "/verify-worker.js");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isUnspeakable(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        if (NOT_PAGES.stream().anyMatch(path::startsWith)) {
            chain.doFilter(request, response);
            return;
        }
        var match = Route.match(path);
        if (match.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var route = match.get().route();
        if (route.audience() != Route.Audience.ANYONE && request.getUserPrincipal() == null) {
            sendToSignIn(request, response, path);
        } else if (!route.audience().admits(request::isUserInRole)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.setHeader("Cache-Control", "no-store");
            request.setAttribute(MATCH, match.get());
            request.getRequestDispatcher(route.view()).forward(request, response);
        }
    }

    /** No keyboard writes the character that no database keeps. */
    private static boolean isUnspeakable(HttpServletRequest request) {
        return request.getParameterMap().values().stream().flatMap(Arrays::stream)
                .anyMatch(value -> value.indexOf('\0') >= 0);
    }

    /** @param path where to come back to afterwards */
    static void sendToSignIn(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException {
        var signIn = "/login?to=" + URLEncoder.encode(cameFor(request, path), StandardCharsets.UTF_8);
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            // A redirect would be followed unseen, and the answer be taken for an update of the page.
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("Location", signIn);
        } else {
            response.sendRedirect(signIn);
        }
    }

    /** Where to come back to after signing in. What was posted cannot be repeated, so its page must do. */
    private static String cameFor(HttpServletRequest request, String path) {
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }
}
