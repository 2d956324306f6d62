package id.sanggar.web.certificate;

import id.sanggar.certificate.BatchRow;
import id.sanggar.certificate.Issuing;
import id.sanggar.shared.Page;
import id.sanggar.web.shared.PageNumber;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The batches there are. */
@Named
@RequestScoped
public class BatchesView {

    private static final int BATCHES = 25;

    @Inject
    private Issuing issuing;

    @Inject
    private HttpServletRequest request;

    private Page<BatchRow> batches;

    public Page<BatchRow> getBatches() {
        if (batches == null) {
            batches = issuing.batches(PageNumber.of(request), BATCHES);
        }
        return batches;
    }
}
