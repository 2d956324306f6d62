package id.sanggar.web.certificate;

import id.sanggar.certificate.Verification;
import id.sanggar.shared.Conflict;
import id.sanggar.web.shared.ClientNetwork;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Takes a file that somebody was given and leads to what is known of it. The file is not kept. What was found is, in
 * the session: an address that said it would say it of any file to whoever opens the link.
 */
@WebServlet("/files/verification")
@MultipartConfig(fileSizeThreshold = Verification.LARGEST_FILE + 10_000,
        maxFileSize = Verification.LARGEST_FILE + 10_000, maxRequestSize = VerificationGate.READ_AT_MOST)
public class VerificationServlet extends HttpServlet {

    /** Of the session: what was found of the file checked last. */
    static final String CHECKED = "checked-file";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Verification verification;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getContentType() == null || !request.getContentType().startsWith("multipart/form-data")) {
            response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        var part = request.getPart("file");
        if (part == null || part.getSize() == 0) {
            response.sendRedirect(refused(FileRefusal.NONE_CHOSEN));
            return;
        }
        try (var content = part.getInputStream()) {
            var file = verification.check(content.readAllBytes(), ClientNetwork.of(request));
            request.getSession().setAttribute(CHECKED, file);
            response.sendRedirect("/verify" + (file.code() == null ? "" : "/" + file.code()) + "?file#content");
        } catch (Conflict refusal) {
            response.sendRedirect(refused(switch (refusal.text().key()) {
                case "certificate.file-too-large" -> FileRefusal.TOO_LARGE;
                case "certificate.file-no-pdf" -> FileRefusal.NO_PDF;
                default -> FileRefusal.TOO_MANY;
            }));
        }
    }

    /** The address of the page that says so. */
    static String refused(FileRefusal why) {
        return "/verify?file=" + why.key() + "#file-refused";
    }
}
