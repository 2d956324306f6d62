package id.sanggar.web.programme;

import id.sanggar.learning.MemberProgress;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.MemberOrder;
import id.sanggar.programme.MemberRow;
import id.sanggar.programme.Members;
import id.sanggar.programme.Membership;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.Page;
import id.sanggar.web.shared.PageNumber;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The list of members. What narrows it, its order and its page stand in the address, so that a list can be kept, shared
 * and come back to.
 */
@Named
@RequestScoped
public class MembersView {

    private static final Set<String> FIELDS = Set.of("q", "programme", "stage", "cohort", "state", "permit");

    private static final int MOST_COHORTS = 100;

    @Inject
    private Members members;

    @Inject
    private MemberProgress progress;

    @Inject
    private MemberNarrowings others;

    @Inject
    private Texts text;

    @Inject
    private HttpServletRequest request;

    private List<ProgrammeOutline> programmes;

    private MemberFilter filter;

    private MemberTable table;

    /** A member with how far she is in the courses of the programme. */
    public record Row(MemberRow member, List<MemberProgress.Course> courses) {
    }

    /** Something that narrows the list and has no field in the form, with the list that is not narrowed by it. */
    public record Narrowing(String text, MemberFilter without) {
    }

    static MemberFilter filter(HttpServletRequest request) {
        return MemberFilter.from(request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, parameter -> parameter.getValue()[0])));
    }

    public List<ProgrammeOutline> getProgrammes() {
        if (programmes == null) {
            programmes = members.programmes();
        }
        return programmes;
    }

    /** As asked for; who manages one programme need not name it, and what belongs to another one does not count. */
    public MemberFilter getFilter() {
        if (filter == null) {
            var asked = filter(request);
            filter = asked.programme() == null && getProgrammes().size() == 1
                    ? asked.inProgramme(getProgrammes().get(0).slug())
                    : asked;
            filter = filter.within(getProgramme());
        }
        return filter;
    }

    /** The one programme the list shows; null if it shows all, or one that is not the caller's. */
    public ProgrammeOutline getProgramme() {
        return getProgrammes().stream()
                .filter(programme -> programme.slug().equals(getFilter().programme()))
                .findFirst()
                .orElse(null);
    }

    /**
     * The classes to choose from. Where they are so many that nobody finds hers among them, only the one that is
     * chosen: a class's own page leads to its members.
     */
    public List<ProgrammeOutline.Cohort> getCohorts() {
        var all = getProgramme().cohorts();
        return all.size() <= MOST_COHORTS ? all
                : all.stream().filter(cohort -> cohort.slug().equals(getFilter().cohort())).toList();
    }

    public Membership.State[] getStates() {
        return Membership.State.values();
    }

    public boolean isNarrowed() {
        return !getFilter().parameters().keySet().equals(
                getProgrammes().size() == 1 ? Set.of("programme") : Set.of());
    }

    public List<Narrowing> getNarrowings() {
        var narrowings = new ArrayList<Narrowing>();
        var programme = getProgramme();
        if (programme != null && getFilter().reached() != null) {
            var stage = programme.stage(getFilter().reached());
            narrowings.add(new Narrowing(text.of("programme.narrowed-reached", stage.code(), stage.title()),
                    getFilter().whoReached(null)));
        }
        if (programme != null && getFilter().admittedFrom() != null) {
            var month = DateTimeFormatter.ofPattern("MMMM yyyy", text.locale());
            var from = month.format(getFilter().admittedFrom());
            var until = getFilter().admittedUntil() == null ? "" : month.format(getFilter().admittedUntil());
            narrowings.add(new Narrowing(from.equals(until)
                    ? text.of("programme.narrowed-admitted", from)
                    : text.of("programme.narrowed-admitted-between", from, until),
                    getFilter().admittedBetween(null, null)));
        }
        if (programme != null) {
            narrowings.addAll(others.of(getFilter(), programme));
        }
        return narrowings;
    }

    /** What narrows the list and has no field in the form: it stays when the form is sent. */
    public Set<Map.Entry<String, String>> getKept() {
        var kept = new LinkedHashMap<>(getFilter().parameters());
        kept.keySet().removeAll(FIELDS);
        return kept.entrySet();
    }

    public MemberTable getTable() {
        if (table == null) {
            table = new MemberTable(this, request.getParameter("order"), PageNumber.of(request));
        }
        return table;
    }

    Page<Row> page(MemberOrder order, int number, int size) {
        var page = members.list(getFilter(), order, number, size);
        var courses = progress.of(page.items().stream().map(MemberRow::code).toList());
        return page.map(member -> new Row(member, courses.getOrDefault(member.code(), List.of())));
    }
}
