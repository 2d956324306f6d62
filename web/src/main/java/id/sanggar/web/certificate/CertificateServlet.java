package id.sanggar.web.certificate;

import id.sanggar.certificate.Certificates;
import id.sanggar.shared.NotFound;
import id.sanggar.web.shared.DownloadServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** One certificate to keep or print: {@code /files/certificates/<code>.pdf}. */
@WebServlet("/files/certificates/*")
public class CertificateServlet extends DownloadServlet {

    private static final long serialVersionUID = 1L;

    private static final String EXTENSION = ".pdf";

    @Inject
    private transient Certificates certificates;

    @Override
    protected void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo();
        if (path == null || !path.endsWith(EXTENSION)) {
            throw new NotFound("file");
        }
        var file = certificates.pdf(path.substring(1, path.length() - EXTENSION.length()));
        named(response, file.name(), "application/pdf");
        response.setContentLength(file.pdf().length);
        response.getOutputStream().write(file.pdf());
    }
}
