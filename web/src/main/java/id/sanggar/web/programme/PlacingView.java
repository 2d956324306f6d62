package id.sanggar.web.programme;

import id.sanggar.identity.Organisation;
import id.sanggar.identity.Organisations;
import id.sanggar.programme.MemberEvent;
import id.sanggar.programme.Placing;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.ProgrammePage;
import id.sanggar.programme.ProgrammePages;
import id.sanggar.programme.Whereabouts;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a member is: her class, her partner, what became of her; and how a manager changes it. */
@Named
@RequestScoped
public class PlacingView {

    @Inject
    private Placing placing;

    @Inject
    private ProgrammePages pages;

    @Inject
    private Organisations organisations;

    @Inject
    private RouteParameters route;

    @Inject
    private Texts text;

    private Whereabouts now;

    private List<ProgrammePage.Room> rooms;

    private List<Organisation> partners;

    private String cohort;

    private String partner;

    private String why;

    public Whereabouts getNow() {
        if (now == null) {
            now = placing.whereabouts(code());
        }
        return now;
    }

    /** Those that can be joined still, with the one where she is. The page asks for them again with each of them. */
    public List<ProgrammePage.Room> getRooms() {
        if (rooms == null) {
            rooms = new ArrayList<>(pages.page(getNow().programme().slug()).cohorts());
            var hers = getNow().cohort();
            if (hers != null && rooms.stream().noneMatch(room -> room.cohort().id() == hers.id())) {
                rooms.add(0, new ProgrammePage.Room(hers, null));
            }
        }
        return rooms;
    }

    public List<Organisation> getPartners() {
        if (partners == null) {
            partners = organisations.all();
        }
        return partners;
    }

    /** Where an event left her, in words; empty if nowhere in particular. */
    public String where(MemberEvent event) {
        return Stream.of(event.cohort() == null ? null : event.cohort().title(), event.organisation())
                .filter(place -> place != null)
                .map(text::in)
                .collect(Collectors.joining(" · "));
    }

    /** Whether her history tells already when she was accepted, for she had to wait for a place. */
    public boolean isWaited() {
        return getNow().history().stream().anyMatch(event -> event.kind() == MemberEvent.Kind.WAITLISTED);
    }

    public void move() throws IOException {
        var whole = getNow().mayChangePartner();
        placing.move(code(), new Placing.Place(given(cohort), whole ? given(partner) : getNow().partner()), why);
        showAnew("?moved");
    }

    public void withdraw() throws IOException {
        placing.withdraw(code(), why);
        showAnew("?withdrawn");
    }

    public void takeBack() throws IOException {
        placing.takeBack(code(), given(cohort), why);
        showAnew("?returned");
    }

    private void showAnew(String query) throws IOException {
        Redirect.to("/manage/members/" + code() + query);
    }

    private static String given(String choice) {
        return choice == null || choice.isEmpty() ? null : choice;
    }

    private UUID code() {
        return route.uuid("member");
    }

    /** As chosen, or where she is now. */
    public String getCohort() {
        ProgrammeOutline.Cohort hers = getNow().cohort();
        return cohort != null ? cohort : hers == null ? "" : hers.slug();
    }

    public void setCohort(String cohort) {
        this.cohort = cohort == null ? "" : cohort;
    }

    /** As chosen, or who serves her now. */
    public String getPartner() {
        return partner != null ? partner : getNow().partner() == null ? "" : getNow().partner();
    }

    public void setPartner(String partner) {
        this.partner = partner == null ? "" : partner;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }
}
