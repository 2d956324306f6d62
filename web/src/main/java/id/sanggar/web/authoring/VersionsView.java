package id.sanggar.web.authoring;

import id.sanggar.authoring.CourseDifference;
import id.sanggar.authoring.PublishImpact;
import id.sanggar.authoring.StudioPublishing;
import id.sanggar.authoring.VersionsPage;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** The versions a course has had: what became of it between any two, going back, and its end. */
@Named
@RequestScoped
public class VersionsView {

    @Inject
    private StudioPublishing publishing;

    @Inject
    private StudioWords words;

    @Inject
    private RouteParameters address;

    @Inject
    private HttpServletRequest request;

    private VersionsPage page;

    private CourseDifference difference;

    private PublishImpact impact;

    private String note;

    private String reason;

    public VersionsPage getPage() {
        if (page == null) {
            page = publishing.versions(address.slug("course"));
        }
        return page;
    }

    public boolean isComparing() {
        return number("from") != null && number("to") != null;
    }

    /** The older of the two that are compared, or could be. */
    public int getFrom() {
        var asked = number("from");
        return asked == null ? Math.max(1, newest() - 1) : asked;
    }

    public int getTo() {
        var asked = number("to");
        return asked == null ? newest() : asked;
    }

    private int newest() {
        return getPage().rows().isEmpty() ? 1 : getPage().rows().get(0).number();
    }

    public CourseDifference getDifference() {
        if (difference == null) {
            difference = publishing.difference(getPage().slug(), getFrom(), getTo());
        }
        return difference;
    }

    /** The version to go back to; null while nobody asked. */
    public Integer getBack() {
        var asked = number("back");
        return asked != null && getPage().rows().stream().anyMatch(row -> row.number() == asked && !row.current())
                ? asked : null;
    }

    public PublishImpact getImpact() {
        if (impact == null) {
            impact = publishing.impactOf(getPage().slug(), getBack());
        }
        return impact;
    }

    private Integer number(String name) {
        var text = request.getParameter(name);
        return text != null && text.matches("[1-9][0-9]{0,5}") ? Integer.valueOf(text) : null;
    }

    public void goBack() throws IOException {
        publishing.rollBack(getPage().slug(), getBack(), words.getChosen(), note);
        done();
    }

    public void retire() throws IOException {
        publishing.retire(getPage().slug(), true, reason);
        done();
    }

    public void resume() throws IOException {
        publishing.retire(getPage().slug(), false, reason);
        done();
    }

    private void done() throws IOException {
        Redirect.to("/studio/" + getPage().slug() + "/versions?done");
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
