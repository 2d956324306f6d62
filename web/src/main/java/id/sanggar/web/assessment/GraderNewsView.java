package id.sanggar.web.assessment;

import id.sanggar.assessment.Attempting;
import id.sanggar.assessment.GraderNews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What a learner's home tells of her graders. */
@Named
@RequestScoped
public class GraderNewsView {

    @Inject
    private Attempting attempting;

    private List<GraderNews> items;

    public List<GraderNews> getItems() {
        if (items == null) {
            items = attempting.news();
        }
        return items;
    }
}
