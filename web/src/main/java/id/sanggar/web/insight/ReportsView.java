package id.sanggar.web.insight;

import id.sanggar.insight.SavedView;
import id.sanggar.insight.SavedViews;
import id.sanggar.insight.reports.ReportFrequency;
import id.sanggar.insight.reports.ReportOrder;
import id.sanggar.insight.reports.ReportOrders;
import id.sanggar.programme.Members;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The reports of a programme that a manager has sent to herself. */
@Named
@RequestScoped
public class ReportsView {

    @Inject
    private ReportOrders orders;

    @Inject
    private SavedViews views;

    @Inject
    private Members members;

    @Inject
    private RouteParameters route;

    @Inject
    private Texts text;

    @Inject
    private HttpServletRequest request;

    private ProgrammeOutline programme;

    private List<ReportOrder> mine;

    private List<SavedView> saved;

    public ProgrammeOutline getProgramme() {
        if (programme == null) {
            programme = members.programmes().stream()
                    .filter(one -> one.slug().equals(route.slug("programme")))
                    .findFirst()
                    .orElseThrow(() -> new NotAllowed("reports of " + route.slug("programme")));
        }
        return programme;
    }

    public List<ReportOrder> getOrders() {
        if (mine == null) {
            mine = orders.mine(route.slug("programme"));
        }
        return mine;
    }

    public List<SavedView> getViews() {
        if (saved == null) {
            saved = views.mine(route.slug("programme"));
        }
        return saved;
    }

    public ReportFrequency[] getFrequencies() {
        return ReportFrequency.values();
    }

    public String name(ReportFrequency frequency) {
        return text.of("insight.report-" + frequency.name().toLowerCase(Locale.ROOT));
    }

    public void order() throws IOException {
        orders.order(route.slug("programme"), frequency(), code(request.getParameter("view")));
        showAnew("ordered");
    }

    private ReportFrequency frequency() {
        for (var frequency : ReportFrequency.values()) {
            if (frequency.name().equals(request.getParameter("frequency"))) {
                return frequency;
            }
        }
        throw new NotFound("frequency");
    }

    /** The one whose own button was pressed. */
    public void stop() throws IOException {
        var code = code(request.getParameter("stop"));
        if (code == null || getOrders().stream().noneMatch(order -> order.code().equals(code))) {
            throw new NotFound("order");
        }
        orders.stop(code);
        showAnew("stopped");
    }

    private static UUID code(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NotFound("code");
        }
    }

    private void showAnew(String done) throws IOException {
        Redirect.to("/manage/programmes/" + route.slug("programme") + "/reports?" + done);
    }

    /** What was just done, as the address tells it; empty if nothing was. */
    public String getDone() {
        return request.getParameter("ordered") != null ? text.of("insight.report-have-ordered")
                : request.getParameter("stopped") != null ? text.of("insight.report-have-stopped")
                : "";
    }
}
