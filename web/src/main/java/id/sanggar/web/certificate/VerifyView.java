package id.sanggar.web.certificate;

import id.sanggar.certificate.CheckedFile;
import id.sanggar.certificate.FileFinding;
import id.sanggar.certificate.Verification;
import id.sanggar.certificate.VerifiedCertificate;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.NotFound;
import id.sanggar.web.shared.ClientNetwork;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Whether the paper in somebody's hand is real. */
@Named
@RequestScoped
public class VerifyView {

    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    private Verification verification;

    @Inject
    private RouteParameters route;

    @Inject
    private Texts text;

    @Inject
    private HttpServletRequest request;

    private boolean asked;

    private VerifiedCertificate certificate;

    private String refusal;

    private String typed;

    /** Asks once, whatever the page shows of the answer. */
    private void ask() {
        if (asked || route.text("code") == null) {
            return;
        }
        asked = true;
        var external = FacesContext.getCurrentInstance().getExternalContext();
        try {
            certificate = verification.verify(route.text("code"), ClientNetwork.of(request));
        } catch (NotFound unknown) {
            external.setResponseStatus(NOT_FOUND);
        } catch (Conflict tooMany) {
            external.setResponseStatus(TOO_MANY_REQUESTS);
            refusal = text.say(tooMany.text());
        }
    }

    /** Null if there is none of that code, or no answer now. */
    public VerifiedCertificate getCertificate() {
        ask();
        return certificate;
    }

    /** Why there is no answer now; null if there is one. */
    public String getRefusal() {
        ask();
        return refusal;
    }

    /** Whether a code was asked for that no certificate has. */
    public boolean isUnknown() {
        ask();
        return asked && certificate == null && refusal == null;
    }

    /** What the file is that was sent from here and leads here; null if there was none. */
    public FileFinding getFinding() {
        var session = request.getSession(false);
        if (request.getParameter("file") == null || session == null || isUnknown() || getRefusal() != null) {
            return null;
        }
        var checked = (CheckedFile) session.getAttribute(VerificationServlet.CHECKED);
        var here = getCertificate() == null ? null : getCertificate().code();
        return checked == null || !Objects.equals(checked.code(), here) ? null : checked.finding();
    }

    /** What is said in the largest letters: what the file is, if not the original; else what the paper is worth. */
    public String getVerdict() {
        var finding = getFinding();
        if (finding == FileFinding.UNKNOWN) {
            return "FOREIGN";
        }
        if (finding != null && finding != FileFinding.ORIGINAL) {
            return finding.name();
        }
        return getCertificate() != null ? getCertificate().status().name() : isUnknown() ? "UNKNOWN" : null;
    }

    /** What follows from the verdict. */
    public String getMeaning() {
        var key = "certificate.means-" + getVerdict();
        return switch (getVerdict()) {
            case "REVOKED" -> text.of(key, text.date(getCertificate().revokedOn()));
            case "REPLACED" -> text.of(key, text.date(getCertificate().replacedOn()));
            case "EXPIRED" -> text.of(key, text.date(getCertificate().expiresOn()));
            default -> text.of(key);
        };
    }

    /** What is the matter with it, as {@code certificate.file-…} says; null if nothing is. */
    public String getFileRefusal() {
        var why = request.getParameter("file");
        return FileRefusal.isOne(why) ? why : null;
    }

    /** Goes to the address of the code that was typed. */
    public void look() throws IOException {
        if (typed != null && !typed.isBlank()) {
            var code = typed.strip().replaceAll("[\\s/]", "");
            Redirect.to("/verify/" + URLEncoder.encode(code, StandardCharsets.UTF_8));
        }
    }

    /** What was typed, or stands in the address, if it may have to be corrected. */
    public String getTyped() {
        return typed == null && isUnknown() ? route.text("code") : typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }
}
