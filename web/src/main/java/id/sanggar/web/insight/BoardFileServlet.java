package id.sanggar.web.insight;

import id.sanggar.insight.BoardAddress;
import id.sanggar.insight.reports.BoardReports;
import id.sanggar.insight.reports.ReportFormat;
import id.sanggar.shared.NotFound;
import id.sanggar.web.shared.DownloadServlet;
import id.sanggar.web.shared.Language;
import id.sanggar.web.shared.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A view of the command centre as a file: {@code /files/boards/jakpreneur.pdf}, with the parameters of the page. */
@WebServlet("/files/boards/*")
public class BoardFileServlet extends DownloadServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern FILE = Pattern.compile("/([a-z0-9-]{1,60})\\.(csv|xlsx|pdf)");

    @Inject
    private transient BoardReports reports;

    @Inject
    private transient Clock clock;

    @Override
    protected void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var file = FILE.matcher(String.valueOf(request.getPathInfo()));
        if (!file.matches()) {
            throw new NotFound("file");
        }
        var asked = BoardAddress.from(request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, parameter -> parameter.getValue()[0])));
        var locale = Language.of(request);
        var report = reports.of(asked.counting(asked.filter().inProgramme(file.group(1)).named(null)), locale);
        var format = Stream.of(ReportFormat.values())
                .filter(each -> each.ending().equals(file.group(2)))
                .findFirst()
                .orElseThrow();
        named(response, "pusat-kendali-" + file.group(1) + "-" + LocalDate.now(clock.withZone(Texts.WITA)) + "."
                + format.ending(), format.contentType());
        format.write(report, locale, response.getOutputStream());
    }
}
