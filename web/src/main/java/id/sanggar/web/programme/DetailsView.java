package id.sanggar.web.programme;

import id.sanggar.identity.Account;
import id.sanggar.programme.BusinessForm;
import id.sanggar.programme.Describing;
import id.sanggar.programme.MemberDetails;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The person and the business behind a membership: what is known of them, and the forms to write it down. */
@Named
@RequestScoped
public class DetailsView {

    /** Within this a permit that ends is worth telling. */
    private static final Period SOON = Period.ofDays(60);

    @Inject
    private Describing describing;

    @Inject
    private RouteParameters route;

    @Inject
    private Clock clock;

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
            person = new HashMap<>();
            var known = getDetails().person();
            put(person, "birthYear", known.birthYear());
            put(person, "gender", known.gender());
            put(person, "residence", getDetails().home());
        }
        return person;
    }

    /** Those of the form of the business. */
    public Map<String, String> getBusiness() {
        if (business == null) {
            business = new HashMap<>();
            var known = getDetails().business();
            if (known != null) {
                put(business, "business", known.name());
                put(business, "products", known.products());
                put(business, "kbli", known.kbli());
                put(business, "nib", known.nib());
                put(business, "pirt", known.pirt());
                put(business, "pirtExpires", known.pirtExpires());
                put(business, "halal", known.halal());
                put(business, "halalExpires", known.halalExpires());
                put(business, "employees", known.employees());
                put(business, "turnover", known.turnover());
                put(business, "place", known.place());
                put(business, "revision", known.revision());
            }
        }
        return business;
    }

    private static void put(Map<String, String> fields, String name, Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }

    public MemberDetails.Turnover[] getTurnovers() {
        return MemberDetails.Turnover.values();
    }

    public MemberDetails.Part[] getParts() {
        return MemberDetails.Part.values();
    }

    /** How a permit stands that ends on this day: {@code over}, {@code soon} or, where nothing is to be done, empty. */
    public String ends(LocalDate day) {
        var today = LocalDate.now(clock.withZone(getDetails().programme().zone()));
        if (day == null || day.isAfter(today.plus(SOON))) {
            return "";
        }
        return day.isBefore(today) ? "over" : "soon";
    }

    public void savePerson() throws IOException {
        var fields = getPerson();
        var gender = fields.get("gender");
        describing.person(code(), new Describing.PersonForm(fields.get("nik"), fields.get("birthYear"),
                gender == null || gender.isEmpty() ? null : Account.Gender.valueOf(gender), fields.get("residence")));
        showAnew("?described#about");
    }

    public void saveBusiness() throws IOException {
        var fields = getBusiness();
        var revision = fields.getOrDefault("revision", "0");
        describing.business(code(), new BusinessForm(fields.get("business"), fields.get("products"),
                fields.get("kbli"), fields.get("nib"), fields.get("pirt"), fields.get("pirtExpires"),
                fields.get("halal"), fields.get("halalExpires"), fields.get("employees"), fields.get("turnover"),
                fields.get("place"), revision.matches("[0-9]{1,9}") ? Integer.parseInt(revision) : 0));
        showAnew("?described#business");
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
