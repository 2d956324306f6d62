package id.sanggar.web.exchange;

import id.sanggar.exchange.members.MemberImports;
import id.sanggar.identity.Role;
import id.sanggar.shared.Invalid;
import id.sanggar.web.shared.Progress;
import id.sanggar.web.shared.Texts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** Tables of members that come in pieces, and how far the work on them is. Every piece may be sent again. */
@RequestScoped
@Path("manage/imports")
@RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class MemberImportResource {

    @Inject
    private MemberImports imports;

    @Inject
    private Texts text;

    /**
     * A table that somebody wants to send.
     *
     * @param programme slug
     * @param partner slug of who serves all of its people; empty where a column says it
     * @param size in bytes
     */
    public record Announced(String programme, String partner, String name, long size) {
    }

    /**
     * How much is here.
     *
     * @param piece bytes of a piece
     */
    public record Standing(UUID code, long received, int piece) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Standing begin(Announced file) {
        if (file == null) {
            throw Invalid.of("file", "exchange.no-file");
        }
        return new Standing(imports.begin(file.programme(), file.partner(), file.name(), file.size()), 0,
                MemberImports.PIECE);
    }

    @PUT
    @Path("{table}/pieces/{offset}")
    @Consumes(MediaType.WILDCARD)
    public Standing take(@PathParam("table") UUID code, @PathParam("offset") long offset, InputStream piece)
            throws IOException {
        // One byte more than a piece has tells that it is too long.
        return new Standing(code, imports.take(code, offset, piece.readNBytes(MemberImports.PIECE + 1)),
                MemberImports.PIECE);
    }

    @POST
    @Path("{table}/completion")
    @Consumes(MediaType.WILDCARD)
    public Standing complete(@PathParam("table") UUID code) {
        imports.complete(code);
        return new Standing(code, 0, MemberImports.PIECE);
    }

    @GET
    @Path("{table}/progress")
    public Progress progress(@PathParam("table") UUID code) {
        var now = imports.find(code);
        return switch (now.state()) {
            case CHECKING -> new Progress(true, now.rows(), Math.max(now.rows(), now.total()),
                    text.of("exchange.people-read", text.number(now.rows())));
            case APPLYING, UNDOING -> new Progress(true, now.done(), now.total(),
                    text.of("exchange.people-done", text.number(now.done()), text.number(now.total())));
            default -> new Progress(false, now.done(), now.total(), "");
        };
    }
}
