package id.sanggar.web.shared;

import id.sanggar.identity.MyAccount;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The language switch in the header. Who is signed in finds her choice again at her next sign-in, and in her mail. */
@WebServlet("/language")
public class LanguageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient MyAccount account;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var language = request.getParameter("language");
        Language.remember(request, response, language);
        if (request.getUserPrincipal() != null) {
            account.speak(language);
        }
        response.sendRedirect(LocalPath.orElse(request.getParameter("to"), "/"));
    }
}
