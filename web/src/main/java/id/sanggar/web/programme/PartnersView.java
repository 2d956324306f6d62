package id.sanggar.web.programme;

import id.sanggar.identity.Organisation;
import id.sanggar.programme.Partner;
import id.sanggar.programme.Partners;
import id.sanggar.shared.FieldsJson;
import id.sanggar.shared.Page;
import id.sanggar.web.shared.PageNumber;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The partners, one of them, and the form to enter one or to change it. */
@Named
@RequestScoped
public class PartnersView {

    private static final String NEW = "new";

    @Inject
    private Partners partners;

    @Inject
    private RouteParameters route;

    @Inject
    private HttpServletRequest request;

    private Page<Partner> list;

    private Partner partner;

    private Map<String, String> form;

    public Page<Partner> getList() {
        if (list == null) {
            list = partners.list(getText(), PageNumber.of(request));
        }
        return list;
    }

    /** What the list is narrowed to. */
    public String getText() {
        var text = request.getParameter("q");
        return text == null || text.length() > 100 ? "" : text.strip();
    }

    public boolean isNew() {
        return NEW.equals(route.text("organisation"));
    }

    /** Null for one that is to be entered. */
    public Partner getPartner() {
        if (partner == null && !isNew()) {
            partner = partners.partner(route.slug("organisation"));
        }
        return partner;
    }

    public Organisation.Kind[] getKinds() {
        return Organisation.Kind.values();
    }

    /** The fields of the form by their names. */
    public Map<String, String> getForm() {
        if (form == null) {
            form = isNew() ? new HashMap<>(Map.of("kind", Organisation.Kind.PARTNER.name()))
                    : getPartner().form().fields();
        }
        return form;
    }

    /** What the form shows is so now; where it is shown again, this is newer than what was typed. */
    public String getWas() {
        return isNew() ? "" : FieldsJson.write(getPartner().form().fields());
    }

    public void save() throws IOException {
        var typed = Partners.Form.of(getForm());
        if (isNew()) {
            Redirect.to("/admin/partners/" + partners.make(typed) + "?saved");
        } else {
            partners.change(route.slug("organisation"), FieldsJson.read(request.getParameter("was")), typed);
            Redirect.to("/admin/partners/" + route.slug("organisation") + "?saved");
        }
    }
}
