package id.sanggar.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.shared.Invalid;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RevocationListTest {

    private static final String CODE = "7ABCDEFGHJKMNPQRSTVWXYZ012";

    @Test
    void aLineIsASerialNumberACodeOrAnAddressHoweverItIsTyped() {
        var list = RevocationList.read("""
                012/PMOP/7571/2026
                  13/pmop/7571/2026\s

                014-R2/PMOP/7571/2026
                https://sanggar.example/verify/7abcdefghjkmnpqrstvwxyz012#PROOF
                """);
        assertThat(list.serials()).map(RevocationList.Serial::printed)
                .containsExactly("012/PMOP/7571/2026", "013/PMOP/7571/2026", "014-R2/PMOP/7571/2026");
        assertThat(list.codes()).containsExactly(CODE);
        assertThat(list.unreadable()).isEmpty();
    }

    @Test
    void linesOfASpreadsheetWillDo() {
        var list = RevocationList.read("""
                serial,holder,code,file,sha256
                012/PMOP/7571/2026,Ratna Mooduto,0ABCDEFGHJKMNPQRSTVWXYZ012,a.pdf,00
                Fatmah;%s;x
                3\t013/PMOP/7571/2026""".formatted(CODE));
        assertThat(list.serials()).hasSize(2);
        assertThat(list.codes()).containsExactly(CODE);
        assertThat(list.unreadable()).containsExactly("serial,holder,code,file,sha256");
    }

    @Test
    void whatIsNamedTwiceCountsOnceAndWhatCannotBeReadIsNamed() {
        var list = RevocationList.read("012/PMOP/7571/2026\n12/PMOP/7571/2026\nRatna\n" + "x".repeat(500));
        assertThat(list.serials()).hasSize(1);
        assertThat(list.repeated()).isEqualTo(1);
        assertThat(list.unreadable()).hasSize(2).first().isEqualTo("Ratna");
        assertThat(list.unreadable().get(1)).hasSizeLessThan(70);
    }

    @Test
    void anEmptyListAndOneWithoutEndAreRefused() {
        for (var empty : new String[] {null, "", " \n \n"}) {
            assertThatThrownBy(() -> RevocationList.read(empty)).isInstanceOf(Invalid.class);
        }
        var endless = IntStream.rangeClosed(0, RevocationList.MOST_LINES).mapToObj(String::valueOf)
                .collect(Collectors.joining("\n"));
        assertThatThrownBy(() -> RevocationList.read(endless)).isInstanceOf(Invalid.class);
    }
}
