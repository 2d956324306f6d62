package id.sanggar.web.programme;

import id.sanggar.programme.BusinessForm;
import id.sanggar.programme.Describing;
import id.sanggar.programme.MemberDetails;
import id.sanggar.shared.FieldsJson;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** The person and the business behind a membership: what is known of them, and the forms to write it down. */
@Named
@RequestScoped
public class DetailsView {

    @Inject
    private Describing describing;

    @Inject
    private RouteParameters route;

    @Inject
    private HttpServletRequest request;

    private MemberDetails details;

    private Map<String, String> person;

    private Map<String, String> business;

    private String contact;

    private String part = MemberDetails.Part.FAMILY.name();

    public MemberDetails getDetails() {
        if (details == null) {
            details = describing.details(code());
        }
        return details;
    }

    /** The fields of the person's form by their names. */
    public Map<String, String> getPerson() {
        if (person == null) {
            person = getDetails().personForm().fields();
        }
        return person;
    }

    /** Those of the form of the business. */
    public Map<String, String> getBusiness() {
        if (business == null) {
            business = getDetails().businessForm().fields();
        }
        return business;
    }

    public MemberDetails.Turnover[] getTurnovers() {
        return MemberDetails.Turnover.values();
    }

    public MemberDetails.Part[] getParts() {
        return MemberDetails.Part.values();
    }

    /** What the form of the person shows is so now; where it is shown again, this is newer than what was typed. */
    public String getPersonWas() {
        return FieldsJson.write(getDetails().personForm().fields());
    }

    /** The same of the business. */
    public String getBusinessWas() {
        return FieldsJson.write(getDetails().businessForm().fields());
    }

    public void savePerson() throws IOException {
        describing.person(code(), was(), Describing.PersonForm.of(getPerson()));
        showAnew("?described#about");
    }

    public void saveBusiness() throws IOException {
        describing.business(code(), was(), BusinessForm.of(getBusiness()));
        showAnew("?described#business");
    }

    private Map<String, String> was() {
        return FieldsJson.read(request.getParameter("was"));
    }

    public void join() throws IOException {
        describing.join(code(), contact, MemberDetails.Part.valueOf(part));
        showAnew("?described#business");
    }

    public void leave(UUID colleague) throws IOException {
        describing.leave(code(), colleague);
        showAnew("?described#business");
    }

    private void showAnew(String query) throws IOException {
        Redirect.to("/manage/members/" + code() + query);
    }

    private UUID code() {
        return route.uuid("member");
    }

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }

    public String getPart() {
        return part;
    }

    public void setPart(String part) {
        this.part = part;
    }
}
