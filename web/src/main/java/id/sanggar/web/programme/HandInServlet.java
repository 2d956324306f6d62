package id.sanggar.web.programme;

import id.sanggar.media.PaperFile;
import id.sanggar.programme.HandingIn;
import id.sanggar.shared.NotFound;
import id.sanggar.web.shared.FileFormServlet;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** Takes what a member hands in as evidence, with or without a file, and leads back to her journey. */
@WebServlet("/files/journeys")
@MultipartConfig(fileSizeThreshold = 262_144, maxFileSize = PaperFile.LARGEST,
        maxRequestSize = PaperFile.LARGEST + 262_144)
public class HandInServlet extends FileFormServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient HandingIn handingIn;

    @Override
    protected String page() {
        return "/learn";
    }

    @Override
    protected String take(HttpServletRequest request) throws ServletException, IOException {
        var file = file(request);
        handingIn.handIn(membership(request), Optional.ofNullable(request.getParameter("requirement")).orElse(""),
                new HandingIn.Sent(request.getParameter("number"), request.getParameter("note"),
                        file == null ? null : file.getSubmittedFileName(), file == null ? null : bytes(file)));
        return "/me/journeys/" + membership(request) + "?handed-in#evidence-" + request.getParameter("requirement");
    }

    @Override
    protected String back(HttpServletRequest request) {
        return "/me/journeys/" + membership(request);
    }

    private static UUID membership(HttpServletRequest request) {
        try {
            return UUID.fromString(Optional.ofNullable(request.getParameter("membership")).orElse(""));
        } catch (IllegalArgumentException none) {
            throw new NotFound("membership");
        }
    }

    /** @return null where none was sent */
    private static Part file(HttpServletRequest request) throws ServletException, IOException {
        return String.valueOf(request.getContentType()).startsWith("multipart/form-data")
                ? request.getParts().stream()
                        .filter(part -> part.getName().equals("file") && part.getSize() > 0)
                        .findFirst().orElse(null)
                : null;
    }

    private static byte[] bytes(Part file) throws IOException {
        try (var content = file.getInputStream()) {
            return content.readNBytes(PaperFile.LARGEST + 1);
        }
    }
}
