package id.sanggar.web.certificate;

import id.sanggar.certificate.Certificates;
import id.sanggar.certificate.Issuing;
import id.sanggar.shared.NotFound;
import id.sanggar.web.shared.DownloadServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A whole batch: {@code /files/batches/<code>.zip} holds a file for each certificate, {@code .pdf} a page for each,
 * to be printed in one go. Written as they are made, however many there are.
 */
@WebServlet("/files/batches/*")
public class BatchServlet extends DownloadServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern FILE =
            Pattern.compile("/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(zip|pdf)");

    @Inject
    private transient Certificates certificates;

    @Inject
    private transient Issuing issuing;

    @Override
    protected void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo();
        var file = FILE.matcher(path == null ? "" : path);
        if (!file.matches()) {
            throw new NotFound("file");
        }
        var code = UUID.fromString(file.group(1));
        var batch = issuing.batch(code);
        var name = "sertifikat-" + batch.programme().slug() + "-" + batch.name().replaceAll("[^A-Za-z0-9-]+", "-");
        if (file.group(2).equals("zip")) {
            named(response, name + ".zip", "application/zip");
            certificates.zip(code, response.getOutputStream());
        } else {
            named(response, name + ".pdf", "application/pdf");
            certificates.print(code, response.getOutputStream());
        }
    }
}
