package id.sanggar.assessment;

import java.util.List;
import java.util.Optional;

/**
 * A place on a picture is pointed at. Who cannot point, or sees no picture, chooses among the names of the regions
 * instead, which is worth the same; so there are always several, wrong ones too.
 *
 * @param picture name of the course's media
 * @param alt what the picture shows, for who does not see it; does not tell what is right
 * @param regions where regions overlap, the first counts
 * @param otherwise said to who pointed at no region; may be empty
 */
public record Hotspot(String prompt, String picture, String alt, List<Region> regions, String otherwise,
        String generalFeedback) implements QuestionBody {

    private static final int MOST = 20;

    /** A point of the picture, in ten-thousandths of its width and height from the upper left corner. */
    public record Point(int x, int y) {

        /** The lower right corner. */
        public static final int END = 10_000;

        boolean isInside() {
            return x >= 0 && x <= END && y >= 0 && y <= END;
        }
    }

    /**
     * A part of the picture.
     *
     * @param outline two points: opposite corners of a rectangle; three or more: the corners of a polygon
     * @param fraction what pointing at it is worth, from 0 to 1
     */
    public record Region(String name, List<Point> outline, double fraction, String feedback) {

        private static final int MOST_CORNERS = 60;

        public Region {
            outline = List.copyOf(outline);
            if (name.isBlank() || fraction < 0 || fraction > 1 || outline.size() < 2 || outline.size() > MOST_CORNERS
                    || !outline.stream().allMatch(Point::isInside)) {
                throw new IllegalArgumentException(
                        "A region has a name, an outline inside the picture and is worth 0 to 1");
            }
        }

        /** Whether the point lies in the region or on its edge. */
        boolean contains(Point point) {
            return outline.size() == 2 ? inRectangle(point) : onEdge(point) || inPolygon(point);
        }

        private boolean inRectangle(Point point) {
            var one = outline.get(0);
            var other = outline.get(1);
            return between(one.x(), point.x(), other.x()) && between(one.y(), point.y(), other.y());
        }

        private boolean onEdge(Point point) {
            for (int corner = 0; corner < outline.size(); corner++) {
                var a = outline.get(corner);
                var b = outline.get((corner + 1) % outline.size());
                var turn = (long) (b.x() - a.x()) * (point.y() - a.y()) - (long) (b.y() - a.y()) * (point.x() - a.x());
                if (turn == 0 && between(a.x(), point.x(), b.x()) && between(a.y(), point.y(), b.y())) {
                    return true;
                }
            }
            return false;
        }

        /** A ray from inside crosses the outline an odd number of times. */
        private boolean inPolygon(Point point) {
            var inside = false;
            for (int corner = 0; corner < outline.size(); corner++) {
                var a = outline.get(corner);
                var b = outline.get((corner + 1) % outline.size());
                if (a.y() > point.y() != b.y() > point.y()
                        && point.x() < a.x() + (double) (b.x() - a.x()) * (point.y() - a.y()) / (b.y() - a.y())) {
                    inside = !inside;
                }
            }
            return inside;
        }

        private static boolean between(int end, int value, int otherEnd) {
            return Math.min(end, otherEnd) <= value && value <= Math.max(end, otherEnd);
        }
    }

    public Hotspot {
        regions = List.copyOf(regions);
        if (picture.isBlank() || alt.isBlank()) {
            throw new IllegalArgumentException("A hotspot has a picture and says what it shows");
        }
        if (regions.size() < 2 || regions.size() > MOST
                || regions.stream().noneMatch(region -> region.fraction() == 1)) {
            throw new IllegalArgumentException("A hotspot has 2 to " + MOST
                    + " regions, at least one of them wholly right");
        }
        if (regions.stream().map(Region::name).distinct().count() < regions.size()) {
            throw new IllegalArgumentException("The regions of a hotspot have different names");
        }
    }

    @Override
    public QuestionType type() {
        return QuestionType.HOTSPOT;
    }

    @Override
    public boolean fits(Answer answer) {
        return answer instanceof Answer.Pointed pointed && pointed.at().isInside()
                || answer instanceof Answer.Chosen chosen && chosen.option() >= 0 && chosen.option() < regions.size();
    }

    @Override
    public double fraction(Answer answer) {
        return region(answer).map(Region::fraction).map(Fraction::of).orElse(0.0);
    }

    @Override
    public List<String> feedback(Answer answer) {
        if (!fits(answer)) {
            return List.of();
        }
        var feedback = region(answer).map(Region::feedback).orElse(otherwise);
        return feedback.isEmpty() ? List.of() : List.of(feedback);
    }

    /** The names of the regions. */
    @Override
    public int shuffled() {
        return regions.size();
    }

    /** The region that was pointed at or chosen. */
    Optional<Region> region(Answer answer) {
        if (!fits(answer)) {
            return Optional.empty();
        }
        return answer instanceof Answer.Chosen chosen
                ? Optional.of(regions.get(chosen.option()))
                : regions.stream().filter(region -> region.contains(((Answer.Pointed) answer).at())).findFirst();
    }
}
