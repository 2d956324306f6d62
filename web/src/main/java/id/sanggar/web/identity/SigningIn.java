package id.sanggar.web.identity;

import id.sanggar.identity.MyAccount;
import id.sanggar.identity.SignInThrottle;
import id.sanggar.shared.Conflict;
import id.sanggar.web.shared.ClientNetwork;
import id.sanggar.web.shared.Language;
import id.sanggar.web.shared.LocalPath;
import id.sanggar.web.shared.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.Password;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Opens a session for someone who knows her password, and takes her where she was going. */
@RequestScoped
public class SigningIn {

    @Inject
    private SecurityContext security;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private MyAccount account;

    @Inject
    private Visitor visitor;

    @Inject
    private HttpServletRequest request;

    /**
     * @param to a local address, untrusted; the learner's home if it is none
     * @throws Conflict if the password does not match, or after too many that did not
     */
    public void signIn(String contact, String password, String to) throws IOException {
        throttle.beforeAttempt(contact, ClientNetwork.of(request));
        var faces = FacesContext.getCurrentInstance();
        var response = (HttpServletResponse) faces.getExternalContext().getResponse();
        beginAnew();
        var status = security.authenticate(request, response, AuthenticationParameters.withParams()
                .credential(new UsernamePasswordCredential(contact, new Password(password == null ? "" : password)))
                .newAuthentication(true));
        if (status == AuthenticationStatus.SEND_FAILURE || status == AuthenticationStatus.NOT_DONE) {
            throw new Conflict("identity.sign-in-failed");
        }
        throttle.succeeded(contact, ClientNetwork.of(request));
        var me = account.me();
        visitor.remember(me.name());
        Language.remember(request, response, me.locale());
        if (status == AuthenticationStatus.SUCCESS) {
            faces.getExternalContext().redirect(LocalPath.orElse(to, "/learn"));
        }
        faces.responseComplete();
    }

    /**
     * Whoever planted a session before sign-in must not own the one after it; and whoever left hers open on a machine
     * that others use must not be taken for the next one, nor the next one for her.
     */
    private void beginAnew() {
        try {
            request.logout();
        } catch (ServletException stuck) {
            throw new IllegalStateException(stuck);
        }
        var left = request.getSession(false);
        if (left != null) {
            left.invalidate();
        }
        request.getSession();
    }
}
