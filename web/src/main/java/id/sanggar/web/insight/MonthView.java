package id.sanggar.web.insight;

import id.sanggar.insight.closing.Measure;
import id.sanggar.insight.closing.MonthCell;
import id.sanggar.insight.closing.MonthChange;
import id.sanggar.insight.closing.MonthClosing;
import id.sanggar.insight.closing.MonthPage;
import id.sanggar.insight.closing.MonthTable;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.Milestone;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import id.sanggar.shared.NotFound;
import id.sanggar.web.programme.MemberLinks;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** One month of a programme: its figures, who closed it, what was corrected and what should be. */
@Named
@RequestScoped
public class MonthView {

    /** More differences than anybody reads on a page are in the file. */
    private static final int MOST_CHANGES = 40;

    @Inject
    private MonthClosing months;

    @Inject
    private RouteParameters route;

    @Inject
    private Texts text;

    @Inject
    private MemberLinks links;

    @Inject
    private HttpServletRequest request;

    private MonthPage page;

    private String reason;

    public MonthPage getPage() {
        if (page == null) {
            page = months.month(route.slug("programme"), month());
        }
        return page;
    }

    private YearMonth month() {
        var asked = route.text("month");
        try {
            if (asked.matches("[0-9]{4}-[0-9]{2}")) {
                return YearMonth.parse(asked);
            }
        } catch (DateTimeException none) {
            throw new NotFound("month");
        }
        throw new NotFound("month");
    }

    public void close() throws IOException {
        months.close(route.slug("programme"), month());
        showAnew("closed");
    }

    public void restate() throws IOException {
        months.restate(route.slug("programme"), month(), request.getParameter("seen"), reason);
        showAnew("restated");
    }

    private void showAnew(String done) throws IOException {
        Redirect.to("/manage/programmes/" + route.slug("programme") + "/months/" + month() + "?" + done);
    }

    /** What was just done, as the address tells it; empty if nothing was. */
    public String getDone() {
        return request.getParameter("closed") != null ? text.of("insight.have-closed", getWords())
                : request.getParameter("restated") != null ? text.of("insight.have-restated", getWords())
                : "";
    }

    /** "Oktober 2026" */
    public String getWords() {
        return DateTimeFormatter.ofPattern("MMMM uuuu", text.locale()).format(month());
    }

    public String name(Measure measure) {
        return text.say(new Message("insight.measure-" + measure.name().toLowerCase(Locale.ROOT)));
    }

    /** The list behind a number, as facts tell it today; null where nobody is counted, or papers are. */
    public String people(MonthPage.Line line) {
        var counted = MemberFilter.of(getPage().programme().slug());
        return switch (line.measure()) {
            case ADMITTED -> links.list(counted.admittedBetween(month(), month()));
            case REACHED -> getPage().programme().stages().stream()
                    .filter(stage -> line.stage() != null && stage.code().equals(line.stage().code()))
                    .findFirst()
                    .map(stage -> past(counted, Milestone.Kind.ENTERED, stage.slug()))
                    .orElse(null);
            case FINISHED -> past(counted, Milestone.Kind.FINISHED, null);
            default -> null;
        };
    }

    private String past(MemberFilter counted, Milestone.Kind kind, String subject) {
        return links.list(counted.past(Milestone.of(kind, subject).in(month())));
    }

    /** Above a narrow column. */
    public String brief(MonthTable.Column column) {
        return column.stage() != null ? column.stage().code()
                : text.of("insight.brief-" + column.measure().name().toLowerCase(Locale.ROOT));
    }

    /** The column in full, for who has room for it. */
    public String full(MonthTable.Column column) {
        return name(column.measure()) + (column.stage() == null ? "" : " " + text.in(column.stage().title()));
    }

    /** The stage or course that a number is about; empty if it is about none. */
    public String of(MonthCell.StageName stage, LocalizedText course) {
        return stage != null ? text.in(stage.title()) : course != null ? text.in(course) : "";
    }

    /** Who a row of a table is about. */
    public String place(MonthTable.Row row, String none) {
        return row.name() != null ? text.in(row.name()) : row.place() != null ? row.place() : text.of(none);
    }

    public List<MonthChange> first(List<MonthChange> changes) {
        return changes.subList(0, Math.min(MOST_CHANGES, changes.size()));
    }

    /** How many more there are. */
    public int more(List<MonthChange> changes) {
        return Math.max(0, changes.size() - MOST_CHANGES);
    }

    /** What the events of those concerned are called. */
    public String told(String kind) {
        return text.of("insight.told-" + kind.toLowerCase(Locale.ROOT));
    }

    public boolean isReasonWrong() {
        return FacesContext.getCurrentInstance().getMessages("reason").hasNext();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
