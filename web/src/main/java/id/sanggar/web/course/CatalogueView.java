package id.sanggar.web.course;

import id.sanggar.course.Catalogue;
import id.sanggar.course.Catalogue.CourseCard;
import id.sanggar.shared.Page;
import id.sanggar.web.shared.PageNumber;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The courses open to everyone: all of them in pages, or the first few for the front page. */
@Named
@RequestScoped
public class CatalogueView {

    private static final int FEW = 6;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Texts text;

    @Inject
    private HttpServletRequest request;

    private Page<CourseCard> courses;

    public Page<CourseCard> getCourses() {
        if (courses == null) {
            courses = catalogue.courses(PageNumber.of(request), text.locale());
        }
        return courses;
    }

    public List<CourseCard> getFew() {
        var cards = getCourses().items();
        return cards.subList(0, Math.min(FEW, cards.size()));
    }
}
