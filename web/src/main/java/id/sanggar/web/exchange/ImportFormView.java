package id.sanggar.web.exchange;

import id.sanggar.authoring.Draft;
import id.sanggar.authoring.DraftReading;
import id.sanggar.authoring.StudioCourses;
import id.sanggar.course.Outline;
import id.sanggar.exchange.Import;
import id.sanggar.exchange.ImportKind;
import id.sanggar.exchange.Imports;
import id.sanggar.shared.Slug;
import id.sanggar.web.shared.FileFormServlet;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where an upload begins: what it is, and where it is to go. What is chosen stands in the address. */
@Named
@RequestScoped
public class ImportFormView {

    @Inject
    private StudioCourses courses;

    @Inject
    private DraftReading drafts;

    @Inject
    private Imports imports;

    @Inject
    private HttpServletRequest request;

    private Draft draft;

    private List<Import> recent;

    private List<StudioCourses.Choice> choices;

    private List<Outline.Owner> owners;

    /** What is brought; null as long as nothing is chosen. */
    public ImportKind getKind() {
        var asked = String.valueOf(request.getParameter("what")).toUpperCase(Locale.ROOT);
        return Stream.of(ImportKind.values()).filter(kind -> kind.name().equals(asked)).findFirst().orElse(null);
    }

    public ImportKind[] getKinds() {
        return ImportKind.values();
    }

    /** Those that may take something. */
    public List<StudioCourses.Choice> getCourses() {
        if (choices == null) {
            choices = courses.choices();
        }
        return choices;
    }

    public List<Outline.Owner> getOrganisations() {
        if (owners == null) {
            owners = courses.organisations();
        }
        return owners;
    }

    /** The draft that is to take it; null for a new course, or as long as none is chosen. */
    public Draft getDraft() {
        var asked = request.getParameter("course");
        if (draft == null && Slug.isValid(asked)) {
            draft = drafts.draft(asked);
        }
        return draft;
    }

    /** Whether everything is chosen but the file. */
    public boolean isComplete() {
        return getKind() != null && (getDraft() != null
                || getKind() == ImportKind.PACK && request.getParameter("course") != null);
    }

    public List<Import> getRecent() {
        if (recent == null) {
            recent = imports.recent();
        }
        return recent;
    }

    public int getMegabytes() {
        return Imports.LARGEST / 1_000_000;
    }

    /** What went wrong with the last upload; shown once. */
    public String getSaid() {
        return FileFormServlet.said(request);
    }
}
