package id.sanggar.assessment;

import id.sanggar.assessment.AttemptReview.Details;
import id.sanggar.assessment.AttemptReview.GivenBack;
import id.sanggar.assessment.AttemptReview.ReviewedPart;
import id.sanggar.assessment.AttemptReview.Spot;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Explains the kinds of question that need more than a tick. */
record ReviewedDetails(AttemptSlot slot, QuestionVersion version, Map<String, String> pictures, List<Mark> marks) {

    Details details() {
        var body = version.body();
        return new Details(parts(), GradingPages.level(slot, body),
                body instanceof Checklist checklist && !checklist.isGradedByHand()
                        ? checklist.level(checklist.expected())
                        : "",
                text(), GradingPages.photos(slot), body.rubric(), body.rubric() == null ? List.of() : given(),
                body instanceof Hotspot hotspot ? spot(hotspot) : null);
    }

    private String text() {
        return version.body() instanceof Essay && slot.answer() instanceof Answer.Typed typed ? typed.text() : "";
    }

    private List<ReviewedPart> parts() {
        if (version.body() instanceof Ordering ordering) {
            return IntStream.range(0, ordering.items().size()).mapToObj(this::item).toList();
        }
        if (version.body() instanceof Cloze cloze) {
            return IntStream.range(0, cloze.gaps().size()).mapToObj(gap -> gap(cloze.gaps().get(gap), gap)).toList();
        }
        if (version.body() instanceof Checklist checklist) {
            return IntStream.range(0, checklist.elements().size())
                    .mapToObj(element -> element(checklist, element))
                    .toList();
        }
        return List.of();
    }

    private ReviewedPart item(int item) {
        int place = slot.answer() instanceof Answer.Ordered ordered ? ordered.places().get(item) : Answer.Ordered.OPEN;
        return new ReviewedPart(version.html().options().get(item),
                place == Answer.Ordered.OPEN ? "" : Integer.toString(place + 1), Integer.toString(item + 1),
                place == item, "");
    }

    private ReviewedPart gap(Cloze.Gap gap, int number) {
        var given = slot.answer() instanceof Answer.Filled filled ? filled.texts().get(number) : "";
        var right = gap.accepted().stream().filter(wording -> wording.fraction() == 1).findFirst().orElseThrow();
        return new ReviewedPart("(" + (number + 1) + ")", given, right.text(), gap.fraction(given) == 1, "");
    }

    private ReviewedPart element(Checklist checklist, int element) {
        var found = slot.answer() instanceof Answer.Inspected inspected ? inspected.findings().get(element) : null;
        var chosen = found == null || found.severity() == null ? "" : found.severity().name();
        var expected = checklist.expected().isEmpty() ? "" : checklist.expected().get(element).name();
        return new ReviewedPart(version.html().items().get(element), chosen, expected,
                expected.isEmpty() || chosen.equals(expected), found == null ? "" : found.note());
    }

    private List<GivenBack> given() {
        int last = marks.stream().mapToInt(Mark::round).max().orElse(0);
        return marks.stream()
                .filter(mark -> mark.position() == slot.position() && mark.round() == last
                        && (mark.kind() != Mark.Kind.RETURN || !slot.isGraded()))
                .filter(mark -> slot.isGraded() || mark.kind() == Mark.Kind.RETURN)
                .map(this::given)
                .toList();
    }

    private GivenBack given(Mark mark) {
        var rubric = version.body().rubric();
        return new GivenBack(mark.kind().name(), mark.levels(),
                rubric.fits(mark.levels()) ? rubric.points(mark.levels()) : null, mark.comment(), mark.notes(),
                TextPart.of(text(), mark.notes()));
    }

    private Spot spot(Hotspot hotspot) {
        var at = slot.answer() instanceof Answer.Pointed pointed ? pointed.at() : null;
        var right = hotspot.regions().stream().filter(region -> region.fraction() == 1).toList();
        return new Spot(pictures.get(hotspot.picture()), hotspot.alt(),
                right.stream().map(ReviewedDetails::outline).toList(),
                right.stream().map(Hotspot.Region::name).toList(),
                at == null ? -1 : at.x(), at == null ? -1 : at.y(),
                hotspot.region(slot.answer()).map(Hotspot.Region::name).orElse(""));
    }

    /** As SVG writes points; a rectangle by its four corners. */
    static String outline(Hotspot.Region region) {
        var corners = region.outline();
        if (corners.size() == 2) {
            var a = corners.get(0);
            var b = corners.get(1);
            corners = List.of(a, new Hotspot.Point(b.x(), a.y()), b, new Hotspot.Point(a.x(), b.y()));
        }
        return corners.stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
    }
}
