package id.sanggar.web.certificate;

import id.sanggar.certificate.BatchChoices;
import id.sanggar.certificate.BatchPlan;
import id.sanggar.certificate.BatchRow;
import id.sanggar.certificate.Issuing;
import id.sanggar.shared.Page;
import id.sanggar.web.shared.PageNumber;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** The batches there are, and the plan of a new one. */
@Named
@RequestScoped
public class BatchesView {

    private static final int BATCHES = 25;

    @Inject
    private Issuing issuing;

    @Inject
    private Texts text;

    @Inject
    private HttpServletRequest request;

    private List<BatchChoices> choices;

    private Page<BatchRow> batches;

    private String course;

    private String cohort;

    private String until;

    private String name;

    public Page<BatchRow> getBatches() {
        if (batches == null) {
            batches = issuing.batches(PageNumber.of(request), BATCHES);
        }
        return batches;
    }

    /** What certificates may be issued for, by programme. */
    public List<BatchChoices> getChoices() {
        if (choices == null) {
            choices = issuing.choices();
        }
        return choices;
    }

    /** The programme to plan for, as the address says; null while there is a choice to make. */
    public BatchChoices getChosen() {
        return getChoices().stream()
                .filter(choice -> getChoices().size() == 1
                        || choice.programme().slug().equals(request.getParameter("programme")))
                .findFirst()
                .orElse(null);
    }

    public void check() throws IOException {
        LocalDate day = null;
        try {
            day = until == null || until.isBlank() ? null : LocalDate.parse(until);
        } catch (DateTimeException unreadable) {
            FacesContext.getCurrentInstance().addMessage("until", new FacesMessage(FacesMessage.SEVERITY_ERROR,
                    text.of("certificate.date-unreadable"), null));
            return;
        }
        var batch = issuing.check(new BatchPlan(getChosen().programme().slug(), course, cohort, day, name));
        Redirect.to("/manage/certificates/" + batch);
    }

    public String getCourse() {
        return course;
    }

    public void setCourse(String course) {
        this.course = course;
    }

    public String getCohort() {
        return cohort;
    }

    public void setCohort(String cohort) {
        this.cohort = cohort;
    }

    /** A day as {@code <input type="date">} writes it. */
    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
