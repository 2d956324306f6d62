package id.sanggar.web.programme;

import id.sanggar.programme.CohortForm;
import id.sanggar.programme.CohortPage;
import id.sanggar.programme.CohortSetup;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.Membership;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.FieldsJson;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** A class: its places, whom it is for, who waits; and the form to make one or to change it. */
@Named
@RequestScoped
public class CohortView {

    private static final String NEW = "new";

    @Inject
    private CohortSetup setup;

    @Inject
    private RouteParameters route;

    @Inject
    private HttpServletRequest request;

    private CohortPage page;

    private ProgrammeOutline programme;

    private Map<String, String> form;

    /** Whether one is to be made. */
    public boolean isNew() {
        return NEW.equals(route.text("cohort"));
    }

    /** Null for one that is to be made. */
    public CohortPage getPage() {
        if (page == null && !isNew()) {
            page = setup.page(route.slug("programme"), route.slug("cohort"));
        }
        return page;
    }

    public ProgrammeOutline getProgramme() {
        if (programme == null) {
            programme = isNew() ? setup.programme(route.slug("programme")) : getPage().programme();
        }
        return programme;
    }

    public MemberFilter getMembers() {
        return MemberFilter.of(getProgramme().slug()).inCohort(getPage().cohort().slug());
    }

    public MemberFilter getWaiting() {
        return getMembers().inState(Membership.State.WAITLISTED);
    }

    /** The fields of the form by their names. */
    public Map<String, String> getForm() {
        if (form == null) {
            form = isNew() ? new HashMap<>() : getPage().form().fields();
        }
        return form;
    }

    /** What the form shows is so now; where it is shown again, this is newer than what was typed. */
    public String getWas() {
        return isNew() ? "" : FieldsJson.write(getPage().form().fields());
    }

    public void save() throws IOException {
        var typed = CohortForm.of(getForm());
        var at = "/manage/programmes/" + route.slug("programme") + "/cohorts/";
        if (isNew()) {
            Redirect.to(at + setup.make(route.slug("programme"), typed) + "?saved");
        } else {
            setup.change(route.slug("programme"), route.slug("cohort"),
                    FieldsJson.read(request.getParameter("was")), typed);
            Redirect.to(at + route.slug("cohort") + "?saved");
        }
    }
}
