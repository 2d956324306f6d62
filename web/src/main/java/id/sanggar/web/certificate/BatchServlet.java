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
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What there is of a batch under {@code /files/batches/<code>}: {@code .zip} holds a file for each certificate,
 * {@code .pdf} a page for each, to be printed in one go; {@code -1.zip}, {@code -1.pdf} and so on hold a part.
 * {@code .sha256} is the manifest, {@code .sha256.sig} its signature and {@code .pem} the certificate to verify that
 * with; {@code .png} shows how the first paper will look. The others are written as they are made, however many papers
 * there are.
 */
@WebServlet("/files/batches/*")
public class BatchServlet extends DownloadServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern FILE = Pattern.compile("/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
            + "(?:(?:-([1-9]\\d{0,4}))?\\.(zip|pdf)|\\.(sha256|sha256\\.sig|pem|png))");

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
        if (file.group(4) == null) {
            papers(code, file.group(2) == null ? 0 : Integer.parseInt(file.group(2)), file.group(3), response);
        } else if (file.group(4).equals("png")) {
            var picture = issuing.sample(code);
            response.setContentType("image/png");
            response.setContentLength(picture.length);
            response.getOutputStream().write(picture);
        } else {
            proof(code, file.group(4), response);
        }
    }

    private void papers(UUID code, int part, String extension, HttpServletResponse response) throws IOException {
        var batch = issuing.batch(code);
        var name = "sertifikat-" + batch.programme().slug() + "-" + batch.name().replaceAll("[^A-Za-z0-9-]+", "-")
                + (part == 0 ? "" : "-" + part) + "." + extension;
        if (extension.equals("zip")) {
            named(response, name, "application/zip");
            certificates.zip(code, part, response.getOutputStream());
        } else {
            named(response, name, "application/pdf");
            certificates.print(code, part, response.getOutputStream());
        }
    }

    /** Named as the commands in the manifest call them. */
    private void proof(UUID code, String kind, HttpServletResponse response) throws IOException {
        switch (kind) {
            case "sha256" -> {
                named(response, "manifest.sha256", "text/plain;charset=US-ASCII");
                certificates.manifest(code, response.getOutputStream());
            }
            case "sha256.sig" -> {
                var signature = certificates.manifestSignature(code);
                named(response, "manifest.sha256.sig", "application/octet-stream");
                response.getOutputStream().write(signature);
            }
            default -> {
                var seal = certificates.manifestSeal(code);
                named(response, "seal.pem", "application/x-pem-file");
                response.getOutputStream().write(seal.getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
