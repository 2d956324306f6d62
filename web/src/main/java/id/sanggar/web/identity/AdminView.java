package id.sanggar.web.identity;

import id.sanggar.identity.Organisation;
import id.sanggar.identity.Organisations;
import id.sanggar.identity.Role;
import id.sanggar.identity.RoleGranting;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.search.RebuildProgress;
import id.sanggar.search.Rebuilding;
import id.sanggar.shared.Page;
import id.sanggar.web.shared.PageNumber;
import id.sanggar.web.shared.Redirect;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;

/** The administrator's desk: who may do what, and the index of the full-text search. */
@Named
@RequestScoped
public class AdminView {

    @Inject
    private RoleGranting granting;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Organisations organisations;

    @Inject
    private Rebuilding rebuilding;

    @Inject
    private HttpServletRequest request;

    private Page<RoleGranting.Granted> granted;

    private String contact;

    private String role = Role.MANAGER.name();

    private String programme;

    private String organisation;

    private List<Organisation> choices;

    public Page<RoleGranting.Granted> getGranted() {
        if (granted == null) {
            granted = granting.granted(PageNumber.of(request));
        }
        return granted;
    }

    public List<ProgrammeOutline> getProgrammes() {
        return programmes.all();
    }

    public List<Organisation> getOrganisations() {
        if (choices == null) {
            choices = organisations.all();
        }
        return choices;
    }

    public void grant() throws IOException {
        granting.grant(contact, Role.valueOf(role),
                isGiven(programme) ? programmes.bySlug(programme).id() : null,
                isGiven(organisation) ? organisations.bySlug(organisation).id() : null);
        showAnew("?granted#roles");
    }

    private static boolean isGiven(String choice) {
        return choice != null && !choice.isEmpty();
    }

    public void withdraw(long grant) throws IOException {
        granting.withdraw(grant);
        showAnew("?withdrawn#roles");
    }

    public boolean isRebuilding() {
        return rebuilding.isRunning();
    }

    /** The newest rebuild; null if there was none. */
    public RebuildProgress.State getRebuilt() {
        return rebuilding.progress().orElse(null);
    }

    public void rebuild() throws IOException {
        rebuilding.start();
        showAnew("#search");
    }

    private static void showAnew(String query) throws IOException {
        Redirect.to("/admin" + query);
    }

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public String getProgramme() {
        return programme;
    }

    public void setProgramme(String programme) {
        this.programme = programme;
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }
}
