package id.sanggar.web.assessment;

import id.sanggar.assessment.Answer;
import id.sanggar.assessment.AttemptPage;
import id.sanggar.assessment.AttemptReview;
import id.sanggar.assessment.Attempting;
import id.sanggar.assessment.QuestionType;
import id.sanggar.assessment.QuizLayout;
import id.sanggar.assessment.Severity;
import id.sanggar.course.Outline;
import id.sanggar.course.Outlines;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * An attempt: its questions while it is open, its review afterwards. The form's fields are named {@code q1}, {@code q2}
 * … and hold what {@link Answer#values()} says, so that the page needs no script; with one, every answer is saved as it
 * is given.
 */
@Named
@RequestScoped
public class AttemptView {

    @Inject
    private Attempting attempting;

    @Inject
    private Outlines outlines;

    @Inject
    private RouteParameters route;

    @Inject
    private Texts text;

    @Inject
    private HttpServletRequest request;

    private static final Set<QuestionType> TASKS =
            EnumSet.of(QuestionType.ORDERING, QuestionType.HOTSPOT, QuestionType.ESSAY, QuestionType.PHOTO);

    private AttemptPage page;

    private AttemptReview review;

    private Outline course;

    public AttemptPage getPage() {
        if (page == null) {
            page = attempting.attempt(code());
        }
        return page;
    }

    public boolean isOpen() {
        return getPage().isOpen();
    }

    public AttemptReview getReview() {
        if (review == null) {
            review = attempting.review(code());
        }
        return review;
    }

    public Outline getCourse() {
        if (course == null) {
            course = outlines.version(getPage().quiz().versionId());
        }
        return course;
    }

    public Outline.Activity getActivity() {
        return getCourse().activity(getPage().quiz().activitySlug());
    }

    /** What a grader gave back stands on one page, however the quiz was laid out. */
    public boolean isAllOnOnePage() {
        return getPage().isReturned() || getPage().quiz().layout() == QuizLayout.ALL;
    }

    /** Whether some question on the page can do more with a script than save. */
    public boolean isTasks() {
        return isOpen() && !isSummary() && getShown().stream().anyMatch(question -> TASKS.contains(question.type()));
    }

    /** Whether the page is the one before handing in, with what is answered and what is not. */
    public boolean isSummary() {
        return !isAllOnOnePage() && request.getParameter("end") != null;
    }

    /** Position of the question on this page, from 1. */
    public int getPosition() {
        var asked = request.getParameter("q");
        int last = getPage().questions().size();
        return asked != null && asked.matches("[1-9][0-9]?") && Integer.parseInt(asked) <= last
                ? Integer.parseInt(asked)
                : getPage().firstOpen();
    }

    /** The questions on this page. */
    public List<AttemptPage.Question> getShown() {
        return isAllOnOnePage() ? getPage().toAnswer() : List.of(getPage().questions().get(getPosition() - 1));
    }

    /** What can be found at an element of a checklist, from nothing to the worst. */
    public Severity[] getSeverities() {
        return Severity.values();
    }

    /** Whole percents are enough for a person. */
    public long getScore() {
        return Math.round(getReview().score().doubleValue());
    }

    /** Keeps the answer on this page and goes to the next question, or to the page before handing in. */
    public void next() throws IOException {
        int position = getPosition();
        if (keep(position)) {
            goTo(position < getPage().questions().size() ? "?q=" + (position + 1) : "?end");
        }
    }

    /** Keeps the answer on this page and goes back one question. */
    public void previous() throws IOException {
        int position = getPosition();
        if (keep(position)) {
            goTo("?q=" + Math.max(1, position - 1));
        }
    }

    private boolean keep(int position) {
        var step = request.getParameter("step" + position);
        var saved = attempting.answer(code(), position, entered(position),
                step != null && step.matches("[0-9]{1,6}") ? Integer.parseInt(step) : 0);
        page = null;
        if (!saved.saved()) {
            tell(text.of("assessment.newer-elsewhere"));
        } else if (saved.hint() != null) {
            tell(text.say(saved.hint()));
        }
        return saved.saved() && saved.hint() == null;
    }

    /** Hands in what stands in the form, once everything is answered or she says that it may stay open. */
    public void submit() throws IOException {
        var answers = given();
        boolean open = isAllOnOnePage() && answers.size() < getPage().toAnswer().size();
        if (open && request.getParameter("leaveOpen") == null) {
            answers.forEach((position, answer) -> attempting.answer(code(), position, answer,
                    getPage().questions().get(position - 1).step()));
            page = null;
            tell(text.of("assessment.some-open", getPage().toAnswer().size() - answers.size()));
            request.setAttribute("leaveOpen", true);
            return;
        }
        attempting.submit(code(), answers);
        goTo("");
    }

    /** Whether she was told that questions are open, and may hand in all the same. */
    public boolean isWarned() {
        return request.getAttribute("leaveOpen") != null;
    }

    private Map<Integer, Answer> given() {
        Map<Integer, Answer> answers = new HashMap<>();
        if (isAllOnOnePage()) {
            for (var question : getPage().toAnswer()) {
                var answer = entered(question.position());
                if (answer != null) {
                    answers.put(question.position(), answer);
                }
            }
        }
        return answers;
    }

    private Answer entered(int position) {
        var values = request.getParameterValues("q" + position);
        return values == null || Arrays.stream(values).allMatch(String::isBlank)
                ? null
                : new Answer.Entered(Arrays.asList(values));
    }

    private UUID code() {
        return route.uuid("id");
    }

    private static void tell(String sentence) {
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, sentence, null));
    }

    private void goTo(String query) throws IOException {
        Redirect.to("/attempts/" + code() + query);
    }
}
