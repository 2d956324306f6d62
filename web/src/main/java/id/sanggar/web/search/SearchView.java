package id.sanggar.web.search;

import id.sanggar.search.DocumentKind;
import id.sanggar.search.SearchRequest;
import id.sanggar.search.SearchResult;
import id.sanggar.search.Searching;
import id.sanggar.shared.Slug;
import id.sanggar.web.shared.PageNumber;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Searching: the words and the narrowing stand in the address, so that a search can be kept and shared. */
@Named
@RequestScoped
public class SearchView {

    @Inject
    private Searching searching;

    @Inject
    private Texts text;

    @Inject
    private HttpServletRequest request;

    private SearchResult result;

    public String getWords() {
        var words = request.getParameter("q");
        return words == null ? "" : words.strip();
    }

    public String getCourse() {
        var course = request.getParameter("course");
        return Slug.isValid(course) ? course : null;
    }

    public String getKind() {
        var kind = request.getParameter("kind");
        return Arrays.stream(DocumentKind.values()).map(Enum::name).filter(name -> name.equals(kind)).findFirst()
                .orElse(null);
    }

    public String getLanguage() {
        var language = request.getParameter("lang");
        return "id".equals(language) || "en".equals(language) ? language : null;
    }

    public SearchResult getResult() {
        if (result == null) {
            result = searching.search(new SearchRequest(getWords(), getCourse(),
                    getKind() == null ? null : DocumentKind.valueOf(getKind()), getLanguage(), PageNumber.of(request)),
                    text.locale());
        }
        return result;
    }

    /** The kinds that were found, most first. */
    public List<Map.Entry<DocumentKind, Long>> getKinds() {
        return getResult().kinds().entrySet().stream()
                .sorted(Map.Entry.<DocumentKind, Long>comparingByValue().reversed())
                .toList();
    }

    /** The address of this search, narrowed to a course; to all courses for null. */
    public String narrowedToCourse(String course) {
        return address(getWords(), course, getKind(), getLanguage(), 1);
    }

    /** The address of this search, narrowed to a kind; to all kinds for null. */
    public String narrowedToKind(String kind) {
        return address(getWords(), getCourse(), kind, getLanguage(), 1);
    }

    /** The address of this search, narrowed to a language; to all languages for null. */
    public String narrowedToLanguage(String language) {
        return address(getWords(), getCourse(), getKind(), language, 1);
    }

    /** The address of another page of this search. */
    public String page(int number) {
        return address(getWords(), getCourse(), getKind(), getLanguage(), number);
    }

    /** The address of a search for other words. */
    public String meant(String words) {
        return address(words, null, null, null, 1);
    }

    private static String address(String words, String course, String kind, String language, int page) {
        return "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)
                + (course == null ? "" : "&course=" + course)
                + (kind == null ? "" : "&kind=" + kind)
                + (language == null ? "" : "&lang=" + language)
                + (page == 1 ? "" : "&page=" + page);
    }
}
