package id.sanggar.web.certificate;

import id.sanggar.certificate.BadgeDocument;
import id.sanggar.certificate.BadgePublication;
import id.sanggar.shared.Sha256;
import id.sanggar.web.shared.Refusals;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The documents by which anyone verifies certificates and badges, from any site and any program: keys, issuer,
 * achievements, status lists. Their addresses stand in badges that were issued, so they stay. Every answer says how
 * long it may be kept, and answers 304 to who has it already.
 */
@WebServlet({"/.well-known/jwks.json", "/.well-known/did.json", "/badges/*"})
public class BadgeDocumentServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern ACHIEVEMENT = Pattern.compile("/badges/achievements/([A-Z]{2,8})/([a-z]{1,20})");
    private static final Pattern COURSE = Pattern.compile("/badges/courses/([A-Z]{2,8})");
    private static final Pattern KEY = Pattern.compile("/badges/keys/([\\w-]{43})");
    private static final Pattern STATUS = Pattern.compile("/badges/status/(0|[1-9]\\d{0,9})");

    @Inject
    private transient BadgePublication publication;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        super.service(request, response);
    }

    /** What a browser asks before a page of another site may ask. */
    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader("Access-Control-Allow-Methods", "GET, HEAD");
        response.setHeader("Access-Control-Allow-Headers", "*");
        response.setHeader("Access-Control-Max-Age", "86400");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getRequestURI();
        try {
            var course = COURSE.matcher(path);
            if (course.matches()) {
                response.sendRedirect("/courses/" + publication.slugOf(course.group(1)));
                return;
            }
            var document = document(path);
            if (document == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else {
                send(request, response, document);
            }
        } catch (RuntimeException failure) {
            var status = Refusals.statusOf(Refusals.rootOf(failure));
            if (status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
                throw failure;
            }
            response.sendError(status);
        }
    }

    private BadgeDocument document(String path) {
        var achievement = ACHIEVEMENT.matcher(path);
        if (achievement.matches()) {
            return publication.achievement(achievement.group(1), achievement.group(2));
        }
        var key = KEY.matcher(path);
        if (key.matches()) {
            return publication.key(key.group(1));
        }
        var status = STATUS.matcher(path);
        if (status.matches()) {
            return publication.statusList(Long.parseLong(status.group(1)));
        }
        return switch (path) {
            case "/.well-known/jwks.json" -> publication.keys();
            case "/.well-known/did.json" -> publication.didDocument();
            case "/badges/issuer" -> publication.issuer();
            default -> null;
        };
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, BadgeDocument document)
            throws IOException {
        var bytes = document.text().getBytes(StandardCharsets.UTF_8);
        // Weak: on the way it may be compressed.
        var tag = "W/\"" + Sha256.of(bytes).substring(0, 32) + "\"";
        response.setHeader("Cache-Control", "public, max-age=" + document.seconds());
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(document.type());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
