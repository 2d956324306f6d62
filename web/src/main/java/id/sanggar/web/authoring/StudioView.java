package id.sanggar.web.authoring;

import id.sanggar.authoring.StudioCourse;
import id.sanggar.authoring.StudioCourses;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Page;
import id.sanggar.web.shared.PageNumber;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The courses an author may write. */
@Named
@RequestScoped
public class StudioView {

    @Inject
    private StudioCourses studio;

    @Inject
    private Texts text;

    @Inject
    private HttpServletRequest request;

    private Page<StudioCourse> courses;

    public Page<StudioCourse> getCourses() {
        if (courses == null) {
            courses = studio.courses(getQuery(), PageNumber.of(request));
        }
        return courses;
    }

    /** What is searched for; empty for all. */
    public String getQuery() {
        var query = request.getParameter("q");
        return query == null ? "" : query.strip();
    }

    /** The address of the list up to the number of its page. */
    public String getHref() {
        return getQuery().isEmpty() ? "/studio?"
                : "/studio?q=" + URLEncoder.encode(getQuery(), StandardCharsets.UTF_8) + "&";
    }

    /** In the reader's language, else in the other: a draft need not be translated. */
    public String name(LocalizedText title) {
        var own = text.in(title);
        return own.isEmpty() ? title.id() + title.en() : own;
    }
}
