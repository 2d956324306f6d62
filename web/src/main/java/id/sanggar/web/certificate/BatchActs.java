package id.sanggar.web.certificate;

import id.sanggar.certificate.BatchPlanning;
import id.sanggar.certificate.Issuing;
import id.sanggar.shared.Conflict;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** What can be done with a batch by pressing a button. Each ends on the batch's page, which tells where it is now. */
@Named
@RequestScoped
public class BatchActs {

    @Inject
    private BatchPlanning planning;

    @Inject
    private Issuing issuing;

    @Inject
    private RouteParameters route;

    @Inject
    private HttpServletRequest request;

    public void check() throws IOException {
        planning.check(code());
        done();
    }

    public void reopen() throws IOException {
        planning.reopen(code());
        done();
    }

    public void approve() throws IOException {
        issuing.approve(code(), seen());
        done();
    }

    /** The second person may have it issued in the same breath. */
    public void approveAndIssue() throws IOException {
        issuing.approve(code(), seen());
        issuing.issue(code());
        done();
    }

    /** Of which list she who approves speaks: the form says when the one was checked that the page showed. */
    private Instant seen() {
        try {
            return Instant.parse(String.valueOf(request.getParameter("seen")));
        } catch (DateTimeException unreadable) {
            throw new Conflict("certificate.approve-other-list");
        }
    }

    public void issue() throws IOException {
        issuing.issue(code());
        done();
    }

    public void stop() throws IOException {
        issuing.stop(code());
        done();
    }

    public void resume() throws IOException {
        issuing.resume(code());
        done();
    }

    public void retry() throws IOException {
        issuing.retryFailed(code());
        done();
    }

    public void giveUpRest() throws IOException {
        issuing.giveUpRest(code());
        done();
    }

    public void cancel() throws IOException {
        issuing.cancel(code());
        done();
    }

    private UUID code() {
        return route.uuid("batch");
    }

    private void done() throws IOException {
        Redirect.to("/manage/certificates/" + code());
    }
}
