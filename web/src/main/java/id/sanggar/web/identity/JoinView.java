package id.sanggar.web.identity;

import id.sanggar.identity.AddressThrottle;
import id.sanggar.identity.TakingOver;
import id.sanggar.web.shared.ClientNetwork;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/** A person takes over the account that was made for her, by the code on her paper or in her link. */
@Named
@RequestScoped
public class JoinView {

    @Inject
    private AddressThrottle throttle;

    @Inject
    private TakingOver takingOver;

    @Inject
    private SigningIn signingIn;

    @Inject
    private RouteParameters route;

    @Inject
    private HttpServletRequest request;

    private Optional<TakingOver.Invited> invited;

    private String password;

    private boolean consent;

    /** As it stands in the address, or was typed; null if none was. */
    public String getCode() {
        var typed = request.getParameter("code");
        var linked = route.text("code");
        return linked == null ? typed : linked;
    }

    /** Whose account it is; null if the code leads nowhere, or none was typed. */
    public TakingOver.Invited getInvited() {
        if (invited == null) {
            if (getCode() == null) {
                invited = Optional.empty();
            } else {
                throttle.beforeCode(ClientNetwork.of(request));
                invited = takingOver.find(getCode());
            }
        }
        return invited.orElse(null);
    }

    public void join() throws IOException {
        throttle.beforeCode(ClientNetwork.of(request));
        signingIn.signIn(takingOver.takeOver(getCode(), password, consent), password, null);
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public boolean isConsent() {
        return consent;
    }

    public void setConsent(boolean consent) {
        this.consent = consent;
    }
}
