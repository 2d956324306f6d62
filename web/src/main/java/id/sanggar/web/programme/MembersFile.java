package id.sanggar.web.programme;

import id.sanggar.programme.MemberOrder;
import id.sanggar.programme.Members;
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

/** The people of a filter as CSV, each row written as it is read. */
@WebServlet("/files/members.csv")
public class MembersFile extends DownloadServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Members members;

    @Inject
    private transient Clock clock;

    @Override
    protected void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var filter = MembersView.filter(request);
        var known = filter.programme() != null && filter.programme().matches("[a-z0-9-]+");
        var name = known ? filter.programme() + "-" : "";
        var today = LocalDate.now(clock.withZone(Texts.WITA));
        named(response, "peserta-" + name + today + ".csv", "text/csv;charset=UTF-8");
        members.export(filter, MemberOrder.NAME, Language.of(request), response.getOutputStream());
    }
}
