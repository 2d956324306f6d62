package id.sanggar.web.shared;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

/** The pages made with PrimeFaces, for people at a desk. */
final class StaffPages {

    private StaffPages() {
    }

    static boolean contains(String path) {
        return path.startsWith("/manage") || path.startsWith("/studio") || path.startsWith("/admin");
    }

    /** Whether the request, on its way from the front door, has come to the view of such a page. */
    static boolean show(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.FORWARD
                && request.getAttribute(RouteFilter.MATCH) instanceof Route.Match match
                && contains(match.route().pattern());
    }
}
