package id.sanggar.web.insight;

import id.sanggar.identity.Region;
import id.sanggar.insight.Board;
import id.sanggar.insight.BoardAddress;
import id.sanggar.insight.BoardAddress.Shading;
import id.sanggar.insight.Breakdown;
import id.sanggar.insight.Dimension;
import id.sanggar.insight.Figures;
import id.sanggar.insight.Forecast;
import id.sanggar.insight.Funnel;
import id.sanggar.insight.Numbers;
import id.sanggar.insight.SavedView;
import id.sanggar.insight.SavedViews;
import id.sanggar.insight.TileMap;
import id.sanggar.insight.TileMaps;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.Members;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.NotFound;
import id.sanggar.web.programme.MemberLinks;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One programme in the command centre. Whom it counts and how it looks stands in the address; each part of it is
 * reckoned when the page comes to it.
 */
@Named
@RequestScoped
public class BoardView {

    private static final String PAGE = "/manage?";

    @Inject
    private Figures figures;

    @Inject
    private SavedViews savedViews;

    @Inject
    private Members members;

    @Inject
    private TileMaps maps;

    @Inject
    private MemberLinks links;

    @Inject
    private Words words;

    @Inject
    private Pickers pickers;

    @Inject
    private Texts text;

    @Inject
    private HttpServletRequest request;

    private List<ProgrammeOutline> programmes;

    private BoardAddress address;

    private Board board;

    private TileMap map;

    private Places places;

    private Growth time;

    private Groups groups;

    private String name;

    /** Of a course, for its row of the table. */
    public record CourseRow(Numbers.OfCourse of, String gain) {
    }

    private List<ProgrammeOutline> programmes() {
        if (programmes == null) {
            programmes = members.programmes();
        }
        return programmes;
    }

    /** Whether the caller manages this programme alone. */
    public boolean isAlone() {
        return programmes().size() == 1;
    }

    BoardAddress address() {
        if (address == null) {
            var asked = BoardAddress.from(request.getParameterMap().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, parameter -> parameter.getValue()[0])));
            var filter = asked.filter().named(null);
            address = asked.counting(filter.programme() == null && isAlone()
                    ? filter.inProgramme(programmes().get(0).slug())
                    : filter);
            address = address.counting(programmes().stream()
                    .filter(programme -> programme.slug().equals(getFilter().programme()))
                    .findFirst()
                    .map(getFilter()::within)
                    .orElse(getFilter()));
            address = asked.whole() ? address.inFull() : address;
        }
        return address;
    }

    /** Null where the page is to show all of them. */
    public ProgrammeOutline getProgramme() {
        return getFilter().programme() == null ? null : getFunnel().programme();
    }

    public MemberFilter getFilter() {
        return address().filter();
    }

    public Funnel getFunnel() {
        return board().funnel();
    }

    private Board board() {
        if (board == null) {
            var filter = getFilter();
            var home = programmes().stream()
                    .filter(programme -> programme.slug().equals(filter.programme()))
                    .findFirst()
                    .map(ProgrammeOutline::region)
                    .orElseGet(() -> figures.funnel(filter).programme().region());
            var area = area(home);
            map = maps.of(area);
            board = figures.board(filter, filter.region() == null && !area.isEmpty() ? filter.livingIn(area) : filter,
                    Dimension.ofArea(map.codes().isEmpty() ? 0 : map.codes().get(0).length()), address().by());
        }
        return board;
    }

    public String getAsOf() {
        return text.of("insight.as-of", text.momentIn(getFunnel().asOf(), getProgramme().zone().getId()));
    }

    public long getWaiting() {
        return getFunnel().numbers().getWaiting().number();
    }

    public Head getHead() {
        var forecast = board().forecast();
        var members = getFunnel().numbers().members().number();
        return Head.of(getFunnel(), forecast.expected() == null ? null
                : members + forecast.expected() - forecast.admitted().number(), outlook(forecast), text, links::list);
    }

    private String outlook(Forecast found) {
        if (found.expected() == null) {
            return text.of("insight.outlook-none");
        }
        var year = found.target() == 0 ? "" : " " + text.of("insight.outlook-target", found.target(),
                String.valueOf(found.until().getYear()));
        return text.of("insight.outlook", found.expected(), text.date(found.until()), found.weeks()) + " "
                + text.of("insight.outlook-range", found.low(), found.high()) + year
                + (found.reached() == null ? "" : " " + text.of("insight.outlook-reached", text.date(found.reached())));
    }

    public List<Steps.Step> getSteps() {
        var stages = getFunnel().numbers().stages();
        return Steps.of(stages, stages.stream().map(stage -> text.in(stage.stage().title())).toList(),
                board().times().stages().stream().map(stage -> days(stage.took())).toList(),
                getFunnel().target());
    }

    /** "58 · 190", the median and what nine of ten took. */
    private String days(Numbers.Days days) {
        return days.median() == null ? "–" : text.of("insight.days", days.median(), days.nineOfTen());
    }

    public List<CourseRow> getCourses() {
        return getFunnel().numbers().courses().stream()
                .map(course -> new CourseRow(course, course.gain().getPoints() == null ? null
                        : Head.points(course.gain().getPoints(), text)))
                .toList();
    }

    public Growth getTime() {
        if (time == null) {
            time = Growth.of(getFunnel(), board().months(), board().forecast());
        }
        return time;
    }

    public String getMonthsInWords() {
        return getTime().inWords(text::month, text::number);
    }

    /** The area of the map: the one asked for, the one the members are narrowed to, or the programme's own. */
    private String area(String home) {
        if (address().area() != null) {
            return address().area();
        }
        var region = getFilter().region();
        return region != null && region.matches("[0-9]{2}|[0-9]{4}|[0-9]{6}") ? region : home;
    }

    public Places getPlaces() {
        if (places == null) {
            places = places(area(getProgramme().region()));
        }
        return places;
    }

    private Places places(String area) {
        var found = board().areas();
        var dimension = found.dimension();
        var reading = new Places.Reading(address().shading());
        var atlas = new Places.Atlas(words::area, this::areaView, links::list);
        var measured = shade(address().shading());
        long outside = getFunnel().numbers().members().number() - found.total().members().number();
        var remark = Stream.of(map.placed() ? "" : text.of("insight.map-in-order"),
                outside > 0 ? text.of("insight.map-outside", outside) : "")
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        return new Places(measured + ", " + words.of(dimension), words.of(dimension), measured, map.columns(),
                Places.tiles(map, found, reading, atlas, text), Places.legend(found, reading, text), remark,
                crumbs(area), shadings(found), Places.rows(found, reading, atlas, text,
                        text.of("insight.not-known")));
    }

    private String areaView(String code) {
        var look = code.length() == Region.Level.VILLAGE.digits() ? address() : address().showing(null);
        return PAGE + look.counting(getFilter().livingIn(code)).query();
    }

    private List<Places.Crumb> crumbs(String area) {
        var crumbs = new ArrayList<Places.Crumb>();
        crumbs.add(new Places.Crumb(text.of("insight.indonesia"), area.isEmpty() ? null : showing("")));
        for (var level : Region.Level.values()) {
            if (level.digits() <= area.length()) {
                var code = area.substring(0, level.digits());
                crumbs.add(new Places.Crumb(words.area(code), code.equals(area) ? null : showing(code)));
            }
        }
        return crumbs;
    }

    /** The map of an area, and the members of the whole of it. */
    private String showing(String area) {
        var region = getFilter().region();
        var wider = region != null && region.startsWith(area) ? getFilter().livingIn(null) : getFilter();
        return PAGE + address().counting(wider).showing(area).query();
    }

    private List<Places.Choice> shadings(Breakdown found) {
        boolean targets = found.rows().stream().anyMatch(row -> row.target() > 0);
        return Stream.of(Shading.values())
                .filter(shading -> shading != Shading.TARGET || targets)
                .map(shading -> new Places.Choice(shade(shading),
                        PAGE + address().shadedBy(shading).query(), shading == address().shading()))
                .toList();
    }

    private String shade(Shading shading) {
        var stages = getProgramme().stages();
        return shading != Shading.ONWARD ? text.of("insight.shade-" + shading.name().toLowerCase(Locale.ROOT))
                : stages.size() > Places.Reading.ONWARD
                        ? text.of("insight.shade-onward", stages.get(Places.Reading.ONWARD).code())
                        : text.of("insight.facet-completed");
    }

    public Groups getGroups() {
        if (groups == null) {
            var by = address().by();
            var found = board().compared();
            var shown = Groups.shown(found, address().whole());
            var course = Groups.course(getFunnel().numbers(), address().course());
            groups = new Groups(words.of(by), tabs(by), Groups.courses(getFunnel().numbers(), course,
                    slug -> PAGE + address().about(slug).query(), text), getProgramme().stages(), shown.stream()
                    .map(row -> Groups.row(words.group(row, by), view(row, by), row.numbers(), course, text))
                    .toList(), shown.size() == found.rows().size() ? null : PAGE + address().inFull().query(),
                    text.of("insight.show-all", found.rows().size()));
        }
        return groups;
    }

    private String view(Breakdown.Row row, Dimension by) {
        if (by == Dimension.PARTNER && !row.isUnknown()) {
            return "/manage/programmes/" + getProgramme().slug() + "/scorecards/" + row.key();
        }
        return PAGE + address().counting(row.numbers().people().people()).query();
    }

    private List<Places.Choice> tabs(Dimension by) {
        return Stream.of(Dimension.PARTNER, Dimension.REGENCY, Dimension.DISTRICT, Dimension.VILLAGE,
                Dimension.GENDER, Dimension.KBLI, Dimension.COHORT, Dimension.MONTH, Dimension.YEAR)
                .map(each -> new Places.Choice(words.of(each), PAGE + address().comparing(each).query(), each == by))
                .toList();
    }

    public List<Pickers.Picker> getPickers() {
        return pickers.of(board());
    }

    public List<Pickers.Narrowing> getNarrowings() {
        return pickers.narrowings(board(), address());
    }

    /** What a form that narrows the members keeps of the look of the page, and of what it has no field for. */
    public List<Map.Entry<String, String>> getKept() {
        var kept = new ArrayList<>(address().looks().entrySet());
        kept.removeIf(look -> look.getKey().equals("area"));
        getFilter().parameters().entrySet().stream()
                .filter(parameter -> !Pickers.FIELDS.contains(parameter.getKey()))
                .forEach(kept::add);
        return kept;
    }

    /** @param ending of the kind of file */
    public String file(String ending) {
        return "/files/boards/" + getProgramme().slug() + "." + ending + "?" + address().query();
    }

    public List<SavedView> getViews() {
        return savedViews.mine(getProgramme().slug());
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isRemoving() {
        return request.getParameter("remove") != null;
    }

    public boolean isRefused() {
        return !FacesContext.getCurrentInstance().getMessageList().isEmpty();
    }

    public void save() throws IOException {
        savedViews.save(getFilter().programme(), name, address().query());
        Redirect.to(PAGE + address().query() + "&done=saved");
    }

    public void remove() throws IOException {
        var code = request.getParameter("remove");
        if (!code.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new NotFound("view");
        }
        savedViews.remove(UUID.fromString(code));
        Redirect.to(PAGE + address().query() + "&done=removed");
    }

    /** What was just done, as the address tells it; empty if nothing was. */
    public String getDone() {
        var done = request.getParameter("done");
        return "saved".equals(done) ? text.of("insight.view-saved")
                : "removed".equals(done) ? text.of("insight.view-removed") : "";
    }
}
