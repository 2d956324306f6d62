package id.sanggar.web.programme;

import id.sanggar.insight.Figures;
import id.sanggar.insight.Funnel;
import id.sanggar.insight.Months;
import id.sanggar.programme.Admissions;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.MemberOrder;
import id.sanggar.programme.MemberRow;
import id.sanggar.programme.Members;
import id.sanggar.programme.Membership;
import id.sanggar.programme.Placing;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.ProgrammePage;
import id.sanggar.programme.ProgrammePages;
import id.sanggar.shared.Page;
import id.sanggar.web.shared.ColumnChart;
import id.sanggar.web.shared.PageNumber;
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
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One programme at a manager's desk: applications to decide, stages, classes, admissions by month. */
@Named
@RequestScoped
public class ManageProgrammeView {

    private static final int APPLICATIONS = 20;
    private static final int MONTHS = 12;
    private static final int COHORTS = 25;

    @Inject
    private Figures figures;

    @Inject
    private Members members;

    @Inject
    private Admissions admissions;

    @Inject
    private Placing placing;

    @Inject
    private ProgrammePages pages;

    @Inject
    private RouteParameters route;

    @Inject
    private Texts text;

    @Inject
    private HttpServletRequest request;

    private Funnel funnel;

    private List<Months.Month> months;

    private Page<MemberRow> applications;

    private List<ProgrammePage.Room> rooms;

    private String reason;

    public Funnel getFunnel() {
        if (funnel == null) {
            funnel = figures.funnel(MemberFilter.of(route.slug("programme")));
        }
        return funnel;
    }

    /** Those that wait for a decision, the oldest first. */
    public Page<MemberRow> getApplications() {
        if (applications == null) {
            applications = members.list(MemberFilter.of(slug()).inState(Membership.State.APPLIED), MemberOrder.OLDEST,
                    PageNumber.of(request), APPLICATIONS);
        }
        return applications;
    }

    /** Admits the applicant whose own button was pressed, or all those chosen. */
    public void approve() throws IOException {
        var one = request.getParameter("approve");
        var codes = isCode(one) ? Set.of(UUID.fromString(one)) : chosen();
        if (someAre(codes)) {
            showAnew("approved", admissions.approve(codes));
        }
    }

    public void reject() throws IOException {
        var codes = chosen();
        if (someAre(codes)) {
            showAnew("rejected", admissions.reject(codes, reason));
        }
    }

    private Set<UUID> chosen() {
        var values = request.getParameterValues("member");
        return values == null ? Set.of() : List.of(values).stream()
                .filter(ManageProgrammeView::isCode)
                .map(UUID::fromString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isCode(String value) {
        return value != null && value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private boolean someAre(Set<UUID> chosen) {
        if (chosen.isEmpty()) {
            FacesContext.getCurrentInstance().addMessage(null,
                    new FacesMessage(FacesMessage.SEVERITY_ERROR, text.of("programme.choose-first"), null));
        }
        return !chosen.isEmpty();
    }

    private void showAnew(String done, Admissions.Decision decision) throws IOException {
        Redirect.to("/manage/programmes/" + slug() + "?" + done + "=" + decision.decided() + "&waitlisted="
                + decision.waitlisted() + "&left=" + decision.left());
    }

    /** Whether the applicant was chosen, when the form is shown again. */
    public boolean isChosen(UUID code) {
        return chosen().contains(code);
    }

    /** What the last decision did, as the address tells it; empty if there was none. */
    public String getDone() {
        var said = tell("approved", "programme.have-approved") + tell("rejected", "programme.have-rejected");
        return said.isEmpty() ? "" : said + tell("waitlisted", "programme.have-waitlisted")
                + tell("left", "programme.have-left");
    }

    private String tell(String parameter, String key) {
        var number = request.getParameter(parameter);
        return number != null && number.matches("[1-9][0-9]{0,3}") ? text.of(key, Integer.valueOf(number)) + " " : "";
    }

    public boolean isReasonWrong() {
        return FacesContext.getCurrentInstance().getMessages("reason").hasNext();
    }

    /** How much room a class has that can still be applied to; null if it has ended or has no limit. */
    public Integer left(ProgrammeOutline.Cohort cohort) {
        if (rooms == null) {
            rooms = pages.page(slug()).cohorts();
        }
        return rooms.stream()
                .filter(room -> room.cohort().id() == cohort.id() && room.left() != null)
                .map(room -> Math.max(0, room.left()))
                .findFirst()
                .orElse(null);
    }

    /** Classes by the words of their titles that were typed, the newest first: as many as one looks through. */
    public Page<ProgrammeOutline.Cohort> getCohorts() {
        var words = List.of(getSought().toLowerCase(text.locale()).split("\\s+"));
        var found = getFunnel().programme().cohorts().stream()
                .filter(cohort -> words.stream()
                        .allMatch(text.in(cohort.title()).toLowerCase(text.locale())::contains))
                .sorted(Comparator.comparing(ProgrammeOutline.Cohort::starts).reversed())
                .toList();
        return new Page<>(found.subList(0, Math.min(COHORTS, found.size())), found.size(), 1, COHORTS);
    }

    /** What of a class's title was typed. */
    public String getSought() {
        var typed = request.getParameter("class");
        return typed == null ? "" : typed.strip();
    }

    /** Whether there are more classes than one looks through. */
    public boolean isManyCohorts() {
        return getFunnel().programme().cohorts().size() > COHORTS;
    }

    /** Whether she manages all of it, and not a partner's members alone. */
    public boolean isWhole() {
        return placing.managesAll(slug());
    }

    public MemberFilter membersOf(ProgrammeOutline.Cohort cohort) {
        return MemberFilter.of(slug()).inCohort(cohort.slug());
    }

    /** The last twelve months, this one at the right. */
    private List<Months.Month> months() {
        if (months == null) {
            var all = figures.months(MemberFilter.of(slug())).months();
            months = all.subList(Math.max(0, all.size() - MONTHS), all.size());
        }
        return months;
    }

    public ColumnChart getMonthChart() {
        return ColumnChart.of(months().stream()
                .map(month -> new ColumnChart.Value(inWords(month, "MMM"), month.admitted().number(),
                        month.admitted().number()))
                .toList(), 0);
    }

    public String getMonthsInWords() {
        return months().stream()
                .map(month -> inWords(month, "MMMM yyyy") + ": " + text.number(month.admitted().number()))
                .collect(Collectors.joining("; ", text.of("programme.admitted-by-month") + ". ", "."));
    }

    private String inWords(Months.Month month, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, text.locale()).format(month.month());
    }

    private String slug() {
        return getFunnel().programme().slug();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
