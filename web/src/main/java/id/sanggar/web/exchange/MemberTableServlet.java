package id.sanggar.web.exchange;

import id.sanggar.exchange.members.MemberTables;
import id.sanggar.shared.NotFound;
import id.sanggar.web.shared.DownloadServlet;
import id.sanggar.web.shared.Language;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Tables of members: {@code /files/imports/template.csv} or {@code .xlsx} is an empty one,
 * {@code /files/imports/<import>/errors.csv} or {@code .xlsx} has the rows that are to be corrected,
 * {@code /files/imports/members.csv} or {@code .xlsx} the people of a filter.
 */
@WebServlet("/files/imports/*")
public class MemberTableServlet extends DownloadServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern TEMPLATE = Pattern.compile("/template\\.(csv|xlsx)");
    private static final Pattern MEMBERS = Pattern.compile("/members\\.(csv|xlsx)");
    private static final Pattern ERRORS =
            Pattern.compile("/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/errors\\.(csv|xlsx)");
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private transient MemberTables tables;

    @Override
    protected void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = String.valueOf(request.getPathInfo());
        var template = TEMPLATE.matcher(path);
        var errors = ERRORS.matcher(path);
        var members = MEMBERS.matcher(path);
        var locale = Language.of(request);
        if (template.matches()) {
            named(response, "peserta." + template.group(1), type(template.group(1)));
            tables.writeTemplate(template.group(1), locale, response.getOutputStream());
        } else if (members.matches()) {
            named(response, "peserta." + members.group(1), type(members.group(1)));
            tables.writeMembers(InviteView.people(request), members.group(1), locale, response.getOutputStream());
        } else if (errors.matches()) {
            named(response, "perlu-dibetulkan." + errors.group(2), type(errors.group(2)));
            tables.writeErrors(UUID.fromString(errors.group(1)), errors.group(2), locale,
                    response.getOutputStream());
        } else {
            throw new NotFound("table " + path);
        }
    }

    private static String type(String ending) {
        return ending.equals("csv") ? "text/csv;charset=UTF-8" : EXCEL;
    }
}
