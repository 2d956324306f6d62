package id.sanggar.exchange.members;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.identity.NikKey;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The people and their numbers are invented. */
class MemberLinesTest {

    private static final NikKey KEY = new NikKey(new byte[32]);

    private static MemberLine line(Object... cells) {
        var mapping = new EnumMap<MemberField, Integer>(MemberField.class);
        var row = new ArrayList<String>();
        for (var at = 0; at < cells.length; at += 2) {
            mapping.put((MemberField) cells[at], row.size());
            row.add((String) cells[at + 1]);
        }
        var columns = new MemberColumns(mapping, null, Map.of("dapurbundo", 7L), Map.of("angkatan12", 3L), null, "75");
        return new MemberLines(columns, null, KEY, Year.of(2026)).read(2, row);
    }

    private static List<String> problems(MemberLine line) {
        return line.problems().stream().map(problem -> problem.field() + " " + problem.message().key()).toList();
    }

    @Test
    void aRowIsReadAsPeopleAndSpreadsheetsWriteIt() {
        var line = line(MemberField.NAME, "  SITI  aminah ", MemberField.NIK, "757101 450590 0001",
                MemberField.PHONE, "81234567890", MemberField.EMAIL, "Siti@Sanggar.Example",
                MemberField.NIB, "1234 5678 90123", MemberField.PIRT, "P-IRT 2062757101234-29",
                MemberField.PIRT_EXPIRES, "31/12/2029", MemberField.HALAL_EXPIRES, "46022",
                MemberField.EMPLOYEES, "3 orang", MemberField.TURNOVER, "Rp 7.500.000", MemberField.ROLE, "Pemilik",
                MemberField.PARTNER, "Dapur Bundo", MemberField.COHORT, "Angkatan 12");
        assertThat(line.problems()).isEmpty();
        assertThat(line.name()).isEqualTo("SITI aminah");
        assertThat(line.nikHash()).hasSize(64).doesNotContain("7571014505900001");
        assertThat(line.nikLast4()).isEqualTo("0001");
        assertThat(line.phone()).isEqualTo("+6281234567890");
        assertThat(line.email()).isEqualTo("siti@sanggar.example");
        assertThat(line.gender()).as("the card tells it").isEqualTo("FEMALE");
        assertThat(line.birthYear()).as("the card tells it").isEqualTo(1990);
        assertThat(line.nib()).isEqualTo("1234567890123");
        assertThat(line.pirt()).isEqualTo("2062757101234-29");
        assertThat(line.pirtExpires()).isEqualTo(LocalDate.of(2029, 12, 31));
        assertThat(line.halalExpires()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(line.employees()).isEqualTo(3);
        assertThat(line.turnover()).isEqualTo("5_25");
        assertThat(line.role()).isEqualTo("OWNER");
        assertThat(line.organisation()).isEqualTo(7);
        assertThat(line.cohort()).isEqualTo(3);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(problems(line(MemberField.NAME, "", MemberField.NIK, "7.57101E+15", MemberField.PHONE, "12",
                MemberField.BIRTH, "kemarin", MemberField.KBLI, "1", MemberField.NIB, "x", MemberField.PIRT, "1",
                MemberField.EMPLOYEES, "banyak", MemberField.TURNOVER, "cukup", MemberField.PIRT_EXPIRES, "31/02/2026",
                MemberField.PARTNER, "siapa", MemberField.COHORT, "kapan", MemberField.GENDER, "x")))
                .containsExactlyInAnyOrder("NAME exchange.people-nameless", "NIK exchange.people-nik-rounded",
                        "PHONE exchange.people-phone", "BIRTH exchange.people-birth", "KBLI exchange.people-kbli",
                        "NIB exchange.people-nib", "PIRT exchange.people-pirt",
                        "EMPLOYEES exchange.people-employees", "TURNOVER exchange.people-turnover",
                        "PIRT_EXPIRES exchange.people-day", "PARTNER exchange.people-partner",
                        "COHORT exchange.people-cohort", "GENDER exchange.people-gender");
    }

    @Test
    void whatTheCardTellsMustAgree() {
        assertThat(problems(line(MemberField.NAME, "Siti Aminah", MemberField.NIK, "7571014505900001",
                MemberField.PHONE, "081234567890", MemberField.GENDER, "L", MemberField.BIRTH, "1991")))
                .containsExactly("GENDER exchange.people-gender-nik", "BIRTH exchange.people-birth-nik");
    }

    @Test
    void whoCannotBeReachedCannotSignIn() {
        assertThat(problems(line(MemberField.NAME, "Siti Aminah", MemberField.PHONE, "")))
                .containsExactly("PHONE exchange.people-contact");
    }

    @Test
    void noNumberOfACardIsInWhatIsKept() {
        assertThat(line(MemberField.NAME, "Siti Aminah", MemberField.NIK, "7571014505900000", MemberField.PHONE,
                "081234567890").toString()).doesNotContain("757101450590");
    }

    @Test
    void noNumberOfACardIsKeptWhereAColumnWasTakenForAnother() {
        var line = line(MemberField.NAME, "757101 450590 0001", MemberField.PHONE, "7571014505900001",
                MemberField.BUSINESS, "7571014505900001", MemberField.NIB, "7571.0145.0590.0001");
        assertThat(problems(line)).contains("BUSINESS exchange.people-nik-elsewhere");
        assertThat(line.business()).isNull();
        assertThat(line.problems().stream().flatMap(problem -> problem.message().arguments().stream()))
                .isNotEmpty().noneMatch(argument -> String.valueOf(argument).replaceAll("[^0-9]", "").length() > 4);
    }

    @ParameterizedTest
    @CsvSource({"UNDER_5,UNDER_5", "di bawah 5 juta,UNDER_5", "'< 5 jt',UNDER_5", "5 - 25 juta,5_25", "'12,5 jt',5_25",
        "25000000,25_50", "Rp50.000.000,50_200", "lebih dari 200 juta,OVER_200", "'1.250.000.000,00',OVER_200"})
    void turnoverIsReadAsPeopleWriteIt(String text, String band) {
        assertThat(Turnover.find(text)).contains(band);
    }

    @Test
    void headingsAreGuessedAndRememberedOnesComeFirst() {
        var mapping = MemberField.guess(List.of("Nama Lengkap", "No. HP", "Kolom X", "NIK"), Map.of("kolomx",
                Optional.of(MemberField.NIB), "nik", Optional.empty()));
        assertThat(mapping).isEqualTo(Map.of(MemberField.NAME, 0, MemberField.PHONE, 1, MemberField.NIB, 2));
        assertThat(Stream.of(MemberField.values()).map(Enum::name)).allMatch(name -> name.length() <= 16);
    }
}
