package id.sanggar.web.exchange;

import id.sanggar.exchange.ImportState;
import id.sanggar.exchange.Imports;
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
import java.util.UUID;

/** Large imports at work. */
@RequestScoped
@Path("studio/imports/{import}")
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    @Inject
    private Imports imports;

    @Inject
    private Texts text;

    @GET
    @Path("progress")
    public Progress progress(@PathParam("import") UUID code) {
        var now = imports.find(code);
        return new Progress(now.state() == ImportState.APPLYING, now.done(), now.total(),
                text.of("exchange.done-of", now.done(), now.total()));
    }
}
