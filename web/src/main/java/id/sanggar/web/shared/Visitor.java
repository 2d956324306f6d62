package id.sanggar.web.shared;

import id.sanggar.identity.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;

/** Whoever looks at the page, as far as the page's frame must know. Never starts a session. */
@Named
@RequestScoped
public class Visitor {

    /** Attribute of the session: when it began, as an instant. */
    static final String SINCE = "id.sanggar.visitor.since";

    private static final String NAME = "id.sanggar.visitor.name";

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    public boolean isSignedIn() {
        return request.getUserPrincipal() != null;
    }

    /** As on the identity card; null for someone who is not signed in. */
    public String getName() {
        var session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(NAME);
    }

    /** How the header calls her. */
    public String getFirstName() {
        var name = getName();
        return name == null ? null : name.split(" ", 2)[0];
    }

    public boolean isManager() {
        return request.isUserInRole(Role.IS_MANAGER) || request.isUserInRole(Role.IS_ADMIN);
    }

    public boolean isAuthor() {
        return request.isUserInRole(Role.IS_AUTHOR) || request.isUserInRole(Role.IS_ADMIN);
    }

    public boolean isAdmin() {
        return request.isUserInRole(Role.IS_ADMIN);
    }

    /** The token every form carries (see {@link CsrfFilter}). */
    public String getCsrf() {
        return (String) request.getAttribute(CsrfFilter.TOKEN);
    }

    /** The address of this page, to come back to. */
    public String getHere() {
        return RouteParameters.action(request);
    }

    /**
     * She has just signed in. Kept for as long as the session lasts.
     *
     * @param name as on the identity card
     */
    public void remember(String name) {
        request.getSession().setAttribute(NAME, name);
        request.getSession().setAttribute(SINCE, clock.instant());
    }
}
