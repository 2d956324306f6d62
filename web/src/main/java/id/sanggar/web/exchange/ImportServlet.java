package id.sanggar.web.exchange;

import id.sanggar.exchange.ImportKind;
import id.sanggar.exchange.ImportOrder;
import id.sanggar.exchange.Imports;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Slug;
import id.sanggar.web.shared.FileFormServlet;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Takes what an author brings, and leads to the page that tells what it would do. */
@WebServlet("/files/studio/imports")
@MultipartConfig(fileSizeThreshold = 262_144, maxFileSize = Imports.LARGEST + 1_000_000L,
        maxRequestSize = Imports.LARGEST + 2_000_000L)
public class ImportServlet extends FileFormServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Imports imports;

    @Override
    protected String page() {
        return "/studio/import";
    }

    @Override
    protected String take(HttpServletRequest request) throws ServletException, IOException {
        return "/studio/imports/" + receive(request);
    }

    @Override
    protected String back(HttpServletRequest request) {
        var course = request.getParameter("course");
        return page() + "?what=" + kind(request).name().toLowerCase(Locale.ROOT)
                + (Slug.isValid(course) ? "&course=" + course : course == null ? "" : "&course=");
    }

    private UUID receive(HttpServletRequest request) throws ServletException, IOException {
        var kind = kind(request);
        var part = request.getPart("file");
        var name = part == null ? "" : part.getSubmittedFileName();
        var order = new ImportOrder(kind, request.getParameter("course"), request.getParameter("organisation"),
                limited(request.getParameter("section")), limited(request.getParameter("topic")),
                request.getParameter("split") != null);
        if (part == null) {
            return imports.receive(order, name, new byte[0]);
        }
        try (var content = part.getInputStream()) {
            return imports.receive(order, name, content.readNBytes(Imports.LARGEST + 1));
        }
    }

    private static ImportKind kind(HttpServletRequest request) {
        var asked = String.valueOf(request.getParameter("what")).toUpperCase(Locale.ROOT);
        return Stream.of(ImportKind.values()).filter(kind -> kind.name().equals(asked)).findFirst()
                .orElseThrow(() -> new NotFound("kind of import"));
    }

    /** A name or title of what is there; longer is none. */
    private static String limited(String text) {
        return text == null || text.length() > 60 ? "" : text.strip();
    }
}
