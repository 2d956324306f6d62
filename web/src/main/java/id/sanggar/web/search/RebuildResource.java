package id.sanggar.web.search;

import id.sanggar.identity.Role;
import id.sanggar.search.Rebuilding;
import id.sanggar.web.shared.Progress;
import id.sanggar.web.shared.Texts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The index of the full-text search while it is built anew. */
@RequestScoped
@Path("search/rebuild")
@RolesAllowed(Role.IS_ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class RebuildResource {

    @Inject
    private Rebuilding rebuilding;

    @Inject
    private Texts text;

    @GET
    public Progress progress() {
        boolean running = rebuilding.isRunning();
        return rebuilding.progress()
                .map(now -> new Progress(running, now.done(), now.total(),
                        text.of("search.rebuilt-of", now.done(), now.total())))
                .orElseGet(() -> new Progress(running, 0, 0, text.of("search.rebuild-begins")));
    }
}
