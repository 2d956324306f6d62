package id.sanggar.web.certificate;

import id.sanggar.certificate.Award;
import id.sanggar.certificate.BatchChoices;
import id.sanggar.certificate.BatchPage;
import id.sanggar.certificate.BatchPlan;
import id.sanggar.certificate.BatchPlanning;
import id.sanggar.certificate.BatchState;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotFound;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The plan of a batch: of a new one among all of them, or of a draft on its own page. */
@Named
@RequestScoped
public class BatchPlanForm {

    @Inject
    private BatchPlanning planning;

    @Inject
    private BatchView view;

    @Inject
    private RouteParameters route;

    @Inject
    private HttpServletRequest request;

    private List<BatchChoices> choices;

    private String course;

    private String cohort;

    private String until;

    private String award;

    private String months;

    private String renew;

    private String name;

    /** A draft's form begins with what was planned. */
    @PostConstruct
    void begin() {
        if (!isNew() && view.getBatch().state() == BatchState.DRAFT) {
            fill(view.getBatch());
        }
    }

    private void fill(BatchPage batch) {
        course = batch.courseSlug();
        cohort = batch.cohort() == null ? "" : batch.cohort().slug();
        until = batch.completedUntil() == null ? "" : batch.completedUntil().toString();
        award = batch.award().name();
        months = batch.validMonths() == null ? "" : batch.validMonths().toString();
        renew = batch.renewUntil() == null ? "" : batch.renewUntil().toString();
        name = batch.name();
    }

    public boolean isNew() {
        return route.text("batch") == null;
    }

    /** What certificates may be issued for, by programme. */
    public List<BatchChoices> getChoices() {
        if (choices == null) {
            choices = planning.choices();
        }
        return choices;
    }

    /** The programme to plan for; null while there is a choice to make. */
    public BatchChoices getChosen() {
        var programme = isNew() ? request.getParameter("programme") : view.getBatch().programme().slug();
        return getChoices().stream()
                .filter(choice -> isNew() && getChoices().size() == 1 || choice.programme().slug().equals(programme))
                .findFirst()
                .orElse(null);
    }

    /** Of the batch to be: new with every form, so that a form that is sent twice plans one batch. */
    public UUID getCode() {
        return UUID.randomUUID();
    }

    public void save() throws IOException {
        var code = code();
        if (isNew()) {
            planning.plan(code, plan());
        } else {
            planning.change(code, plan());
        }
        goTo(code);
    }

    public void check() throws IOException {
        var code = code();
        if (isNew()) {
            planning.check(code, plan());
        } else {
            planning.change(code, plan());
            planning.check(code);
        }
        goTo(code);
    }

    private UUID code() {
        return isNew() ? newCode() : route.uuid("batch");
    }

    /** Random, and of no use to whoever chooses it himself: it only has to be of no other batch. */
    private UUID newCode() {
        try {
            return UUID.fromString(String.valueOf(request.getParameter("batch")));
        } catch (IllegalArgumentException unreadable) {
            return UUID.randomUUID();
        }
    }

    private BatchPlan plan() {
        var awarded = Arrays.stream(Award.values()).filter(one -> one.name().equals(award)).findFirst().orElse(null);
        var chosen = getChosen();
        if (chosen == null) {
            throw new NotFound("programme of a plan");
        }
        return new BatchPlan(chosen.programme().slug(), course, cohort, day("until", until), awarded, number(),
                day("renew", renew), name);
    }

    private static LocalDate day(String field, String typed) {
        try {
            return isBlank(typed) ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException unreadable) {
            throw Invalid.of(field, "certificate.date-unreadable");
        }
    }

    private Integer number() {
        try {
            return isBlank(months) ? null : Integer.valueOf(months.strip());
        } catch (NumberFormatException unreadable) {
            throw Invalid.of("months", "certificate.months-unreadable");
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static void goTo(UUID code) throws IOException {
        Redirect.to("/manage/certificates/" + code);
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

    public String getAward() {
        return award;
    }

    public void setAward(String award) {
        this.award = award;
    }

    public String getMonths() {
        return months;
    }

    public void setMonths(String months) {
        this.months = months;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** A day likewise. */
    public String getRenew() {
        return renew;
    }

    public void setRenew(String renew) {
        this.renew = renew;
    }
}
