package id.sanggar.web.media;

import id.sanggar.media.MediaLibrary;
import id.sanggar.media.Uploading;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Slug;
import id.sanggar.web.shared.FileFormServlet;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.UUID;

/**
 * Takes the library's forms with files in them where no script runs: small files, sent at once. What comes of it, the
 * page tells to which this leads back.
 */
@WebServlet("/files/studio/media")
@MultipartConfig(fileSizeThreshold = 262_144, maxFileSize = MediaFormServlet.LARGEST,
        maxRequestSize = MediaFormServlet.LARGEST + 262_144)
public class MediaFormServlet extends FileFormServlet {

    /** What a form may send at once, in bytes: the server takes no larger request. */
    static final long LARGEST = 4_000_000;

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Uploading uploading;

    @Inject
    private transient MediaLibrary library;

    @Override
    protected String page() {
        return "/studio/media";
    }

    @Override
    protected String take(HttpServletRequest request) throws ServletException, IOException {
        var item = item(request);
        for (var part : request.getParts()) {
            take(part, request.getParameter("organisation"), item);
        }
        return back(request);
    }

    @Override
    protected String back(HttpServletRequest request) {
        var item = item(request);
        var organisation = request.getParameter("organisation");
        return page() + (item != null ? "/" + item : Slug.isValid(organisation) ? "?organisation=" + organisation : "");
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

    /** What the files are for; null for the library itself. */
    private static UUID item(HttpServletRequest request) {
        var text = request.getParameter("item");
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
