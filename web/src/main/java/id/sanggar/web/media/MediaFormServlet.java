package id.sanggar.web.media;

import id.sanggar.media.MediaLibrary;
import id.sanggar.media.Uploading;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Slug;
import id.sanggar.web.shared.Language;
import id.sanggar.web.shared.Refusals;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/**
 * Takes the library's forms with files in them where no script runs: small files, sent at once. What comes of it, the
 * page tells to which this leads back.
 */
@WebServlet("/files/studio/media")
@MultipartConfig(fileSizeThreshold = 262_144, maxFileSize = MediaFormServlet.LARGEST,
        maxRequestSize = MediaFormServlet.LARGEST + 262_144)
public class MediaFormServlet extends HttpServlet {

    /** What a form may send at once, in bytes: the server takes no larger request. */
    static final long LARGEST = 4_000_000;

    /** Attribute of the session: what the next page of the library says, in words. */
    static final String SAID = "id.sanggar.media.said";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Uploading uploading;

    @Inject
    private transient MediaLibrary library;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getUserPrincipal() == null) {
            response.sendRedirect("/login?to=/studio/media");
            return;
        }
        UUID item = null;
        var organisation = request.getParameter("organisation");
        try {
            item = code(request.getParameter("item"));
            for (var part : request.getParts()) {
                take(part, organisation, item);
            }
        } catch (RuntimeException failure) {
            var root = Refusals.rootOf(failure);
            int status = Refusals.statusOf(root);
            if (status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
                throw failure;
            }
            if (said(root) == null) {
                response.sendError(status);
                return;
            }
            request.getSession().setAttribute(SAID, Messages.text(said(root), Language.of(request)));
        }
        response.sendRedirect(item != null ? "/studio/media/" + item
                : "/studio/media" + (Slug.isValid(organisation) ? "?organisation=" + organisation : ""));
    }

    private void take(Part part, String organisation, UUID item) throws IOException {
        if (part.getSubmittedFileName() == null || part.getSubmittedFileName().isEmpty()) {
            return;
        }
        try (var content = part.getInputStream()) {
            var bytes = content.readAllBytes();
            if (part.getName().equals("captions") && item != null) {
                library.caption(item, part.getSubmittedFileName(), bytes);
            } else {
                uploading.send(organisation == null ? "" : organisation, item, part.getSubmittedFileName(), bytes);
            }
        }
    }

    private static Message said(Throwable refusal) {
        if (refusal instanceof Invalid invalid) {
            return List.copyOf(invalid.fields().values()).get(0);
        }
        return refusal instanceof Conflict conflict ? conflict.text() : null;
    }

    private static UUID code(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NotFound("media");
        }
    }
}
