package id.sanggar.web.certificate;

import id.sanggar.certificate.Designing;
import id.sanggar.certificate.TemplatePage;
import id.sanggar.certificate.pdf.Field;
import id.sanggar.shared.Message;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One template: its draft is written, looked at, made a version or thrown away. */
@Named
@RequestScoped
public class TemplateView {

    @Inject
    private Designing designing;

    @Inject
    private RouteParameters route;

    @Inject
    private HttpServletRequest request;

    private TemplatePage template;

    private Optional<Message> problem;

    private String page;

    private String frame;

    private String copy;

    public TemplatePage getTemplate() {
        if (template == null) {
            template = designing.template(getSlug());
        }
        return template;
    }

    public String getSlug() {
        return route.slug("template");
    }

    /** What keeps the draft from being printed; null if nothing does. */
    public Message getProblem() {
        if (!getTemplate().hasDraft()) {
            return null;
        }
        if (problem == null) {
            problem = designing.problem(getSlug());
        }
        return problem.orElse(null);
    }

    /** A field as one writes it. */
    public String braced(String field) {
        return "{" + field + "}";
    }

    /** What may stand in braces. */
    public List<String> getFields() {
        return Arrays.stream(Field.values()).map(Field::key).toList();
    }

    /** Whose values the picture shows, as its address says it. */
    public String getShown() {
        return "longest".equals(request.getParameter("show")) ? "longest" : "newest";
    }

    /** Of the draft that the form was filled from, so that nobody writes over what another saved meanwhile. */
    public int getRevision() {
        var sent = request.getParameter("revision");
        return sent != null && sent.matches("[0-9]{1,9}") ? Integer.parseInt(sent) : getTemplate().revision();
    }

    public void save() throws IOException {
        designing.save(getSlug(), page, frame, getRevision());
        back();
    }

    public void publish() throws IOException {
        designing.publish(getSlug(), getRevision());
        back();
    }

    public void discard() throws IOException {
        designing.discard(getSlug(), getRevision());
        back();
    }

    public void makeCopy() throws IOException {
        var slug = copy == null ? "" : copy.strip();
        designing.copy(getSlug(), slug);
        Redirect.to("/manage/certificates/templates/" + slug);
    }

    private void back() throws IOException {
        Redirect.to("/manage/certificates/templates/" + getSlug());
    }

    public String getPage() {
        return page == null ? getTemplate().page() : page;
    }

    public void setPage(String page) {
        this.page = page;
    }

    public String getFrame() {
        return frame == null ? getTemplate().frame() : frame;
    }

    public void setFrame(String frame) {
        this.frame = frame;
    }

    public String getCopy() {
        return copy;
    }

    public void setCopy(String copy) {
        this.copy = copy;
    }
}
