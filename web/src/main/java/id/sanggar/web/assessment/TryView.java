package id.sanggar.web.assessment;

import id.sanggar.assessment.QuestionForm;
import id.sanggar.assessment.QuestionTrial;
import id.sanggar.assessment.QuestionTrying;
import id.sanggar.authoring.QuizBuilding;
import id.sanggar.shared.Invalid;
import id.sanggar.web.shared.Refusals;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A question that is being written, as a learner sees it, to be answered. It is what the form sends, saved or not. */
@Named
@RequestScoped
public class TryView {

    private static final String COURSE = "course:";

    @Inject
    private QuestionTrying trying;

    @Inject
    private QuizBuilding building;

    @Inject
    private Texts text;

    @Inject
    private HttpServletRequest request;

    private QuestionForm form;

    private QuestionTrial trial;

    private List<String> problems;

    /** The question as it stands in the form. */
    public QuestionForm getForm() {
        if (form == null) {
            form = QuestionForm.from(QuestionView.type(request.getParameter("kind")), QuestionView.sent(request));
        }
        return form;
    }

    /** All fields of the form, to send them on with an answer. */
    public List<Map.Entry<String, String>> getFields() {
        return List.copyOf(getForm().flat().entrySet());
    }

    public String getOwner() {
        var owner = request.getParameter("owner");
        return owner == null ? "" : owner;
    }

    public String getKind() {
        return getForm().type().name();
    }

    /** Null if the question is not complete yet. */
    public QuestionTrial getTrial() {
        load();
        return trial;
    }

    /** What is still missing. */
    public List<String> getProblems() {
        load();
        return problems;
    }

    private void load() {
        if (problems != null) {
            return;
        }
        problems = List.of();
        try {
            trial = trying.answer(getForm(), values(), pictures());
        } catch (RuntimeException refused) {
            if (!(Refusals.rootOf(refused) instanceof Invalid invalid)) {
                throw refused;
            }
            // That something is empty the author sees in the form; here it would not even say what.
            problems = invalid.fields().values().stream()
                    .filter(problem -> !problem.key().equals("assessment.form-needed"))
                    .map(text::say).distinct().toList();
        }
    }

    private List<String> values() {
        var values = request.getParameterValues("q1");
        return values == null || Arrays.stream(values).allMatch(String::isBlank) ? List.of() : List.of(values);
    }

    private Map<String, String> pictures() {
        return getKind().equals("HOTSPOT") && getOwner().startsWith(COURSE)
                ? building.pictures(getOwner().substring(COURSE.length())).stream()
                        .collect(Collectors.toMap(QuizBuilding.Picture::name, QuizBuilding.Picture::address))
                : Map.of();
    }
}
