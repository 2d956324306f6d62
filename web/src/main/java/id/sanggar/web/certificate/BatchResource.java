package id.sanggar.web.certificate;

import id.sanggar.certificate.BatchState;
import id.sanggar.certificate.Issuing;
import id.sanggar.identity.Role;
import id.sanggar.web.shared.Progress;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** Batches of certificates at work. */
@RequestScoped
@Path("batches/{code}")
@RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class BatchResource {

    @Inject
    private Issuing issuing;

    @Inject
    private Pace pace;

    @GET
    @Path("progress")
    public Progress progress(@PathParam("code") UUID code) {
        var now = issuing.progress(code);
        return new Progress(now.state() == BatchState.RUNNING, now.done() + now.failed(), now.total(), pace.of(now));
    }
}
