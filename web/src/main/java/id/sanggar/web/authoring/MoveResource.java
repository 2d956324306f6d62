package id.sanggar.web.authoring;

import id.sanggar.authoring.StudioPublishing;
import id.sanggar.identity.Role;
import id.sanggar.web.shared.Progress;
import id.sanggar.web.shared.Texts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Learners on their way to a newer version. */
@RequestScoped
@Path("studio/courses/{course}/move")
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class MoveResource {

    @Inject
    private StudioPublishing publishing;

    @Inject
    private Texts text;

    @GET
    public Progress progress(@PathParam("course") String course) {
        var now = publishing.moving(course);
        return new Progress(now.running(), now.seen(), now.total(),
                text.of("authoring.moved-of", now.seen(), now.total()));
    }
}
