package id.sanggar.exchange;

import id.sanggar.course.LessonDocument;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/** Lessons as CommonMark, written from the blocks they consist of. */
final class MarkdownText {

    private static final MarkdownRenderer RENDERER =
            MarkdownRenderer.builder().extensions(List.of(TablesExtension.create())).build();

    private MarkdownText() {
    }

    /** What is read of a block, without its marks. */
    static String plain(Node block) {
        return LessonDocument.plainText(RENDERER.render(block));
    }

    /** Writes blocks so that reading gives the same ones. */
    static String write(Node document) {
        for (var block = document.getFirstChild(); block != null; block = block.getNext()) {
            var marks = marks(block);
            if (marks > 0 && marks(LessonDocument.parse(RENDERER.render(block))) != marks) {
                unwrap(block);
            }
        }
        return RENDERER.render(document).strip() + "\n";
    }

    private static int marks(Node node) {
        var count = new int[1];
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(StrongEmphasis strong) {
                count[0] += 1000;
                visitChildren(strong);
            }

            @Override
            public void visit(Emphasis emphasis) {
                count[0]++;
                visitChildren(emphasis);
            }
        });
        return count[0];
    }

    /** Bold in the middle of a word and the like cannot always be told in CommonMark. */
    static void unwrap(Node block) {
        block.accept(new AbstractVisitor() {
            @Override
            public void visit(StrongEmphasis strong) {
                visitChildren(strong);
                replace(strong);
            }

            @Override
            public void visit(Emphasis emphasis) {
                visitChildren(emphasis);
                replace(emphasis);
            }

            private void replace(Node mark) {
                while (mark.getFirstChild() != null) {
                    mark.insertBefore(mark.getFirstChild());
                }
                mark.unlink();
            }
        });
    }
}
