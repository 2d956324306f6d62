package id.sanggar.web.certificate;

import id.sanggar.certificate.BulkRevoking;
import id.sanggar.certificate.RevocationPreview;
import id.sanggar.shared.Invalid;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/**
 * Many certificates are revoked at once: the whole batch, or those on a pasted list. What would happen is shown first,
 * and done when the manager has typed to how many.
 */
@Named
@RequestScoped
public class RevokeView {

    private static final int LINES_SHOWN = 30;

    @Inject
    private BulkRevoking revoking;

    @Inject
    private RouteParameters route;

    @Inject
    private HttpServletRequest request;

    private String list;

    private String reason;

    private String number;

    private boolean asked;

    private RevocationPreview preview;

    /** Whether a list says which ones are meant; otherwise the whole batch. */
    public boolean isListed() {
        return "list".equals(request.getParameter("of"));
    }

    /** What would happen; null while there is no list to go by. Asked early: fields that are not shown take nothing. */
    public RevocationPreview getPreview() {
        if (!asked) {
            asked = true;
            preview = isListed() && getList() == null ? null : found();
        }
        return preview;
    }

    /** Null for a list that makes no sense; whoever sends it is told by the act that she asked for. */
    private RevocationPreview found() {
        try {
            return revoking.preview(batch(), isListed() ? getList() : null);
        } catch (Invalid unreadable) {
            return null;
        }
    }

    /** The first so many of some lines. */
    public List<String> shown(List<String> lines) {
        return lines.subList(0, Math.min(lines.size(), LINES_SHOWN));
    }

    public int hidden(List<String> lines) {
        return Math.max(0, lines.size() - LINES_SHOWN);
    }

    public void look() {
        preview = revoking.preview(batch(), text());
    }

    public void revoke() throws IOException {
        var order = order();
        var listed = isListed() ? text() : null;
        preview = revoking.preview(batch(), listed);
        revoking.revoke(order, batch(), listed, reason, typed());
        Redirect.to("/manage/certificates/" + batch() + "/revoke?done=" + order);
    }

    private String text() {
        return list == null ? "" : list;
    }

    private int typed() {
        var digits = number == null ? "" : number.replaceAll("[\\s.,]", "");
        if (!digits.matches("\\d{1,9}")) {
            throw Invalid.of("number", "certificate.number-needed");
        }
        return Integer.parseInt(digits);
    }

    /** Of the form: new with every page, so that a form that is sent twice revokes once. */
    public UUID getOrder() {
        return UUID.randomUUID();
    }

    private UUID order() {
        try {
            return UUID.fromString(String.valueOf(request.getParameter("order")));
        } catch (IllegalArgumentException unreadable) {
            return UUID.randomUUID();
        }
    }

    /** How many were revoked by the order that the address names; 0 if none was. */
    public int getDone() {
        var done = request.getParameter("done");
        try {
            return done == null ? 0 : revoking.revoked(batch(), UUID.fromString(done));
        } catch (IllegalArgumentException unreadable) {
            return 0;
        }
    }

    private UUID batch() {
        return route.uuid("batch");
    }

    /** What was pasted; at first the one certificate that the address names, if it does. */
    public String getList() {
        if (list != null) {
            return list;
        }
        var sent = request.getParameter("list");
        return sent == null ? request.getParameter("one") : sent;
    }

    public void setList(String list) {
        this.list = list;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
