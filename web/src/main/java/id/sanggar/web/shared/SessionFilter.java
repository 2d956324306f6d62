package id.sanggar.web.shared;

import id.sanggar.identity.OpenSessions;
import id.sanggar.identity.Role;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Ends the sessions that hold no more: their owners go on as people who are not signed in. */
public class SessionFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient OpenSessions sessions;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var session = request.getSession(false);
        var caller = session == null ? null : request.getUserPrincipal();
        if (caller != null && session.getAttribute(Visitor.SINCE) instanceof Instant since
                && !sessions.holds(Long.parseLong(caller.getName()), since, grantedRoles(request))) {
            request.logout();
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    private static List<String> grantedRoles(HttpServletRequest request) {
        return Stream.of(Role.IS_AUTHOR, Role.IS_MANAGER, Role.IS_ADMIN).filter(request::isUserInRole).toList();
    }
}
