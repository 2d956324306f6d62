package id.sanggar.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** The sign-in form. */
@Named
@RequestScoped
public class LoginView {

    @Inject
    private SigningIn signingIn;

    @Inject
    private HttpServletRequest request;

    private String contact;

    private String password;

    public void signIn() throws IOException {
        signingIn.signIn(contact, password, request.getParameter("to"));
    }

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
