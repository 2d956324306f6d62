package id.sanggar.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberSheetTest {

    private final ProgrammeOutline programme = SampleProgrammes.jakpreneur();

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+62812", "-2", "@sum", " =1", "＝1"})
    void aFormulaBecomesText(String formula) {
        assertThat(MemberSheet.harmless(formula)).isEqualTo("'" + formula);
    }

    @Test
    void aFormulaBehindASemicolonBecomesTextToo() {
        assertThat(MemberSheet.harmless("Stik; =1+1;+2")).isEqualTo("Stik;' =1+1;'+2");
        assertThat(MemberSheet.harmless("Stik\n=1")).isEqualTo("Stik\n'=1");
    }

    @Test
    void whatIsNoFormulaStaysAsItIs() {
        assertThat(MemberSheet.harmless("Dapur Milu = enak")).isEqualTo("Dapur Milu = enak");
        assertThat(MemberSheet.harmless("")).isEmpty();
        assertThat(MemberSheet.harmless(null)).isNull();
    }

    @Test
    void aMemberIsARowInTheLanguageOfTheReader() {
        var out = new ByteArrayOutputStream();
        var sheet = new MemberSheet(Locale.ENGLISH, out);
        sheet.add(new MemberRow(UUID.randomUUID(), "Ratna \"Ana\" Mooduto", "+6284000000101", null, programme,
                "=cmd()", "Stik jagung, abon", Membership.State.ACTIVE, programme.stage(2), programme.cohort(1),
                Instant.parse("2026-02-28T18:00:00Z"), null));
        sheet.end();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFF"
                + "Name,Phone,E-mail,Programme,Business,Product,State,Stage,Class,Applied on,Decided on\r\n"
                + "\"Ratna \"\"Ana\"\" Mooduto\",'+6284000000101,,JakPreneur (en),'=cmd(),\"Stik jagung, abon\",Active,"
                + "P2,pertama (en),2026-03-01,\r\n");
        assertThat(sheet.rows()).isEqualTo(1);
    }
}
