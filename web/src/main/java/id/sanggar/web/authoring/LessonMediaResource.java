package id.sanggar.web.authoring;

import id.sanggar.authoring.LessonWriting;
import id.sanggar.identity.Role;
import id.sanggar.media.MediaItem;
import id.sanggar.shared.Invalid;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/** What the lessons of a course may show: what the course has, and what the library of its owner holds. */
@RequestScoped
@Path("studio/courses/{course}/media")
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LessonMediaResource {

    private static final int LONGEST_SEARCH = 100;

    @Inject
    private LessonWriting writing;

    @PathParam("course")
    private String course;

    /**
     * Something in the library.
     *
     * @param thumbnail address of a small picture of it; null where there is none
     */
    public record Found(UUID code, String name, String kind, String alt, String thumbnail, long size) {
    }

    /** What was found, and whether there is more of it. */
    public record Shelf(List<Found> items, boolean more) {
    }

    /** Something from the library that a lesson shall show. */
    public record Wanted(UUID item) {
    }

    @GET
    public List<LessonWriting.Shown> media() {
        return writing.media(course);
    }

    @GET
    @Path("library")
    public Shelf library(@QueryParam("words") String words) {
        var asked = words == null ? "" : words.strip();
        if (asked.length() > LONGEST_SEARCH || asked.indexOf('\0') >= 0) {
            throw Invalid.of("words", "authoring.lesson-search-too-long", LONGEST_SEARCH);
        }
        var page = writing.library(course, asked, 1);
        return new Shelf(page.items().stream()
                .map(item -> new Found(item.code(), item.name(), item.kind().name(), item.alt(),
                        thumbnail(item.thumbnailAddress(), item), item.size()))
                .toList(), page.hasNext());
    }

    /** A drawing is small itself. */
    private static String thumbnail(String address, MediaItem item) {
        if (address != null) {
            return "/media/" + address;
        }
        return item.contentType().startsWith("image/") ? "/media/" + item.address() : null;
    }

    /** From now on the course may show it, under the name that is answered. */
    @POST
    public LessonWriting.Shown show(Wanted wanted) {
        if (wanted == null || wanted.item() == null) {
            throw Invalid.of("item", "authoring.lesson-without-item");
        }
        return writing.show(course, wanted.item());
    }
}
