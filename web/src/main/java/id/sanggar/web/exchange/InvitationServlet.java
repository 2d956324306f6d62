package id.sanggar.web.exchange;

import id.sanggar.exchange.members.Inviting;
import id.sanggar.web.shared.DownloadServlet;
import id.sanggar.web.shared.Language;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Gives the people of a list new codes, and sends them as a sheet to print or as a table of links. */
@WebServlet("/files/invitations")
public class InvitationServlet extends DownloadServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Inviting inviting;

    @Override
    protected void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    @Override
    protected void receive(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var people = InviteView.people(request);
        var file = new ByteArrayOutputStream();
        var printed = !"csv".equals(request.getParameter("as"));
        if (printed) {
            inviting.print(people, Language.of(request), file);
        } else {
            inviting.write(people, Language.of(request), file);
        }
        named(response, printed ? "undangan.pdf" : "undangan.csv",
                printed ? "application/pdf" : "text/csv;charset=UTF-8");
        // Only after the codes are kept.
        file.writeTo(response.getOutputStream());
    }
}
