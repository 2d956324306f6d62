package id.sanggar.web.certificate;

import id.sanggar.certificate.CertificateHistory;
import id.sanggar.certificate.Reissuing;
import id.sanggar.certificate.Tracing;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.UUID;

/** One certificate of a batch with its story, and a corrected one in its place where the name was wrong. */
@Named
@RequestScoped
public class PaperView {

    @Inject
    private Tracing tracing;

    @Inject
    private Reissuing reissuing;

    @Inject
    private RouteParameters route;

    private CertificateHistory paper;

    private String name;

    private boolean account = true;

    private String reason;

    public CertificateHistory getPaper() {
        if (paper == null) {
            paper = tracing.history(batch(), code());
        }
        return paper;
    }

    /** A picture of the corrected paper as it would be, instead of a page. */
    public void preview() throws IOException {
        var picture = reissuing.preview(batch(), code(), name);
        var faces = FacesContext.getCurrentInstance();
        var answer = faces.getExternalContext();
        answer.responseReset();
        answer.setResponseContentType("image/png");
        answer.setResponseContentLength(picture.length);
        answer.setResponseHeader("Cache-Control", "no-store");
        answer.getResponseOutputStream().write(picture);
        faces.responseComplete();
    }

    public void reissue() throws IOException {
        var corrected = reissuing.reissue(batch(), code(), name, account, reason);
        Redirect.to("/manage/certificates/" + batch() + "/" + corrected + "?corrected");
    }

    private UUID batch() {
        return route.uuid("batch");
    }

    private String code() {
        return route.text("code");
    }

    /** What was typed; at first what the account says now, or the name that is to be corrected. */
    public String getName() {
        return name == null ? getPaper().accountName() : name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isAccount() {
        return account;
    }

    public void setAccount(boolean account) {
        this.account = account;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
