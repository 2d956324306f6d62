package id.sanggar.web.assessment;

import id.sanggar.assessment.Attempting;
import id.sanggar.assessment.QuizPage;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** A quiz before it is begun: what to expect, the attempts so far, the button to start. */
@Named
@RequestScoped
public class QuizView {

    @Inject
    private Attempting attempting;

    @Inject
    private RouteParameters route;

    private QuizPage page;

    public QuizPage getPage() {
        if (page == null) {
            page = attempting.quiz(route.slug("course"), route.slug("activity"));
        }
        return page;
    }

    /** Begins an attempt, or goes on with the one that is open. */
    public void start() throws IOException {
        var attempt = attempting.start(route.slug("course"), route.slug("activity"));
        Redirect.to("/attempts/" + attempt);
    }
}
