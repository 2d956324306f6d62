package id.sanggar.web.certificate;

import id.sanggar.certificate.BadgeFile;
import id.sanggar.certificate.Badges;
import id.sanggar.certificate.Certificates;
import id.sanggar.shared.NotFound;
import id.sanggar.web.shared.DownloadServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * One certificate to keep or print, {@code /files/certificates/<code>.pdf}; as a badge for wallets, {@code .jwt}, and
 * as a picture with the badge in it, {@code .svg}.
 */
@WebServlet("/files/certificates/*")
public class CertificateServlet extends DownloadServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Certificates certificates;

    @Inject
    private transient Badges badges;

    @Override
    protected void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo() == null ? "" : request.getPathInfo();
        var dot = path.lastIndexOf('.');
        if (dot < 1) {
            throw new NotFound("file");
        }
        var code = path.substring(1, dot);
        switch (path.substring(dot)) {
            case ".pdf" -> {
                var file = certificates.pdf(code);
                named(response, file.name(), "application/pdf");
                response.setContentLength(file.pdf().length);
                response.getOutputStream().write(file.pdf());
            }
            case ".jwt" -> send(response, badges.jwt(code), "text/plain");
            case ".svg" -> send(response, badges.svg(code), "image/svg+xml");
            default -> throw new NotFound("file");
        }
    }

    private static void send(HttpServletResponse response, BadgeFile badge, String type) throws IOException {
        var bytes = badge.text().getBytes(StandardCharsets.UTF_8);
        named(response, badge.name(), type);
        response.setCharacterEncoding("UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
