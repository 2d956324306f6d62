package id.sanggar.web.media;

import id.sanggar.identity.Role;
import id.sanggar.media.Upload;
import id.sanggar.media.UploadState;
import id.sanggar.media.Uploading;
import id.sanggar.shared.Invalid;
import id.sanggar.web.shared.Texts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Files that come in pieces: an upload is begun, takes its pieces in order, and is looked through when all are there.
 * Every request may be repeated.
 */
@RequestScoped
@Path("studio/uploads")
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class UploadResource {

    /** As RFC 9530 writes a digest. */
    private static final Pattern DIGEST = Pattern.compile("sha-256=:([A-Za-z0-9+/]{43}=):");

    @Inject
    private Uploading uploading;

    @Inject
    private Texts text;

    /**
     * A file that somebody wants to send.
     *
     * @param organisation slug of the library's owner
     * @param replaces code of the item whose content it becomes; null for a new one
     * @param beginning SHA-256 of its first piece, in hexadecimal digits
     */
    public record Begun(String organisation, UUID replaces, String name, long size, String beginning) {
    }

    /**
     * How far an upload is.
     *
     * @param received bytes that are here, and where to go on
     * @param problem why it was refused, in the caller's language; null otherwise
     * @param item code of what it became; null as long as it has become nothing
     */
    public record Standing(UUID code, UploadState state, String name, long size, long received, String problem,
            UUID item) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Standing begin(Begun file) {
        if (file == null) {
            throw Invalid.of("file", "media.nameless");
        }
        return standing(uploading.begin(file.organisation() == null ? "" : file.organisation(), file.replaces(),
                file.name(), file.size(), file.beginning()));
    }

    @GET
    @Path("{upload}")
    public Standing standing(@PathParam("upload") UUID code) {
        return standing(uploading.upload(code));
    }

    @PUT
    @Path("{upload}/pieces/{offset}")
    @Consumes(MediaType.WILDCARD)
    public Standing take(@PathParam("upload") UUID code, @PathParam("offset") long offset,
            @HeaderParam("Content-Digest") String digest, InputStream piece) throws IOException {
        // One byte more than a piece has tells that it is too long.
        return standing(uploading.take(code, offset, piece.readNBytes(Uploading.PIECE + 1), hexadecimal(digest)));
    }

    @POST
    @Path("{upload}/completion")
    @Consumes(MediaType.WILDCARD)
    public Standing complete(@PathParam("upload") UUID code) {
        return standing(uploading.complete(code));
    }

    @DELETE
    @Path("{upload}")
    public Response discard(@PathParam("upload") UUID code) {
        uploading.discard(code);
        return Response.noContent().build();
    }

    private static String hexadecimal(String digest) {
        var told = DIGEST.matcher(digest == null ? "" : digest);
        return told.matches() ? HexFormat.of().formatHex(Base64.getDecoder().decode(told.group(1))) : "";
    }

    private Standing standing(Upload upload) {
        return new Standing(upload.code(), upload.state(), upload.fileName(), upload.size(), upload.received(),
                upload.problem() == null ? null : text.say(upload.problem()), upload.item());
    }
}
