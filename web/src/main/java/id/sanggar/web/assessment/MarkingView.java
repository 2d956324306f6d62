package id.sanggar.web.assessment;

import id.sanggar.assessment.GivenMark;
import id.sanggar.assessment.Grading;
import id.sanggar.assessment.GradingPage;
import id.sanggar.assessment.Note;
import id.sanggar.shared.NotFound;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * One attempt being graded. The fields are named after the question's position: {@code q4c0} is the level of its first
 * criterion, {@code q4comment}, {@code q4notes} and {@code q4back} the rest. A form that was refused shows what was
 * typed.
 */
@Named
@RequestScoped
public class MarkingView {

    @Inject
    private Grading grading;

    @Inject
    private RouteParameters route;

    @Inject
    private HttpServletRequest request;

    private GradingPage page;

    public GradingPage getPage() {
        if (page == null) {
            page = grading.attempt(code());
        }
        return page;
    }

    /** Takes the attempt in hand. */
    public void claim() throws IOException {
        grading.claim(code());
        Redirect.to("/studio/grading/" + code());
    }

    /** Lets go of it, unmarked. */
    public void release() throws IOException {
        grading.release(code());
        Redirect.to("/studio/grading");
    }

    /** Marks it and shows it again. */
    public void mark() throws IOException {
        grading.mark(code(), revision(), given(false), request.getParameter("second") != null);
        Redirect.to("/studio/grading/" + code());
    }

    /** Marks it and takes the next one in hand. */
    public void markAndNext() throws IOException {
        grading.mark(code(), revision(), given(false), request.getParameter("second") != null);
        Redirect.to(grading.claimNext().map(next -> "/studio/grading/" + next).orElse("/studio/grading"));
    }

    /** Gives the answers that are ticked back to be improved. */
    public void giveBack() throws IOException {
        grading.giveBack(code(), revision(), given(true));
        Redirect.to("/studio/grading/" + code());
    }

    public boolean isPicked(GradingPage.Question question, int criterion, int level) {
        var typed = request.getParameter(level(question, criterion));
        return typed == null ? question.isPicked(criterion, level) : typed.equals(Integer.toString(level));
    }

    public String comment(GradingPage.Question question) {
        var typed = request.getParameter("q" + question.position() + "comment");
        return typed == null ? question.comment() : typed;
    }

    public String notes(GradingPage.Question question) {
        var typed = request.getParameter("q" + question.position() + "notes");
        return typed == null ? question.notesJson() : typed;
    }

    public boolean isTyped(GradingPage.Question question) {
        return !typed(question).isEmpty();
    }

    /** A comment that could not be kept because the attempt is in another's hand now. */
    public String typed(GradingPage.Question question) {
        var typed = request.getParameter("q" + question.position() + "comment");
        return typed == null ? "" : typed;
    }

    private Map<Integer, GivenMark> given(boolean back) {
        var given = new HashMap<Integer, GivenMark>();
        for (var question : getPage().questions()) {
            var name = "q" + question.position();
            if (!back || request.getParameter(name + "back") != null) {
                given.put(question.position(), new GivenMark(levels(question), or(name + "comment", ""),
                        Note.read(or(name + "notes", "[]"))));
            }
        }
        return given;
    }

    private List<Integer> levels(GradingPage.Question question) {
        return IntStream.range(0, question.rubric().criteria().size())
                .map(criterion -> number(request.getParameter(level(question, criterion))))
                .boxed()
                .toList();
    }

    private static String level(GradingPage.Question question, int criterion) {
        return "q" + question.position() + "c" + criterion;
    }

    private String or(String name, String otherwise) {
        var value = request.getParameter(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** −1 for what is no level. */
    private static int number(String text) {
        return text != null && text.matches("[0-9]") ? Integer.parseInt(text) : -1;
    }

    private int revision() {
        var revision = request.getParameter("revision");
        if (revision == null || !revision.matches("[0-9]{1,9}")) {
            throw new NotFound("revision");
        }
        return Integer.parseInt(revision);
    }

    private UUID code() {
        return route.uuid("attempt");
    }
}
