package id.sanggar.web.search;

import id.sanggar.search.Searching;
import id.sanggar.web.shared.Texts;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Where to go, while one is still typing. */
@RequestScoped
@Path("search/suggestions")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class SuggestionResource {

    @Inject
    private Searching searching;

    @Inject
    private Texts text;

    /** @param url a local address */
    public record Suggestion(String kind, String title, String url) {
    }

    @GET
    public List<Suggestion> suggestions(@QueryParam("q") String start) {
        return searching.suggest(start).stream()
                .map(found -> new Suggestion(text.of("search.kind-" + found.kind()), text.in(found.title()),
                        found.activity() == null
                                ? "/courses/" + found.course()
                                : "/learn/" + found.course() + "/" + found.activity()))
                .toList();
    }
}
