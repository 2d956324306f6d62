package id.sanggar.web.certificate;

import id.sanggar.certificate.BatchItem;
import id.sanggar.certificate.BatchPage;
import id.sanggar.certificate.CertificateRow;
import id.sanggar.certificate.Certificates;
import id.sanggar.certificate.Issuing;
import id.sanggar.certificate.ItemFilter;
import id.sanggar.certificate.Revoking;
import id.sanggar.shared.Page;
import id.sanggar.web.shared.PageNumber;
import id.sanggar.web.shared.Redirect;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The people of a batch: its figures, each of which leads to a list, and what they hold. */
@Named
@RequestScoped
public class BatchPeople {

    private static final int PEOPLE = 50;

    @Inject
    private BatchView view;

    @Inject
    private Issuing issuing;

    @Inject
    private Certificates certificates;

    @Inject
    private Revoking revoking;

    @Inject
    private HttpServletRequest request;

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

    /** The figures of the batch that mean something now, each with its people. */
    public List<Part> getParts() {
        var counts = batch().counts();
        var parts = new ArrayList<Part>();
        switch (batch().state()) {
            // What changes every second is told by the bar that moves.
            case RUNNING -> parts.add(new Part(ItemFilter.ELIGIBLE, counts.eligible()));
            case STOPPED, PARTIAL -> {
                parts.add(new Part(ItemFilter.ISSUED, counts.issued()));
                parts.add(new Part(ItemFilter.WAITING, counts.waiting()));
                parts.add(new Part(ItemFilter.FAILED, counts.failed()));
            }
            case DONE -> parts.add(new Part(ItemFilter.ISSUED, counts.issued()));
            default -> {
                parts.add(new Part(ItemFilter.ALL, counts.checked()));
                parts.add(new Part(ItemFilter.ELIGIBLE, counts.eligible()));
            }
        }
        parts.add(new Part(ItemFilter.NOT_YET, counts.notYet()));
        parts.add(new Part(ItemFilter.DUPLICATE, counts.duplicates()));
        if (counts.dropped() > 0) {
            parts.add(new Part(ItemFilter.DROPPED, counts.dropped()));
        }
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
        return batch().state().isAfterStart() ? filter == ItemFilter.FAILED : filter == ItemFilter.NOT_YET;
    }

    public boolean isPapersShown() {
        return getShown().filter() == ItemFilter.ISSUED;
    }

    public Page<BatchItem> getItems() {
        if (items == null) {
            items = issuing.items(batch().code(), getShown().filter(), PageNumber.of(request), PEOPLE);
        }
        return items;
    }

    /** The certificates of the batch, where these are listed. */
    public Page<CertificateRow> getPapers() {
        if (papers == null) {
            papers = certificates.ofBatch(batch().code(), PageNumber.of(request), PEOPLE);
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

    public void revoke() throws IOException {
        revoking.revoke(request.getParameter("revoke"), reason);
        Redirect.to("/manage/certificates/" + batch().code() + "?show=issued&page=" + PageNumber.of(request)
                + "&revoked#people");
    }

    private BatchPage batch() {
        return view.getBatch();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
