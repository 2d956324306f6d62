package id.sanggar.web.certificate;

import id.sanggar.certificate.Designing;
import id.sanggar.certificate.Designing.Preview;
import id.sanggar.shared.NotFound;
import id.sanggar.web.shared.DownloadServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** How a template looks: {@code /files/certificates/templates/<template>.png}, {@code ?show=longest} for long names. */
@WebServlet("/files/certificates/templates/*")
public class TemplatePictureServlet extends DownloadServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern FILE = Pattern.compile("/([a-z0-9]+(?:-[a-z0-9]+)*)\\.png");

    @Inject
    private transient Designing designing;

    @Override
    protected void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo();
        var file = FILE.matcher(path == null ? "" : path);
        if (!file.matches()) {
            throw new NotFound("file");
        }
        var picture = designing.preview(file.group(1),
                "longest".equals(request.getParameter("show")) ? Preview.LONGEST : Preview.NEWEST);
        response.setContentType("image/png");
        response.setContentLength(picture.length);
        response.getOutputStream().write(picture);
    }
}
