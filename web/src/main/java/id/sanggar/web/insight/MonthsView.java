package id.sanggar.web.insight;

import id.sanggar.insight.closing.Measure;
import id.sanggar.insight.closing.MonthClosing;
import id.sanggar.insight.closing.MonthSummary;
import id.sanggar.insight.closing.MonthYear;
import id.sanggar.shared.Message;
import id.sanggar.web.shared.RouteParameters;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The months of a programme, a year at a time. */
@Named
@RequestScoped
public class MonthsView {

    @Inject
    private MonthClosing months;

    @Inject
    private RouteParameters route;

    @Inject
    private Texts text;

    @Inject
    private HttpServletRequest request;

    private MonthYear year;

    public MonthYear getYear() {
        if (year == null) {
            var asked = request.getParameter("year");
            year = months.year(route.slug("programme"),
                    asked != null && asked.matches("[0-9]{4}") ? Integer.valueOf(asked) : null);
        }
        return year;
    }

    public Measure[] getMeasures() {
        return Measure.values();
    }

    /** Whether a phone has room for it in a list. */
    public boolean isChief(Measure measure) {
        return measure == Measure.ADMITTED || measure == Measure.FINISHED || measure == Measure.CERTIFICATE;
    }

    public String name(Measure measure) {
        return text.say(new Message("insight.measure-" + measure.name().toLowerCase(Locale.ROOT)));
    }

    public String state(MonthSummary month) {
        return text.say(new Message("insight.month-" + month.state().name().toLowerCase(Locale.ROOT)));
    }

    /** "Oktober 2026" */
    public String words(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM uuuu", text.locale()).format(month);
    }
}
