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
    private final Set<String> questions;
    private final Problems problems;
    private final Set<String> shown = new HashSet<>();
    private int level = 1;

    /** The slugs of lessons, sheets and questions and the names of media are those of the pack. */
    LessonCheck(LessonFile lesson, Set<String> lessons, Set<String> sheets, Set<String> media, Set<String> questions,
            Problems problems) {
        this.lesson = lesson;
        this.lessons = lessons;
        this.sheets = sheets;
        this.media = media;
        this.questions = questions;
        this.problems = problems;
    }

    /** @return the names of the media that the lesson shows or links to */
    Set<String> check() {
        if (lesson.body().isBlank()) {
            problems.hint(lesson.path(), lesson.bodyLine(), "exchange.no-words");
        }
        LessonDocument.parse(lesson.body()).accept(this);
        return shown;
    }

    @Override
    public void visit(Heading heading) {
        if (heading.getLevel() == 1) {
            problem(heading, "exchange.heading-one");
        } else if (heading.getLevel() > level + 1) {
            problem(heading, "exchange.heading-leap", heading.getLevel(), level);
        }
        level = heading.getLevel();
        visitChildren(heading);
    }

    @Override
    public void visit(BlockQuote quote) {
        if (quote.getFirstChild() instanceof Paragraph first && first.getFirstChild() instanceof Text mark
                && mark.getLiteral().startsWith("[!")) {
            problem(quote, "exchange.no-alert", mark.getLiteral());
        }
        visitChildren(quote);
    }

    @Override
    public void visit(HtmlBlock html) {
        problem(html, "exchange.raw-html");
    }

    @Override
    public void visit(HtmlInline html) {
        problem(html, "exchange.raw-html");
    }

    @Override
    public void visit(Link link) {
        var destination = link.getDestination();
        var name = destination.substring(destination.indexOf(':') + 1);
        if (destination.startsWith("lesson:")) {
            require(link, lessons.contains(name), "exchange.no-lesson", name);
        } else if (destination.startsWith("sheet:")) {
            require(link, sheets.contains(name), "exchange.no-sheet", name);
        } else if (destination.startsWith("media:")) {
            medium(link, name);
        } else {
            require(link, WEB.matcher(destination).matches(),
                    "exchange.no-link", destination);
        }
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        var destination = image.getDestination();
        if (destination.startsWith("media:")) {
            medium(image, destination.substring(6));
        } else if (destination.startsWith("question:")) {
            var question = destination.substring(9);
            require(image, questions.contains(question), "exchange.no-question", question);
        } else {
            problem(image, "exchange.no-picture", destination);
        }
        require(image, image.getFirstChild() != null, "exchange.no-alt");
        require(image, image.getParent() instanceof Paragraph && image.getPrevious() == null && image.getNext() == null,
                "exchange.own-paragraph");
    }

    private void medium(Node place, String name) {
        shown.add(name);
        require(place, media.contains(name), "exchange.no-media", name);
    }

    private void require(Node place, boolean right, String sentence, Object... arguments) {
        if (!right) {
            problem(place, sentence, arguments);
        }
    }

    private void problem(Node place, String sentence, Object... arguments) {
        var spans = place.getSourceSpans();
        problems.hint(lesson.path(), lesson.bodyLine() + (spans.isEmpty() ? 0 : spans.get(0).getLineIndex()), sentence,
                arguments);
    }
}
