package id.sanggar.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LessonMergeTest {

    private static final String BASE = "satu\n\ndua\n\ntiga\n\nempat\n";

    @Test
    void changesOfDifferentParagraphsAreBothThere() {
        var merge = LessonMerge.of(BASE, BASE.replace("satu", "SATU"), BASE.replace("empat", "EMPAT"));
        assertThat(merge.text()).isEqualTo("SATU\n\ndua\n\ntiga\n\nEMPAT\n");
    }

    @Test
    void neighbouringParagraphsDoNotTouchBecauseABlankLinePartsThem() {
        var merge = LessonMerge.of(BASE, BASE.replace("satu", "SATU"), BASE.replace("dua", "DUA"));
        assertThat(merge.text()).isEqualTo("SATU\n\nDUA\n\ntiga\n\nempat\n");
    }

    @Test
    void whatOneAddsAndTheOtherDeletesElsewhereBothHappens() {
        var merge = LessonMerge.of(BASE, "nol\n\n" + BASE, BASE.replace("tiga\n\n", ""));
        assertThat(merge.text()).isEqualTo("nol\n\nsatu\n\ndua\n\nempat\n");
    }

    @Test
    void theSameChangeOfBothIsMadeOnce() {
        var same = BASE.replace("dua", "2");
        assertThat(LessonMerge.of(BASE, same, same.replace("tiga", "3")).text()).isEqualTo("satu\n\n2\n\n3\n\nempat\n");
    }

    @Test
    void theSameParagraphChangedByBothIsForAPersonToChoose() {
        var merge = LessonMerge.of(BASE, BASE.replace("dua", "dua saya"), BASE.replace("dua", "dua mereka"));
        assertThat(merge.isSettled()).isFalse();
        assertThat(merge.pieces()).containsExactly(new LessonMerge.Piece("satu\n\n", null, null),
                new LessonMerge.Piece(null, "dua saya\n", "dua mereka\n"),
                new LessonMerge.Piece("\ntiga\n\nempat\n", null, null));
    }

    @Test
    void whatOneDeletedAndTheOtherChangedIsForAPersonToChoose() {
        var merge = LessonMerge.of(BASE, BASE.replace("dua\n\n", ""), BASE.replace("dua", "dua mereka"));
        assertThat(merge.isSettled()).isFalse();
        assertThat(merge.pieces()).anySatisfy(piece -> assertThat(piece.theirs()).isNotNull()
                .contains("dua mereka"));
    }

    @Test
    void bothAppendingAtTheEndIsForAPersonToChoose() {
        var merge = LessonMerge.of(BASE, BASE + "\nsaya\n", BASE + "\nmereka\n");
        assertThat(merge.isSettled()).isFalse();
    }

    @Test
    void aLastLineWithoutAnEndIsALineToo() {
        assertThat(LessonMerge.of("a\n\nb", "a\n\nb", "A\n\nb").text()).isEqualTo("A\n\nb");
        assertThat(LessonMerge.of("", "a", "").text()).isEqualTo("a");
    }

    /** Whatever two people do: what only one did is there, and of what is to be chosen both versions are whole. */
    @Test
    void nothingIsLostInAThousandMerges() {
        var random = new Random(7);
        for (int round = 0; round < 1000; round++) {
            var base = text(random, "b", 8);
            var mine = changed(base, random, "m" + round);
            var theirs = changed(base, random, "t" + round);
            var merge = LessonMerge.of(base, mine, theirs);
            var asMine = new StringBuilder();
            var asTheirs = new StringBuilder();
            merge.pieces().forEach(piece -> {
                asMine.append(piece.settled() == null ? piece.mine() : piece.settled());
                asTheirs.append(piece.settled() == null ? piece.theirs() : piece.settled());
            });
            mine.lines().filter(line -> line.startsWith("m")).forEach(line -> assertThat(asMine.toString().lines())
                    .as("%s / %s / %s", base, mine, theirs).contains(line));
            theirs.lines().filter(line -> line.startsWith("t")).forEach(line -> assertThat(asTheirs.toString().lines())
                    .as("%s / %s / %s", base, mine, theirs).contains(line));
            assertThat(LessonMerge.of(base, mine, base).text()).isEqualTo(mine);
            assertThat(LessonMerge.of(base, base, theirs).text()).isEqualTo(theirs);
        }
    }

    private static String text(Random random, String word, int lines) {
        var text = new StringBuilder();
        for (int line = 0; line < lines; line++) {
            text.append(random.nextInt(4) == 0 ? "" : word + random.nextInt(5)).append('\n');
        }
        return text.toString();
    }

    private static String changed(String base, Random random, String word) {
        var changed = new StringBuilder();
        int number = 0;
        for (var line : base.split("\n", -1)) {
            switch (random.nextInt(6)) {
                case 0 -> changed.append(word).append('-').append(number++).append('\n');
                case 1 -> changed.append(line).append('\n').append(word).append('-').append(number++).append('\n');
                case 2 -> { }
                default -> changed.append(line).append('\n');
            }
        }
        return changed.toString();
    }
}
