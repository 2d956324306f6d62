package id.sanggar.web.exchange;

import id.sanggar.exchange.Exporting;
import id.sanggar.shared.NotFound;
import id.sanggar.web.shared.DownloadServlet;
import id.sanggar.web.shared.Language;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * What authors take along: {@code /files/studio/<course>.zip} is the draft as a course pack, {@code .gift},
 * {@code .csv} and {@code .xlsx} its questions; {@code /files/studio/questions/template.csv} and {@code .xlsx} begin a
 * table.
 */
@WebServlet("/files/studio/*")
public class ExportServlet extends DownloadServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern FILE = Pattern.compile("/([a-z0-9-]{1,60})\\.(zip|gift|csv|xlsx)");
    private static final Pattern TEMPLATE = Pattern.compile("/questions/template\\.(csv|xlsx)");
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private transient Exporting exporting;

    @Override
    protected void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo() == null ? "" : request.getPathInfo();
        var template = TEMPLATE.matcher(path);
        var file = FILE.matcher(path);
        if (template.matches()) {
            var excel = template.group(1).equals("xlsx");
            named(response, "pertanyaan." + template.group(1), excel ? EXCEL : CSV);
            exporting.template(excel, Language.of(request), response.getOutputStream());
        } else if (file.matches()) {
            send(file.group(1), file.group(2), request, response);
        } else {
            throw new NotFound("file");
        }
    }

    private void send(String course, String ending, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        exporting.require(course);
        named(response, course + '.' + ending, switch (ending) {
            case "zip" -> "application/zip";
            case "gift" -> "text/plain;charset=UTF-8";
            case "csv" -> CSV;
            default -> EXCEL;
        });
        var out = response.getOutputStream();
        switch (ending) {
            case "zip" -> exporting.pack(course, out);
            case "gift" -> exporting.gift(course, out);
            case "csv" -> exporting.csv(course, Language.of(request), out);
            default -> exporting.excel(course, Language.of(request), out);
        }
    }
}
