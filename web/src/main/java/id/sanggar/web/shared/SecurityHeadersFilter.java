package id.sanggar.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What every answer tells the browser not to do. Staff pages get their policy from PrimeFaces, with its nonces. */
public class SecurityHeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String LEARNER_POLICY =
            "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'self'; script-src 'self'; "
            + "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; "
            + "base-uri 'none'";

    /** The studio shows it beside what is being written. */
    private static final String PREVIEW_POLICY =
            LEARNER_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'");

    /** Scans QR codes. */
    private static final String VERIFIER = "/verify/offline";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean preview = StaffPages.isPreview(request.getServletPath());
        if (!StaffPages.contains(request.getServletPath())) {
            response.setHeader("Content-Security-Policy", preview ? PREVIEW_POLICY : LEARNER_POLICY);
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("X-Frame-Options", preview ? "SAMEORIGIN" : "DENY");
        var camera = request.getServletPath().equals(VERIFIER) ? "(self)" : "()";
        response.setHeader("Permissions-Policy", "camera=" + camera + ", geolocation=(), microphone=(), payment=()");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, response);
    }
}
