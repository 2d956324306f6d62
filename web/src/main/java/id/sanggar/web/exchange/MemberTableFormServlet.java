package id.sanggar.web.exchange;

import id.sanggar.exchange.members.MemberImports;
import id.sanggar.web.shared.FileFormServlet;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Takes a table of members in one piece, from a browser without a script, and leads on to its page. A long one over a
 * weak network comes in pieces: {@link MemberImportResource}.
 */
@WebServlet("/files/member-tables")
@MultipartConfig(fileSizeThreshold = 262_144, maxFileSize = MemberTableFormServlet.LARGEST,
        maxRequestSize = MemberTableFormServlet.LARGEST + 262_144)
public class MemberTableFormServlet extends FileFormServlet {

    /** Bytes; the server takes no longer request. */
    static final long LARGEST = 50_000_000;

    private static final long serialVersionUID = 1L;

    private static final String PAGE = "/manage/members/import";

    @Inject
    private transient MemberImports imports;

    @Override
    protected String page() {
        return PAGE;
    }

    @Override
    protected String take(HttpServletRequest request) throws ServletException, IOException {
        var file = String.valueOf(request.getContentType()).startsWith("multipart/form-data")
                ? request.getPart("file") : null;
        var code = imports.begin(request.getParameter("programme"), request.getParameter("partner"),
                file == null ? null : file.getSubmittedFileName(), file == null ? 0 : file.getSize());
        try (var content = file.getInputStream()) {
            long at = 0;
            for (var piece = content.readNBytes(MemberImports.PIECE); piece.length > 0;
                    piece = content.readNBytes(MemberImports.PIECE)) {
                at = imports.take(code, at, piece);
            }
        }
        imports.complete(code);
        return PAGE + "/" + code;
    }

    @Override
    protected String back(HttpServletRequest request) {
        return PAGE + "?programme=" + URLEncoder.encode(
                Optional.ofNullable(request.getParameter("programme")).orElse(""), StandardCharsets.UTF_8);
    }
}
