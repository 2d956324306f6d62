package id.sanggar.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.authoring.LessonDifference.Fate;
import id.sanggar.authoring.LessonDifference.Kind;
import id.sanggar.authoring.LessonDifference.Words;
import org.junit.jupiter.api.Test;

class LessonDifferenceTest {

    @Test
    void aChangedParagraphShowsTheWordsThatChanged() {
        var difference = LessonDifference.of("Simpan di bawah 5 °C.\n", "Simpan di bawah 4 °C.\n");
        assertThat(difference.rows()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(Kind.CHANGED);
            assertThat(row.words()).containsExactly(new Words(Fate.SAME, "Simpan di bawah "),
                    new Words(Fate.REMOVED, "5"), new Words(Fate.ADDED, "4"), new Words(Fate.SAME, " °C."));
            assertThat(row.before()).noneMatch(Words::isAdded);
            assertThat(row.after()).noneMatch(Words::isRemoved);
        });
    }

    @Test
    void aParagraphThatHasNothingInCommonIsRemovedAndAdded() {
        assertThat(LessonDifference.of("Cuci tangan\n", "Rebus air\n").rows()).extracting(row -> row.kind())
                .containsExactly(Kind.REMOVED, Kind.ADDED);
    }

    @Test
    void whatIsFarFromEveryChangeIsLeftOut() {
        var before = "1\n\n2\n\n3\n\n4\n\n5\n\n6\n\n7\n\n8\n";
        assertThat(LessonDifference.of(before, before.replace("8", "8 baru")).rows())
                .extracting(row -> row.kind() + ":" + row.lines())
                .containsExactly("LEFT_OUT:5", "SAME:0", "SAME:0", "CHANGED:0");
    }

    @Test
    void twoEqualTextsDifferInNothing() {
        assertThat(LessonDifference.of("a\n\nb\n\nc", "a\n\nb\n\nc").isNothing()).isTrue();
        assertThat(LessonDifference.of("", "a").isNothing()).isFalse();
    }

    @Test
    void wrappingAParagraphOtherwiseIsNoDifferenceAndListsAreNoParagraphs() {
        assertThat(LessonDifference.of("satu dua\ntiga **empat**\n\n> [!TIP]\n> lima\n> enam\n",
                "satu dua tiga\n**empat**\n\n> [!TIP]\n> lima enam\n").isNothing()).isTrue();
        assertThat(LessonDifference.of("- a\n- b\n1. c\n2. d\n", "- a\n- b\n1. c\n2. e\n").rows())
                .extracting(row -> row.kind()).containsExactly(Kind.SAME, Kind.SAME, Kind.SAME, Kind.CHANGED);
    }
}
