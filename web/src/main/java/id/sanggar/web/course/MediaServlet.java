package id.sanggar.web.course;

import id.sanggar.course.MediaFiles;
import id.sanggar.course.MediaFiles.MediaFile;
import id.sanggar.shared.NotFound;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Drawings and sheets at {@code /media/{hash}/{name}}. The hash stands for the content, so whoever has fetched a file
 * never asks again. A drawing opened by itself may do nothing but be looked at.
 */
@WebServlet("/media/*")
public class MediaServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern ADDRESS = Pattern.compile("/([0-9a-f]+)/([a-z0-9-]{1,100}\\.[a-z0-9]{1,5})");

    @Inject
    private transient MediaFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo();
        var address = ADDRESS.matcher(path == null ? "" : path);
        if (!address.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            send(files.get(address.group(1)), address.group(2), request, response);
        } catch (NotFound gone) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void send(MediaFile file, String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var tag = "\"" + file.sha256() + "\"";
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        if (file.contentType().equals("application/pdf")) {
            response.setHeader("Content-Disposition", "attachment; filename=\"" + name + '"');
        }
        response.setContentType(file.contentType());
        response.setContentLength(file.bytes().length);
        response.getOutputStream().write(file.bytes());
    }
}
