package id.sanggar.web.media;

import id.sanggar.media.MediaStore;
import id.sanggar.media.StoredMedia;
import id.sanggar.shared.NotFound;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Files at {@code /media/{hash}/{name}}. The hash stands for the content, so whoever has fetched a file never asks
 * again; a film may be asked for by parts. Opened by itself, a file may do nothing but be looked at.
 */
@WebServlet("/media/*")
public class MediaServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern ADDRESS = Pattern.compile("/([0-9a-f]+)/([a-z0-9-]{1,100}\\.[a-z0-9]{1,5})");
    private static final Pattern SHOWN = Pattern.compile("(?:image|video|audio)/[a-z0-9.+-]+");

    @Inject
    private transient MediaStore store;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, true);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, false);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, boolean body) throws IOException {
        var path = request.getPathInfo();
        var address = ADDRESS.matcher(path == null ? "" : path);
        if (!address.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            send(store.get(address.group(1)), address.group(2), request, response, body);
        } catch (NotFound gone) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void send(StoredMedia file, String name, HttpServletRequest request, HttpServletResponse response,
            boolean body) throws IOException {
        var tag = "\"" + file.sha256() + "\"";
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        if (!SHOWN.matcher(file.contentType()).matches() && !file.contentType().equals("text/vtt")) {
            response.setHeader("Content-Disposition", "attachment; filename=\"" + name + '"');
        }
        response.setContentType(file.contentType().startsWith("text/")
                ? file.contentType() + ";charset=UTF-8"
                : file.contentType());
        var part = Part.whole(file.size());
        if (file.hasRanges()) {
            response.setHeader("Accept-Ranges", "bytes");
            part = asked(request, tag, file.size());
        }
        if (part == null) {
            response.setHeader("Content-Range", "bytes */" + file.size());
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        if (part.length() < file.size()) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range", part.of(file.size()));
        }
        response.setContentLengthLong(part.length());
        if (body) {
            store.send(file, part.from(), part.length(), response.getOutputStream());
        }
    }

    /** @return null if what is asked for lies behind the end */
    private static Part asked(HttpServletRequest request, String tag, long size) {
        var condition = request.getHeader("If-Range");
        var range = request.getHeader("Range");
        return range == null || condition != null && !condition.equals(tag)
                ? Part.whole(size)
                : Part.of(range, size);
    }
}
