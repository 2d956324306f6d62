package id.sanggar.web.shared;

import id.sanggar.shared.NotFound;
import id.sanggar.shared.Slug;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** What the address of the page says: {@code course} in {@code /learn/{course}}. Checked before it is handed out. */
@RequestScoped
public class RouteParameters {

    @Inject
    private HttpServletRequest request;

    /** @throws NotFound if what stands there cannot be a slug */
    public String slug(String name) {
        return Slug.require(text(name));
    }

    /** @throws NotFound if what stands there is not a UUID */
    public UUID uuid(String name) {
        try {
            return UUID.fromString(text(name));
        } catch (IllegalArgumentException notOne) {
            throw new NotFound("uuid");
        }
    }

    /** As it stands in the address: untrusted. */
    public String text(String name) {
        return ((Route.Match) request.getAttribute(RouteFilter.MATCH)).parameters().get(name);
    }

    /** The address a form of this page posts to. */
    public static String action(HttpServletRequest request) {
        var path = (String) request.getAttribute("jakarta.servlet.forward.request_uri");
        var query = (String) request.getAttribute("jakarta.servlet.forward.query_string");
        return query == null ? path : path + "?" + query;
    }
}
