package id.sanggar.exchange;

import id.sanggar.course.LessonDocument;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/**
 * Looks through the body of a lesson for what its readers would miss: links that lead nowhere, drawings without words.
 */
final class LessonCheck extends AbstractVisitor {

    private static final Pattern WEB = Pattern.compile("https://[a-z0-9.-]+\\.[a-z]{2,}(?:[/?#]\\S*)?");

    private final LessonFile lesson;
    private final Set<String> lessons;
    private final Set<String> sheets;
    private final Set<String> media;
    private final Problems problems;
    private final Set<String> shown = new HashSet<>();
    private int level = 1;

    /** The slugs of lessons and sheets and the names of media are those of the pack. */
    LessonCheck(LessonFile lesson, Set<String> lessons, Set<String> sheets, Set<String> media, Problems problems) {
        this.lesson = lesson;
        this.lessons = lessons;
        this.sheets = sheets;
        this.media = media;
        this.problems = problems;
    }

    /** @return the names of the media that the lesson shows or links to */
    Set<String> check() {
        if (lesson.body().isBlank()) {
            problems.add(lesson.path(), lesson.bodyLine(), "has no text");
        }
        LessonDocument.parse(lesson.body()).accept(this);
        return shown;
    }

    @Override
    public void visit(Heading heading) {
        if (heading.getLevel() == 1) {
            problem(heading, "headings begin at ##: the title is the page's first");
        } else if (heading.getLevel() > level + 1) {
            problem(heading, "heading of level " + heading.getLevel() + " under one of level " + level);
        }
        level = heading.getLevel();
        visitChildren(heading);
    }

    @Override
    public void visit(BlockQuote quote) {
        if (quote.getFirstChild() instanceof Paragraph first && first.getFirstChild() instanceof Text mark
                && mark.getLiteral().startsWith("[!")) {
            problem(quote, "unknown alert " + mark.getLiteral());
        }
        visitChildren(quote);
    }

    @Override
    public void visit(HtmlBlock html) {
        problem(html, "raw HTML is dropped: write CommonMark");
    }

    @Override
    public void visit(HtmlInline html) {
        problem(html, "raw HTML is dropped: write CommonMark");
    }

    @Override
    public void visit(Link link) {
        var destination = link.getDestination();
        var name = destination.substring(destination.indexOf(':') + 1);
        if (destination.startsWith("lesson:")) {
            require(link, lessons.contains(name), "no lesson " + name + " in this course");
        } else if (destination.startsWith("sheet:")) {
            require(link, sheets.contains(name), "no sheet " + name + " in this course");
        } else if (destination.startsWith("media:")) {
            medium(link, name);
        } else {
            require(link, WEB.matcher(destination).matches(),
                    destination + " is no link to a lesson:, a sheet:, a media: file or https://");
        }
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        var destination = image.getDestination();
        if (destination.startsWith("media:")) {
            medium(image, destination.substring(6));
        } else {
            problem(image, destination + " is no drawing of this pack: media:<name>.svg");
        }
        require(image, image.getFirstChild() != null, "a drawing needs words for who cannot see it: ![words](…)");
        require(image, image.getParent() instanceof Paragraph && image.getPrevious() == null && image.getNext() == null,
                "a drawing stands in a paragraph of its own");
    }

    private void medium(Node place, String name) {
        shown.add(name);
        require(place, media.contains(name), "no media/" + name + " in this pack");
    }

    private void require(Node place, boolean right, String message) {
        if (!right) {
            problem(place, message);
        }
    }

    private void problem(Node place, String message) {
        var spans = place.getSourceSpans();
        problems.add(lesson.path(), lesson.bodyLine() + (spans.isEmpty() ? 0 : spans.get(0).getLineIndex()), message);
    }
}
