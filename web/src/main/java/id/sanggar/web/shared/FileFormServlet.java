package id.sanggar.web.shared;

import id.sanggar.shared.Messages;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Takes a form with files in it and leads on. What a use case refuses in words, the page says to which this leads back;
 * what it refuses without is an error page.
 */
public abstract class FileFormServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Attribute of the session until the next page, then of that page's request. */
    private static final String SAID = "id.sanggar.form.said";

    @Override
    protected final void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getUserPrincipal() == null) {
            RouteFilter.sendToSignIn(request, response, page());
            return;
        }
        try {
            response.sendRedirect(take(request));
        } catch (RuntimeException failure) {
            var root = Refusals.rootOf(failure);
            int status = Refusals.statusOf(root);
            if (status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
                throw failure;
            }
            var text = Refusals.textOf(root);
            if (text.isEmpty()) {
                response.sendError(status);
                return;
            }
            request.getSession().setAttribute(SAID, Messages.text(text.get(), Language.of(request)));
            response.sendRedirect(back(request));
        }
    }

    /** @return why the form that led back to this page was refused; said on one page only. Null if none was */
    public static String said(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null && session.getAttribute(SAID) != null) {
            request.setAttribute(SAID, session.getAttribute(SAID));
            session.removeAttribute(SAID);
        }
        return (String) request.getAttribute(SAID);
    }

    /** The address of the form's page, for who must sign in first. */
    protected abstract String page();

    /** @return the address to lead on to */
    protected abstract String take(HttpServletRequest request) throws ServletException, IOException;

    /** @return the address of the form's page, as it was filled in */
    protected abstract String back(HttpServletRequest request);
}
