package id.sanggar.web.insight;

import id.sanggar.insight.Breakdown;
import id.sanggar.insight.Dimension;
import id.sanggar.insight.Figure;
import id.sanggar.insight.Figures;
import id.sanggar.insight.Numbers;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.Pace;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.NotFound;
import id.sanggar.web.programme.MemberLinks;
import id.sanggar.web.shared.RouteParameters;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How the partners of a programme do: beside each other, and one of them against all. */
@Named
@RequestScoped
public class ScorecardsView {

    @Inject
    private Figures figures;

    @Inject
    private RouteParameters route;

    @Inject
    private MemberLinks links;

    @Inject
    private Words words;

    @Inject
    private Texts text;

    @Inject
    private HttpServletRequest request;

    private Breakdown partners;

    /**
     * A partner among others.
     *
     * @param rank by members brought, from 1
     */
    public record Row(int rank, String name, String href, Groups.Row numbers, int width, String approval) {
    }

    /**
     * One thing that is measured.
     *
     * @param href of the list of those counted; null where no people are
     * @param whole width of the partner's bar, in thousandths
     * @param goal where all partners together stand
     */
    public record Measure(String name, String mine, String href, String all, int whole, int goal) {
    }

    public ProgrammeOutline getProgramme() {
        return partners().programme();
    }

    private Breakdown partners() {
        if (partners == null) {
            partners = figures.breakdown(MemberFilter.of(route.slug("programme")), Dimension.PARTNER);
        }
        return partners;
    }

    private List<Breakdown.Row> sorted() {
        return partners().rows().stream()
                .filter(row -> !row.isUnknown())
                .sorted(Comparator.comparing(row -> -row.numbers().members().number()))
                .toList();
    }

    public List<Row> getRows() {
        var rows = new ArrayList<Row>();
        var all = sorted();
        long most = Math.max(1, all.isEmpty() ? 1 : all.get(0).numbers().members().number());
        for (var partner : all) {
            rows.add(new Row(rows.size() + 1, text.in(partner.label()), card(partner.key()),
                    Groups.row("", null, partner.numbers(), course(), text),
                    (int) (1000 * partner.numbers().members().number() / most), bare(partner.numbers().approval())));
        }
        return rows;
    }

    private String course() {
        return Groups.course(partners().total(), request.getParameter("course"));
    }

    /** The courses of which the list can tell; none where there is no choice. */
    public List<Places.Choice> getCourses() {
        return Groups.courses(partners().total(), course(), slug -> "?course=" + slug, text);
    }

    private String card(String partner) {
        return "/manage/programmes/" + getProgramme().slug() + "/scorecards/" + partner;
    }

    /** As in a column whose heading says that they are days. */
    private String bare(Numbers.Days days) {
        return days.median() == null ? "–" : text.of("insight.bare-days", days.median(), days.nineOfTen());
    }

    private String days(Numbers.Days days) {
        return days.median() == null ? "–" : text.of("insight.days", days.median(), days.nineOfTen());
    }

    /** @throws NotFound if the partner serves nobody whom the caller may see */
    public Breakdown.Row getPartner() {
        var slug = route.text("partner");
        return partners().rows().stream()
                .filter(row -> row.key().equals(slug))
                .findFirst()
                .orElseThrow(() -> new NotFound("partner " + slug));
    }

    /** The partner's place among all by members brought. */
    public String getPlace() {
        return text.of("insight.place-of", sorted().indexOf(getPartner()) + 1, sorted().size());
    }

    public String getMembersLink() {
        return links.list(getPartner().numbers().members().people());
    }

    /** The command centre's view of the partner's members. */
    public String getBoard() {
        return "/manage?programme=" + getProgramme().slug() + "&partner=" + getPartner().key();
    }

    public List<Steps.Step> getSteps() {
        var stages = getPartner().numbers().stages();
        return Steps.of(stages, stages.stream().map(stage -> text.in(stage.stage().title())).toList(),
                stages.stream().map(stage -> "").toList(), 0);
    }

    /** What is measured of every partner, as shares, so that large and small ones can be compared. */
    public List<Measure> getMeasures() {
        var mine = getPartner().numbers();
        var all = partners().total();
        var measures = new ArrayList<Measure>();
        for (int at = 1; at < mine.stages().size(); at++) {
            var stage = mine.stages().get(at);
            add(measures, text.of("insight.measure-reached", stage.stage().code(), stage.stage().title()),
                    stage.reached(), mine.members().number(), all.stages().get(at).reached(),
                    all.members().number());
        }
        add(measures, text.of("insight.measure-completed"), mine.getCompleted(), mine.members().number(),
                all.getCompleted(), all.members().number());
        add(measures, text.of("insight.measure-stalled"), mine.at(Pace.STALLED), mine.getActive().number(),
                all.at(Pace.STALLED), all.getActive().number());
        for (int at = 0; at < mine.courses().size(); at++) {
            var course = mine.courses().get(at);
            var others = all.courses().get(at);
            add(measures, text.of("insight.measure-passed", course.course().title()), course.passed(),
                    course.enrolled().number(), others.passed(), others.enrolled().number());
            add(measures, text.of("insight.measure-certified", course.course().title()), course.certified(),
                    mine.members().number(), others.certified(), all.members().number());
            if (course.gain().getPoints() != null && others.gain().getPoints() != null) {
                measures.add(new Measure(text.of("insight.measure-gain", course.course().title()),
                        Head.points(course.gain().getPoints(), text), links.list(course.gain().measured().people()),
                        Head.points(others.gain().getPoints(), text),
                        wide(course.gain().getPoints() / 50), wide(others.gain().getPoints() / 50)));
            }
        }
        return measures;
    }

    private void add(List<Measure> measures, String name, Figure mine, long whole, Figure all, long wholeOfAll) {
        double share = whole == 0 ? 0 : (double) mine.number() / whole;
        double others = wholeOfAll == 0 ? 0 : (double) all.number() / wholeOfAll;
        measures.add(new Measure(name, whole == 0 ? "–" : text.share(share), links.list(mine.people()),
                wholeOfAll == 0 ? "–" : text.share(others), wide(share), wide(others)));
    }

    private static int wide(double share) {
        return (int) Math.round(1000 * Math.max(0, Math.min(1, share)));
    }

    public String getApproval() {
        return days(getPartner().numbers().approval());
    }

    public String getApprovalOfAll() {
        return days(partners().total().approval());
    }

    public String getName() {
        return words.group(getPartner(), Dimension.PARTNER);
    }
}
