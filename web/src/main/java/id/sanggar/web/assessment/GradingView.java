package id.sanggar.web.assessment;

import id.sanggar.assessment.Grading;
import id.sanggar.assessment.GradingChoices;
import id.sanggar.assessment.GradingFilter;
import id.sanggar.assessment.GradingFilter.Showing;
import id.sanggar.assessment.GradingRow;
import id.sanggar.assessment.QuestionType;
import id.sanggar.shared.Page;
import id.sanggar.web.shared.PageNumber;
import id.sanggar.web.shared.Redirect;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The queue of what people have to grade. */
@Named
@RequestScoped
public class GradingView {

    /** The kinds of question that a person may have to grade. */
    private static final List<QuestionType> TYPES =
            List.of(QuestionType.ESSAY, QuestionType.PHOTO, QuestionType.CHECKLIST);

    @Inject
    private Grading grading;

    @Inject
    private HttpServletRequest request;

    private Page<GradingRow> rows;

    private GradingChoices choices;

    public Page<GradingRow> getRows() {
        if (rows == null) {
            rows = grading.queue(new GradingFilter(getShowing(), getCourse(), getQuiz(), getType()),
                    PageNumber.of(request));
        }
        return rows;
    }

    public GradingChoices getChoices() {
        if (choices == null) {
            choices = grading.choices();
        }
        return choices;
    }

    public List<QuestionType> getTypes() {
        return TYPES;
    }

    public Showing[] getShowings() {
        return Showing.values();
    }

    public Showing getShowing() {
        return Arrays.stream(Showing.values())
                .filter(each -> each.name().equals(request.getParameter("showing")))
                .findFirst()
                .orElse(Showing.OPEN);
    }

    /** Slug of the course, or null for all. */
    public String getCourse() {
        return part(0);
    }

    /** Slug of the quiz, or null for all. */
    public String getQuiz() {
        return part(1);
    }

    /** The quiz as the filter writes it: course and quiz with a slash between them. */
    private String part(int at) {
        var asked = request.getParameter("quiz");
        return asked == null || !asked.matches("[a-z0-9-]{1,80}/[a-z0-9-]{1,80}") ? null : asked.split("/")[at];
    }

    public QuestionType getType() {
        return TYPES.stream().filter(each -> each.name().equals(request.getParameter("type"))).findFirst().orElse(null);
    }

    /** The address of this list, to which a page number may be added. */
    public String getAddress() {
        return Stream.of("showing", "quiz", "type")
                .map(name -> request.getParameter(name) == null || request.getParameter(name).isEmpty() ? null
                        : name + "=" + URLEncoder.encode(request.getParameter(name), StandardCharsets.UTF_8) + "&")
                .filter(Objects::nonNull)
                .collect(Collectors.joining("", "/studio/grading?", ""));
    }

    /** Takes what has waited longest in hand; if nothing waits, the list says so. */
    public void next() throws IOException {
        Redirect.to(grading.claimNext().map(code -> "/studio/grading/" + code).orElse("/studio/grading"));
    }
}
