package id.sanggar.web.exchange;

import id.sanggar.exchange.members.MemberImport;
import id.sanggar.exchange.members.MemberImports;
import id.sanggar.programme.Members;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.web.shared.FileFormServlet;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Where a table of members is brought: for which programme, for which partner; and what was brought before. */
@Named
@RequestScoped
public class MemberImportsView {

    @Inject
    private MemberImports imports;

    @Inject
    private Members members;

    @Inject
    private HttpServletRequest request;

    private List<ProgrammeOutline> programmes;

    /** Known once: a page asks for all of a list again with each thing in it. */
    private List<MemberImports.Partner> partners;

    private List<MemberImport> recent;

    public List<ProgrammeOutline> getProgrammes() {
        if (programmes == null) {
            programmes = members.programmes();
        }
        return programmes;
    }

    /** As chosen; else the only one; null until it is chosen. */
    public ProgrammeOutline getProgramme() {
        var chosen = request.getParameter("programme");
        return getProgrammes().stream()
                .filter(programme -> programme.slug().equals(chosen) || getProgrammes().size() == 1)
                .findFirst()
                .orElse(null);
    }

    public List<MemberImports.Partner> getPartners() {
        if (partners == null) {
            partners = imports.partners(getProgramme().slug());
        }
        return partners;
    }

    public boolean isOpen() {
        return imports.mayLeavePartnerOpen(getProgramme().slug());
    }

    public long getMegabytes() {
        return MemberImports.LARGEST / 1_000_000;
    }

    /** Why the table just sent without a script was not taken; null if it was, or none was sent. */
    public String getSaid() {
        return FileFormServlet.said(request);
    }

    /** Of a table that comes in one piece. */
    public long getMegabytesAtOnce() {
        return MemberTableFormServlet.LARGEST / 1_000_000;
    }

    public List<MemberImport> getRecent() {
        if (recent == null) {
            recent = imports.recent();
        }
        return recent;
    }
}
