package id.sanggar.web.shared;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A file made for whoever asks, at an address under {@code /files/}. Who is not signed in goes to sign in and comes
 * back; what a use case refuses becomes an error page.
 */
public abstract class DownloadServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected final void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        answer(request, response, this::send);
    }

    @Override
    protected final void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        answer(request, response, this::receive);
    }

    /** What is done with a request. */
    private interface Answering {
        void answer(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException;
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Answering answering)
            throws ServletException, IOException {
        if (request.getUserPrincipal() == null) {
            RouteFilter.sendToSignIn(request, response, request.getRequestURI());
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        try {
            answering.answer(request, response);
        } catch (RuntimeException failure) {
            int status = Refusals.statusOf(Refusals.rootOf(failure));
            if (status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR || response.isCommitted()) {
                throw failure;
            }
            response.reset();
            response.sendError(status);
        }
    }

    /** Writes the file, after {@link #named}; a refusal comes before the first byte. */
    protected abstract void send(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Takes a file from a form without script; most servlets take none. */
    protected void receive(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    /** @param fileName in plain ASCII, without quotes */
    protected static void named(HttpServletResponse response, String fileName, String contentType) {
        response.setContentType(contentType);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
    }
}
