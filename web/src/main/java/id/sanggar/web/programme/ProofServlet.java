package id.sanggar.web.programme;

import id.sanggar.programme.HandingIn;
import id.sanggar.shared.NotFound;
import id.sanggar.web.shared.DownloadServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

/** The document that a member handed in, at {@code /files/proofs/<code>}, for her and her managers. */
@WebServlet("/files/proofs/*")
public class ProofServlet extends DownloadServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern PROOF = Pattern.compile("/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    @Inject
    private transient HandingIn handingIn;

    @Override
    protected void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var proof = PROOF.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!proof.matches()) {
            throw new NotFound("evidence");
        }
        var file = handingIn.file(UUID.fromString(proof.group(1)));
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        if (file.contentType().equals("image/jpeg")) {
            response.setContentType(file.contentType());
        } else {
            named(response, "bukti.pdf", file.contentType());
        }
        response.setContentLength(file.bytes().length);
        response.getOutputStream().write(file.bytes());
    }
}
