package id.sanggar.web.programme;

import id.sanggar.identity.Organisation;
import id.sanggar.identity.Organisations;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.Placing;
import id.sanggar.programme.PlacingMany;
import id.sanggar.programme.ProgrammePage;
import id.sanggar.programme.ProgrammePages;
import id.sanggar.shared.Invalid;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everybody of a list of members is moved to a class or a partner, or her membership ended, at once. */
@Named
@RequestScoped
public class MoveView {

    @Inject
    private PlacingMany many;

    @Inject
    private Placing placing;

    @Inject
    private ProgrammePages pages;

    @Inject
    private Organisations organisations;

    @Inject
    private Texts text;

    @Inject
    private HttpServletRequest request;

    private MemberFilter people;

    private Long count;

    private String cohort = "";

    private String partner = "";

    private String why;

    private boolean sure;

    private List<ProgrammePage.Room> rooms;

    private List<Organisation> partners;

    public MemberFilter getPeople() {
        if (people == null) {
            people = MembersView.filter(request);
        }
        return people;
    }

    /** How many the list has now. */
    public long getCount() {
        if (count == null) {
            count = many.count(getPeople());
        }
        return count;
    }

    /** Why the list cannot be moved as it is; null if it can. */
    public String getRefused() {
        if (getPeople().programme() == null) {
            return text.of("programme.move-many-whole");
        }
        return getCount() <= PlacingMany.MOST ? null
                : text.of("programme.move-many-most", text.number(getCount()), text.number(PlacingMany.MOST));
    }

    /** The classes that can be joined still. */
    public List<ProgrammePage.Room> getRooms() {
        if (rooms == null) {
            rooms = pages.page(getPeople().programme()).cohorts();
        }
        return rooms;
    }

    public boolean isMayChangePartner() {
        return placing.managesAll(getPeople().programme());
    }

    public List<Organisation> getPartners() {
        if (partners == null) {
            partners = organisations.all();
        }
        return partners;
    }

    public void move() throws IOException {
        tell("moved", many.move(getPeople(), shown(), new PlacingMany.To(given(cohort), given(partner)), why));
    }

    public void withdraw() throws IOException {
        if (!sure) {
            throw Invalid.of("sure", "programme.withdraw-many-unsure");
        }
        tell("withdrawn", many.withdraw(getPeople(), shown(), why));
    }

    private void tell(String what, PlacingMany.Outcome done) throws IOException {
        var told = new LinkedHashMap<>(getPeople().parameters());
        told.put(what, String.valueOf(done.done()));
        told.put("there", String.valueOf(done.there()));
        told.put("ended", String.valueOf(done.ended()));
        told.put("strangers", String.valueOf(done.strangers()));
        Redirect.to(MemberLinks.address("/manage/members/move", told));
    }

    /** What became of them, in sentences; empty before anything was done. */
    public List<String> getOutcome() {
        var outcome = new ArrayList<String>();
        for (var part : List.of("moved", "withdrawn", "there", "ended", "strangers")) {
            var number = request.getParameter(part);
            var isFirst = part.equals("moved") || part.equals("withdrawn");
            if (number != null && number.matches("[0-9]{1,6}") && (isFirst || !number.equals("0"))) {
                outcome.add(text.of("programme.many-" + part, text.number(Long.parseLong(number))));
            }
        }
        return outcome;
    }

    /** What narrows the list, to be sent with the forms. */
    public Set<Map.Entry<String, String>> getNarrowed() {
        return getPeople().parameters().entrySet();
    }

    /** How many there were when she decided. */
    private long shown() {
        var shown = request.getParameter("shown");
        return shown != null && shown.matches("[0-9]{1,9}") ? Long.parseLong(shown) : -1;
    }

    private static String given(String choice) {
        return choice == null || choice.isEmpty() ? null : choice;
    }

    public String getCohort() {
        return cohort;
    }

    public void setCohort(String cohort) {
        this.cohort = cohort;
    }

    public String getPartner() {
        return partner;
    }

    public void setPartner(String partner) {
        this.partner = partner;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }

    public boolean isSure() {
        return sure;
    }

    public void setSure(boolean sure) {
        this.sure = sure;
    }
}
