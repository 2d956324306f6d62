package id.sanggar.web.authoring;

import id.sanggar.authoring.CourseCreation;
import id.sanggar.authoring.CourseTemplate;
import id.sanggar.authoring.StudioCourses;
import id.sanggar.course.Outline;
import id.sanggar.web.shared.Redirect;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A course begins: from nothing, from a template or from another course. */
@Named
@RequestScoped
public class NewCourseView {

    @Inject
    private CourseCreation creation;

    @Inject
    private StudioCourses studio;

    @Inject
    private HttpServletRequest request;

    private final Map<String, String> typed = new HashMap<>(Map.of("language", "id"));

    private List<Outline.Owner> organisations;

    private List<StudioCourses.Choice> copies;

    /** The fields of the form by their names. */
    public Map<String, String> getTyped() {
        return typed;
    }

    public List<CourseTemplate> getTemplates() {
        return creation.templates();
    }

    /** The organisations it may belong to. */
    public List<Outline.Owner> getOrganisations() {
        if (organisations == null) {
            organisations = studio.organisations();
        }
        return organisations;
    }

    /** Courses to begin from. */
    public List<StudioCourses.Choice> getCopies() {
        if (copies == null) {
            copies = studio.choices();
        }
        return copies;
    }

    /** What is chosen to begin from: nothing, a template, or the course that the address names. */
    public String getFrom() {
        var chosen = request.getParameter("from");
        return chosen == null ? "" : chosen;
    }

    /** The course that is chosen to begin from; empty if none is. */
    public String getCopy() {
        var chosen = request.getParameter("copy");
        return chosen == null ? "" : chosen;
    }

    public void create() throws IOException {
        var fields = new HashMap<String, String>();
        typed.forEach((name, value) -> fields.put(name, value == null ? "" : value));
        fields.put("from", getFrom().equals("copy") ? "course:" + getCopy() : getFrom());
        Redirect.to("/studio/" + creation.create(fields) + "?did=created");
    }
}
