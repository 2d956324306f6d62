package id.sanggar.web.insight;

import id.sanggar.insight.closing.MonthClosing;
import id.sanggar.shared.NotFound;
import id.sanggar.web.shared.DownloadServlet;
import id.sanggar.web.shared.Language;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** The months of a year, or one of them, as CSV: {@code /files/months/jakpreneur.csv?year=2026}. */
@WebServlet("/files/months/*")
public class MonthsFile extends DownloadServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern ADDRESS = Pattern.compile("/([a-z0-9-]{1,60})\\.csv");

    @Inject
    private transient MonthClosing months;

    @Inject
    private transient Clock clock;

    @Override
    protected void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var address = ADDRESS.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!address.matches()) {
            throw new NotFound("file of months");
        }
        var programme = address.group(1);
        var month = request.getParameter("month");
        if (month != null && month.matches("[0-9]{4}-(0[1-9]|1[0-2])")) {
            var one = YearMonth.parse(month);
            send(programme, one, one, month, request, response);
        } else {
            var asked = request.getParameter("year");
            var year = asked != null && asked.matches("[0-9]{4}") ? Integer.parseInt(asked)
                    : YearMonth.now(clock).getYear();
            send(programme, YearMonth.of(year, 1), YearMonth.of(year, 12), String.valueOf(year), request, response);
        }
    }

    private void send(String programme, YearMonth first, YearMonth last, String period, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        named(response, "angka-" + programme + "-" + period + ".csv", "text/csv;charset=UTF-8");
        months.export(programme, first, last, Language.of(request), response.getOutputStream());
    }
}
