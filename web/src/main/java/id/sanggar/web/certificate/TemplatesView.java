package id.sanggar.web.certificate;

import id.sanggar.certificate.Designing;
import id.sanggar.certificate.TemplateRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The papers there are to print certificates on. */
@Named
@RequestScoped
public class TemplatesView {

    @Inject
    private Designing designing;

    private List<TemplateRow> templates;

    public List<TemplateRow> getTemplates() {
        if (templates == null) {
            templates = designing.templates();
        }
        return templates;
    }
}
