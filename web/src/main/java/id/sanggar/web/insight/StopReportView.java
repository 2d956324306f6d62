package id.sanggar.web.insight;

import id.sanggar.insight.reports.OrderedReport;
import id.sanggar.insight.reports.ReportOrders;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** Where a letter with a report leads whoever wants no more of them. */
@Named
@RequestScoped
public class StopReportView {

    @Inject
    private ReportOrders orders;

    @Inject
    private RouteParameters route;

    private OrderedReport report;

    public OrderedReport getReport() {
        if (report == null) {
            report = orders.one(route.uuid("report"));
        }
        return report;
    }

    public void stop() throws IOException {
        orders.stop(route.uuid("report"));
        Redirect.to("/reports/" + route.uuid("report"));
    }
}
