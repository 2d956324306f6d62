package id.sanggar.web.assessment;

import id.sanggar.assessment.Answer;
import id.sanggar.assessment.Attempting;
import id.sanggar.assessment.Evidence;
import id.sanggar.identity.Role;
import id.sanggar.shared.Invalid;
import id.sanggar.web.shared.Texts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** Answers saved as they are given. */
@RequestScoped
@Path("attempts/{code}")
@RolesAllowed(Role.IS_LEARNER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AttemptResource {

    private static final int MOST_VALUES = 150;

    @Inject
    private Attempting attempting;

    @Inject
    private Evidence evidence;

    @Inject
    private Texts text;

    /**
     * An answer as the page's fields hold it.
     *
     * @param values of the question's fields; none takes the answer back
     * @param step number of the answer the page showed before; 0 for none
     */
    public record Given(List<String> values, int step) {
    }

    /** What stands there now, and what to say about it; {@code hint} is null where nothing need be said. */
    public record Kept(boolean saved, int step, List<String> values, String hint) {
    }

    /**
     * A piece of a photo. Sent again, it changes nothing.
     *
     * @param upload chosen by the sender, and then the photo's code
     * @param size of the whole file, in bytes
     * @param offset of this piece
     */
    @PUT
    @Path("photos/{position}/{upload}")
    @Consumes(MediaType.WILDCARD)
    public Evidence.Arrived photo(@PathParam("code") UUID code, @PathParam("position") int position,
            @PathParam("upload") UUID upload, @QueryParam("size") int size, @QueryParam("offset") int offset,
            InputStream piece) throws IOException {
        return evidence.receive(code, position, upload, size, offset,
                piece == null ? new byte[0] : piece.readNBytes(Evidence.LARGEST_PIECE + 1));
    }

    @PUT
    @Path("answers/{position}")
    public Kept answer(@PathParam("code") UUID code, @PathParam("position") int position, Given given) {
        if (given == null || given.values() == null || given.values().size() > MOST_VALUES
                || given.values().contains(null)) {
            throw Invalid.of("values", "assessment.answer-unreadable");
        }
        boolean empty = given.values().stream().allMatch(String::isBlank);
        var saved = attempting.answer(code, position, empty ? null : new Answer.Entered(given.values()), given.step());
        return new Kept(saved.saved(), saved.step(), saved.values(),
                saved.hint() == null ? null : text.say(saved.hint()));
    }
}
