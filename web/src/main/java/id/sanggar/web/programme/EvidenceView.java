package id.sanggar.web.programme;

import id.sanggar.programme.EvidenceDesk;
import id.sanggar.programme.EvidenceRow;
import id.sanggar.programme.EvidenceTwins;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.Page;
import id.sanggar.shared.Slug;
import id.sanggar.web.shared.PageNumber;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** What members handed in: the queue, and one of it to be decided. */
@Named
@RequestScoped
public class EvidenceView {

    @Inject
    private EvidenceDesk desk;

    @Inject
    private RouteParameters route;

    @Inject
    private HttpServletRequest request;

    private Page<EvidenceRow> rows;

    private EvidenceRow item;

    private EvidenceTwins twins;

    private String reason;

    public Page<EvidenceRow> getRows() {
        if (rows == null) {
            rows = desk.queue(getProgramme(), PageNumber.of(request));
        }
        return rows;
    }

    public List<ProgrammeOutline> getProgrammes() {
        return desk.programmes();
    }

    /** Slug of the programme whose queue it is; null for all. */
    public String getProgramme() {
        var asked = request.getParameter("programme");
        return Slug.isValid(asked) ? asked : null;
    }

    /** The address of this list, to which a page number may be added. */
    public String getAddress() {
        return "/manage/evidence?" + (getProgramme() == null ? "" : "programme=" + getProgramme() + "&");
    }

    public EvidenceRow getItem() {
        if (item == null) {
            item = desk.item(route.uuid("evidence"));
        }
        return item;
    }

    /** Who else handed in the same; null where nobody did. */
    public EvidenceTwins getTwins() {
        if (twins == null && getItem().twinned()) {
            twins = desk.twins(getItem().item().code());
        }
        return twins;
    }

    public void confirm() throws IOException {
        var code = route.uuid("evidence");
        desk.confirm(code);
        goOn(code, "confirmed");
    }

    public void refuse() throws IOException {
        var code = route.uuid("evidence");
        desk.refuse(code, reason);
        goOn(code, "refused");
    }

    /** To what waits next; to the queue if nothing does. */
    private void goOn(UUID code, String done) throws IOException {
        Redirect.to(desk.next(code).map(next -> "/manage/evidence/" + next).orElse("/manage/evidence") + "?" + done);
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
