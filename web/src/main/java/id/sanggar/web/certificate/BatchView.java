package id.sanggar.web.certificate;

import id.sanggar.certificate.BatchItem;
import id.sanggar.certificate.BatchPage;
import id.sanggar.certificate.BatchState;
import id.sanggar.certificate.CertificateRow;
import id.sanggar.certificate.Certificates;
import id.sanggar.certificate.Issuing;
import id.sanggar.certificate.ItemFilter;
import id.sanggar.certificate.Revoking;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Page;
import id.sanggar.web.shared.PageNumber;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** One batch on its way from the check to the papers in hand. */
@Named
@RequestScoped
public class BatchView {

    private static final int PEOPLE = 50;

    @Inject
    private Issuing issuing;

    @Inject
    private Certificates certificates;

    @Inject
    private Revoking revoking;

    @Inject
    private RouteParameters route;

    @Inject
    private HttpServletRequest request;

    private BatchPage batch;

    private Page<BatchItem> items;

    private Page<CertificateRow> papers;

    private String reason;

    /** A part of the people in the batch, and how many they are. */
    public record Part(ItemFilter filter, int number) {

        /** As in the address. */
        public String name() {
            return filter.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public BatchPage getBatch() {
        if (batch == null) {
            batch = issuing.batch(route.uuid("batch"));
        }
        return batch;
    }

    /** The steps: 1 plan, 2 check, 3 issue, 4 done; 0 if it was given up. */
    public int getStep() {
        return switch (getBatch().state()) {
            case CHECKED -> 2;
            case RUNNING -> 3;
            case PARTIAL, DONE -> 4;
            case CANCELLED -> 0;
        };
    }

    /** The figures of the batch that mean something now, each with its people. */
    public List<Part> getParts() {
        var counts = getBatch().counts();
        var parts = new ArrayList<Part>();
        if (getStep() >= 3) {
            parts.add(new Part(ItemFilter.ISSUED, counts.issued()));
            parts.add(new Part(ItemFilter.FAILED, counts.failed()));
        } else {
            parts.add(new Part(ItemFilter.ALL, counts.checked()));
            parts.add(new Part(ItemFilter.ELIGIBLE, counts.eligible()));
        }
        parts.add(new Part(ItemFilter.NOT_YET, counts.notYet()));
        parts.add(new Part(ItemFilter.DUPLICATE, counts.duplicates()));
        return parts;
    }

    /** The part that is listed: as asked for, else the one that wants to be looked at. */
    public Part getShown() {
        var asked = request.getParameter("show");
        var parts = getParts();
        return parts.stream().filter(part -> part.name().equals(asked)).findFirst()
                .or(() -> parts.stream().filter(part -> wanted(part.filter()) && part.number() > 0).findFirst())
                .orElse(parts.get(0));
    }

    private boolean wanted(ItemFilter filter) {
        return getStep() < 3 ? filter == ItemFilter.NOT_YET : filter == ItemFilter.FAILED;
    }

    public boolean isPapersShown() {
        return getShown().filter() == ItemFilter.ISSUED;
    }

    public Page<BatchItem> getItems() {
        if (items == null) {
            items = issuing.items(getBatch().code(), getShown().filter(), PageNumber.of(request), PEOPLE);
        }
        return items;
    }

    /** The certificates of the batch, where these are listed. */
    public Page<CertificateRow> getPapers() {
        if (papers == null) {
            papers = certificates.ofBatch(getBatch().code(), PageNumber.of(request), PEOPLE);
        }
        return papers;
    }

    /** The certificate that is about to be revoked; null if none is, or it is revoked already. */
    public CertificateRow getRevoked() {
        var code = request.getParameter("revoke");
        return code == null || !isPapersShown() ? null : getPapers().items().stream()
                .filter(paper -> paper.code().equals(code) && !paper.isRevoked())
                .findFirst()
                .orElse(null);
    }

    /** Pressed twice, it issues once, and says so only of a batch that was issued by somebody else or given up. */
    public void issue() throws IOException {
        try {
            issuing.issue(getBatch().code());
        } catch (Conflict refused) {
            var state = issuing.batch(getBatch().code()).state();
            if (state == BatchState.CHECKED || state == BatchState.CANCELLED) {
                throw refused;
            }
        }
        goTo("");
    }

    public void retry() throws IOException {
        issuing.retryFailed(getBatch().code());
        goTo("");
    }

    public void cancel() throws IOException {
        issuing.cancel(getBatch().code());
        goTo("");
    }

    public void revoke() throws IOException {
        revoking.revoke(request.getParameter("revoke"), reason);
        goTo("?show=issued&page=" + PageNumber.of(request) + "&revoked#people");
    }

    private void goTo(String query) throws IOException {
        Redirect.to("/manage/certificates/" + getBatch().code() + query);
    }

    public UUID getCode() {
        return getBatch().code();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
