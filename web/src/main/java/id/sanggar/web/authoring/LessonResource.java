package id.sanggar.web.authoring;

import id.sanggar.authoring.DraftLesson;
import id.sanggar.authoring.LessonDifference;
import id.sanggar.authoring.LessonFacts;
import id.sanggar.authoring.LessonMerge.Piece;
import id.sanggar.authoring.LessonSaved;
import id.sanggar.authoring.LessonWriting;
import id.sanggar.course.LessonPreview;
import id.sanggar.course.LessonTree;
import id.sanggar.identity.Role;
import id.sanggar.shared.Invalid;
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
import jakarta.ws.rs.core.Response;
import java.util.List;

/** A lesson while it is being written: saved as it grows, put together with what others write, shown as it will be. */
@RequestScoped
@Path("studio/courses/{course}/lessons/{activity}")
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LessonResource {

    @Inject
    private LessonWriting writing;

    @Inject
    private Texts text;

    @PathParam("course")
    private String course;

    @PathParam("activity")
    private String activity;

    /**
     * A text to be saved.
     *
     * @param revision it is made of
     * @param base the text it is made of, where that is not the text of that revision; else null
     */
    public record Written(Integer revision, String base, String text) {
    }

    /** A text to be shown. */
    public record Shown(String text) {
    }

    /** Two texts to be compared. */
    public record Compared(String before, String after) {
    }

    /** Facts as they were read and as they should be. */
    public record Described(LessonFacts read, LessonFacts wanted) {
    }

    /** The lesson as it is now; {@code tree} is what the editor works on. */
    public record Opened(int revision, String text, LessonTree tree, LessonFacts facts) {
    }

    /**
     * What a saved text has become.
     *
     * @param merged whether another had written meanwhile; then {@code text} and {@code tree} are both texts in one
     * @param by name of the other
     */
    public record Kept(int revision, boolean merged, String text, LessonTree tree, String by) {
    }

    /** Why a text was only set aside: somebody must choose. {@code text} is that of the other. */
    public record Clash(String title, int status, String detail, int revision, String text, String by,
            List<Piece> pieces) {
    }

    /**
     * The lesson as its learners will see it.
     *
     * @param meter in words what it weighs
     */
    public record Seen(String html, LessonTree tree, LessonPreview.Weight weight, boolean within, String meter,
            String played, List<String> missing) {
    }

    /** Nothing but the lesson's revision. */
    public record Revision(int revision) {
    }

    @GET
    public Opened open() {
        DraftLesson lesson = writing.open(course, activity);
        return new Opened(lesson.revision(), lesson.text(), LessonTree.of(lesson.text()), lesson.facts());
    }

    /** @return a {@link Kept}, or a {@link Clash} with the status 409 */
    @PUT
    public Response save(Written written) {
        if (written == null || written.revision() == null || written.text() == null) {
            throw Invalid.of("text", "authoring.lesson-without-text");
        }
        var saved = writing.save(course, activity, written.revision(), written.base(), written.text());
        if (saved.outcome() == LessonSaved.Outcome.CONFLICT) {
            return Response.status(Response.Status.CONFLICT).entity(new Clash("Conflict",
                    Response.Status.CONFLICT.getStatusCode(), text.of("authoring.lesson-clash", name(saved.by())),
                    saved.revision(), saved.text(), name(saved.by()), saved.pieces())).build();
        }
        boolean merged = saved.outcome() == LessonSaved.Outcome.MERGED;
        return Response.ok(new Kept(saved.revision(), merged, merged ? saved.text() : null,
                merged ? LessonTree.of(saved.text()) : null, merged ? name(saved.by()) : null)).build();
    }

    private String name(String of) {
        return of == null ? text.of("authoring.lesson-system") : of;
    }

    @PUT
    @Path("facts")
    public Revision describe(Described described) {
        if (described == null || described.read() == null || described.wanted() == null) {
            throw Invalid.of("title", "authoring.lesson-without-title");
        }
        return new Revision(writing.describe(course, activity, described.read(), described.wanted()));
    }

    /** Asked every few seconds by every page on which the lesson is open. */
    @PUT
    @Path("presence")
    public LessonWriting.Others present() {
        return writing.present(course, activity);
    }

    @POST
    @Path("preview")
    public Seen preview(Shown shown) {
        if (shown == null || shown.text() == null) {
            throw Invalid.of("text", "authoring.lesson-without-text");
        }
        var preview = writing.preview(course, activity, shown.text());
        var weight = preview.weight();
        return new Seen(preview.html(), LessonTree.of(shown.text().replace("\r\n", "\n")), weight,
                weight.isWithinBudget(), LessonMeter.of(weight, text),
                weight.played() == 0 ? null : text.of("authoring.lesson-played", text.size(weight.played())),
                preview.missing());
    }

    @POST
    @Path("difference")
    public LessonDifference compare(Compared compared) {
        if (compared == null) {
            throw Invalid.of("text", "authoring.lesson-without-text");
        }
        return writing.compare(course, compared.before(), compared.after());
    }

    /** What the lesson may ask, of the course's bank. */
    @GET
    @Path("questions")
    public List<LessonWriting.Asked> questions() {
        return writing.questions(course);
    }
}
