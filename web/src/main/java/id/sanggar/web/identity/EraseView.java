package id.sanggar.web.identity;

import id.sanggar.identity.AddressThrottle;
import id.sanggar.identity.Erasing;
import id.sanggar.web.shared.ClientNetwork;
import id.sanggar.web.shared.Redirect;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** A person has what Sanggar keeps of her erased. */
@Named
@RequestScoped
public class EraseView {

    @Inject
    private Erasing erasing;

    @Inject
    private AddressThrottle throttle;

    @Inject
    private HttpServletRequest request;

    private String password;

    public void erase() throws IOException, ServletException {
        throttle.beforeErasing(ClientNetwork.of(request));
        erasing.eraseMe(password);
        request.logout();
        request.getSession().invalidate();
        Redirect.to("/privacy?erased");
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
