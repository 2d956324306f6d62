package id.sanggar.web.assessment;

import id.sanggar.assessment.Evidence;
import id.sanggar.shared.NotFound;
import id.sanggar.web.shared.DownloadServlet;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Photos as evidence: {@code /files/evidence/<code>.jpg} shows one to who may see it; a form without script posts one
 * to {@code /files/evidence/<attempt>/<position>} and comes back to its question.
 */
@WebServlet("/files/evidence/*")
@MultipartConfig(fileSizeThreshold = 262_144, maxFileSize = Evidence.LARGEST,
        maxRequestSize = Evidence.LARGEST + 262_144)
public class EvidenceServlet extends DownloadServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern PHOTO = Pattern.compile("/([0-9a-f-]{36})\\.jpg");
    private static final Pattern TASK = Pattern.compile("/([0-9a-f-]{36})/([1-9][0-9]{0,2})");

    @Inject
    private transient Evidence evidence;

    @Override
    protected void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var photo = PHOTO.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!photo.matches()) {
            throw new NotFound("photo");
        }
        var jpeg = evidence.photo(uuid(photo.group(1)));
        var tag = '"' + photo.group(1) + '"';
        // Kept, but asked for each time: the next person at this computer may not see it.
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setContentType("image/jpeg");
        response.setContentLength(jpeg.length);
        response.getOutputStream().write(jpeg);
    }

    @Override
    protected void receive(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var task = TASK.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!task.matches()) {
            throw new NotFound("photo task");
        }
        var attempt = uuid(task.group(1));
        int position = Integer.parseInt(task.group(2));
        var photos = new ArrayList<byte[]>();
        if (String.valueOf(request.getContentType()).startsWith("multipart/form-data")) {
            for (var part : request.getParts()) {
                if (part.getName().equals("photo") && part.getSize() > 0) {
                    photos.add(bytes(part));
                }
            }
        }
        evidence.add(attempt, position, photos);
        response.sendRedirect("/attempts/" + attempt + "?q=" + position);
    }

    private static byte[] bytes(Part part) throws IOException {
        try (var file = part.getInputStream()) {
            return file.readNBytes(Evidence.LARGEST + 1);
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NotFound("photo");
        }
    }
}
