package id.sanggar.web.programme;

import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.programme.ProgrammePages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Programmes as other pages list them. */
@Named
@RequestScoped
public class ProgrammesView {

    @Inject
    private ProgrammePages pages;

    @Inject
    private ProgrammeOutlines outlines;

    public List<ProgrammeOutline> getCurrent() {
        return pages.current();
    }

    public List<ProgrammeOutline> askingFor(long courseId) {
        return outlines.askingFor(courseId);
    }
}
