package id.sanggar.web.shared;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The pages made with PrimeFaces, for people at a desk. */
final class StaffPages {

    private static final Pattern PREVIEW = Pattern.compile("/studio/[^/]+/preview/[^/]+");

    private StaffPages() {
    }

    static boolean contains(String path) {
        return (path.startsWith("/manage") || path.startsWith("/studio") || path.startsWith("/admin"))
                && !isPreview(path);
    }

    /** Whether it is a learner's page as its author sees it, within a page of the studio. */
    static boolean isPreview(String path) {
        return PREVIEW.matcher(path).matches();
    }

    /** Whether the request, on its way from the front door, has come to the view of such a page. */
    static boolean show(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.FORWARD
                && request.getAttribute(RouteFilter.MATCH) instanceof Route.Match match
                && contains(match.route().pattern());
    }
}
