package id.sanggar.web.authoring;

import id.sanggar.authoring.DraftReviewing;
import id.sanggar.authoring.ReviewPage;
import id.sanggar.course.Transition;
import id.sanggar.shared.LocalizedText;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * How the studio's pages say what is written nowhere as a sentence: values of settings, titles not translated yet; and
 * what waits for whoever looks.
 */
@Named
@RequestScoped
public class StudioWords {

    /** Constants that have words of their own. */
    private static final Set<String> NAMED = Set.of("ACKNOWLEDGED", "SUBMITTED", "PASSED", "NONE", "BEGINNER",
            "INTERMEDIATE", "ADVANCED", "PUBLIC", "MEMBERS", "LESSON", "QUIZ", "SHEET", "PRETEST", "SECTION",
            "POSTTEST");

    @Inject
    private Texts text;

    @Inject
    private HttpServletRequest request;

    @Inject
    private DraftReviewing reviewing;

    private List<ReviewPage.Waiting> waiting;

    /** The drafts that wait for her approval. */
    public List<ReviewPage.Waiting> getWaiting() {
        if (waiting == null) {
            waiting = reviewing.waiting();
        }
        return waiting;
    }

    /** A title in the reader's language, or in Indonesian while it is not translated. */
    public String title(LocalizedText title) {
        var said = text.in(title);
        return said.isBlank() ? title.id().isBlank() ? text.of("authoring.untitled") : title.id() : said;
    }

    public String value(String value) {
        return NAMED.contains(value) ? text.of("authoring.value-" + value) : value;
    }

    /** What may become of those who have begun. */
    public List<Transition> getTransitions() {
        return List.of(Transition.UNREACHED, Transition.EVERYONE, Transition.KEEP);
    }

    /** The one that is chosen on the form, or that is offered first. */
    public Transition getChosen() {
        var asked = request.getParameter("transition");
        return Arrays.stream(Transition.values()).filter(choice -> choice.name().equals(asked)).findFirst()
                .orElse(Transition.UNREACHED);
    }
}
