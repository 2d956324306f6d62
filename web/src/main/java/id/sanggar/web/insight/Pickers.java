package id.sanggar.web.insight;

import id.sanggar.identity.Region;
import id.sanggar.identity.Regions;
import id.sanggar.insight.Board;
import id.sanggar.insight.BoardAddress;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.Membership;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** By what the members of a view can be narrowed, and by what they are. */
@RequestScoped
class Pickers {

    /** Parameters that the form has fields for. */
    static final Set<String> FIELDS = Set.of("programme", "region", "partner", "cohort", "gender", "kbli", "state",
            "from", "until");

    @Inject
    private Regions regions;

    @Inject
    private Words words;

    @Inject
    private Texts text;

    /** A field of the form. @param all what it says where it does not narrow */
    public record Picker(String name, String label, String all, List<Option> options) {
    }

    public record Option(String value, String label, boolean chosen) {
    }

    /** Something the view is narrowed to. @param without address of the view that is not */
    public record Narrowing(String text, String without) {
    }

    List<Picker> of(Board board) {
        var programme = board.funnel().programme();
        var filter = board.funnel().filter();
        return List.of(
                picker("region", areas(programme, filter).map(code -> option(code, areaLabel(code), filter.region()))),
                picker("partner", groups(board.partners(), "insight.no-partner", filter.partner())),
                picker("cohort", Stream.concat(programme.cohorts().stream()
                        .map(cohort -> option(cohort.slug(), text.in(cohort.title()), filter.cohort())),
                        Stream.of(option(MemberFilter.NONE, text.of("insight.no-cohort"), filter.cohort())))),
                picker("gender", Stream.of("female", "male", MemberFilter.NONE)
                        .map(gender -> option(gender, words.gender(gender), filter.gender()))),
                picker("kbli", board.kblis().stream()
                        .map(Board.Choice::key)
                        .sorted(Comparator.comparing((String code) -> code.equals(MemberFilter.NONE))
                                .thenComparing(Comparator.naturalOrder()))
                        .map(code -> option(code, words.kbli(code), filter.kbli()))),
                picker("state", Stream.of(Membership.State.values()).map(state -> option(
                        state.name().toLowerCase(Locale.ROOT), state(state),
                        filter.state() == null ? null : filter.state().name().toLowerCase(Locale.ROOT)))));
    }

    private Picker picker(String name, Stream<Option> options) {
        return new Picker(name, text.of("insight.pick-" + name), text.of("insight.any-" + name), options.toList());
    }

    private static Option option(String value, String label, String chosen) {
        return new Option(value, label, value.equals(chosen));
    }

    /** Regencies and districts of the programme's province, and the one that is chosen wherever it lies. */
    private Stream<String> areas(ProgrammeOutline programme, MemberFilter filter) {
        var area = programme.region();
        var codes = new ArrayList<String>();
        if (area.length() <= Region.Level.REGENCY.digits()) {
            regions.in(area, Region.Level.REGENCY).forEach(region -> codes.add(region.code()));
            regions.in(area, Region.Level.DISTRICT).forEach(region -> codes.add(region.code()));
        }
        var chosen = filter.region();
        if (chosen != null && !codes.contains(chosen) && !chosen.endsWith(MemberFilter.NONE)) {
            codes.add(chosen);
        }
        codes.sort(Comparator.naturalOrder());
        return Stream.concat(codes.stream(), Stream.of(MemberFilter.NONE));
    }

    private String areaLabel(String code) {
        return code.equals(MemberFilter.NONE) ? text.of("insight.not-known")
                : (code.length() > Region.Level.REGENCY.digits() ? "\u2003" : "") + words.area(code);
    }

    private Stream<Option> groups(List<Board.Choice> choices, String unknown, String chosen) {
        return choices.stream()
                .map(choice -> option(choice.key(), choice.key().equals(MemberFilter.NONE) ? text.of(unknown)
                        : text.in(choice.label()), chosen))
                .sorted(Comparator.comparing((Option option) -> option.value().equals(MemberFilter.NONE))
                        .thenComparing(Option::label, String.CASE_INSENSITIVE_ORDER));
    }

    private String state(Membership.State state) {
        return text.of("insight.state-" + state.name().toLowerCase(Locale.ROOT));
    }

    List<Narrowing> narrowings(Board board, BoardAddress address) {
        var programme = board.funnel().programme();
        var filter = address.filter();
        var found = new ArrayList<Narrowing>();
        add(found, filter.region() == null ? null : filter.region().equals(MemberFilter.NONE)
                ? text.of("insight.home-not-known")
                : words.area(filter.region().replace(MemberFilter.NONE, "")), address, filter.livingIn(null));
        add(found, filter.partner() == null ? null : partner(board, filter), address, filter.servedBy(null));
        add(found, filter.cohort() == null ? null : programme.hasCohort(filter.cohort())
                ? text.in(programme.cohort(filter.cohort()).title())
                : text.of("insight.no-cohort"), address, filter.inCohort(null));
        add(found, filter.gender() == null ? null : words.gender(filter.gender()), address, filter.ofGender(null));
        add(found, filter.kbli() == null ? null : text.of("insight.narrowed-kbli", words.kbli(filter.kbli())), address,
                filter.inBusiness(null));
        add(found, filter.state() == null ? null : state(filter.state()), address, filter.inState(null));
        add(found, filter.stage() == null ? null : text.of("insight.narrowed-stage",
                programme.stage(filter.stage()).title()), address, filter.inStage(null));
        add(found, filter.reached() == null ? null : text.of("insight.narrowed-reached",
                programme.stage(filter.reached()).title()), address, filter.whoReached(null));
        add(found, filter.admittedFrom() == null && filter.admittedUntil() == null ? null
                : Objects.equals(filter.admittedFrom(), filter.admittedUntil())
                        ? text.of("insight.narrowed-month", text.month(filter.admittedFrom()))
                        : text.of("insight.narrowed-months",
                                filter.admittedFrom() == null ? "…" : text.month(filter.admittedFrom()),
                                filter.admittedUntil() == null ? "…" : text.month(filter.admittedUntil())),
                address, filter.admittedBetween(null, null));
        add(found, filter.pace() == null ? null
                : text.of("insight.pace-" + filter.pace().name().toLowerCase(Locale.ROOT)), address,
                filter.getting(null));
        return found;
    }

    private static void add(List<Narrowing> found, String label, BoardAddress address, MemberFilter without) {
        if (label != null) {
            found.add(new Narrowing(label, "/manage?" + address.counting(without).query()));
        }
    }

    private String partner(Board board, MemberFilter filter) {
        return board.partners().stream()
                .filter(partner -> partner.key().equals(filter.partner()))
                .findFirst()
                .map(partner -> partner.key().equals(MemberFilter.NONE) ? text.of("insight.no-partner")
                        : text.in(partner.label()))
                .orElse(filter.partner());
    }
}
