package id.sanggar.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemberSheetTest {

    private final ProgrammeOutline programme = SampleProgrammes.jakpreneur();

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
