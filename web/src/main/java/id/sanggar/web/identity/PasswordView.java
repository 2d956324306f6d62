package id.sanggar.web.identity;

import id.sanggar.identity.AddressThrottle;
import id.sanggar.identity.PasswordResetting;
import id.sanggar.web.shared.ClientNetwork;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Asking for a new password, and choosing it. */
@Named
@RequestScoped
public class PasswordView {

    @Inject
    private AddressThrottle throttle;

    @Inject
    private PasswordResetting resetting;

    @Inject
    private RouteParameters route;

    @Inject
    private HttpServletRequest request;

    private String contact;

    private String password;

    public void send() throws IOException {
        throttle.beforeLink(ClientNetwork.of(request));
        resetting.request(contact);
        Redirect.to("/password?sent");
    }

    public void save() throws IOException {
        resetting.choose(route.text("token"), password);
        Redirect.to("/login");
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
