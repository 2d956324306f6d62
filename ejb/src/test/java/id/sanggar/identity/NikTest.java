package id.sanggar.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are invented: no office has given them out. */
class NikTest {

    private static final Year NOW = Year.of(2026);

    @Test
    void aWomansDayHasFortyAdded() {
        var nik = Nik.parse("7571014505900001").orElseThrow();
        assertEquals(Account.Gender.FEMALE, nik.gender());
        assertEquals(LocalDate.of(1990, 5, 5), nik.birthday(NOW));
        assertEquals("757101", nik.district());
        assertEquals("0001", nik.lastFour());
    }

    @Test
    void whoWouldBeBornInTheFutureWasBornACenturyBefore() {
        assertEquals(1927, Nik.parse("3171050101270002").orElseThrow().birthYear(NOW));
        assertEquals(2005, Nik.parse("3171050101050002").orElseThrow().birthYear(NOW));
    }

    @Test
    void itIsReadAsPeopleAndSpreadsheetsWriteIt() {
        var nik = Nik.parse("3171050101050002").orElseThrow();
        assertEquals(nik, Nik.parse("317105.010105.0002").orElseThrow());
        assertEquals(nik, Nik.parse("'3171 0501 0105 0002 ").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "317105010105000", "31710501010500022", "3171050101050000", "3171053201050002",
        "3171057201050002", "3171050113050002", "3171054001050002", "3171053002050002", "0171050101050002",
        "3171000101050002", "3.17105E+15", "3171050101O50002", "٣١٧١٠٥٠١٠١٠٥٠٠٠٢"})
    void whatNoOfficeCanHaveGivenOutIsNone(String text) {
        assertTrue(Nik.parse(text).isEmpty(), text);
    }

    @Test
    void nothingTellsTheNumber() {
        assertFalse(Nik.parse("3171050101050002").orElseThrow().toString().contains("317105"));
    }

    @Test
    void oneKeyFindsItAgainAndAnotherDoesNot(@TempDir Path home) throws Exception {
        var nik = Nik.parse("3171050101050002").orElseThrow();
        var key = NikKey.own(home.resolve("keys"));
        assertArrayEquals(key, NikKey.own(home.resolve("keys")));
        assertArrayEquals(new NikKey(key).hash(nik), new NikKey(key).hash(nik));
        var other = NikKey.own(home.resolve("other"));
        assertFalse(Arrays.equals(new NikKey(key).hash(nik), new NikKey(other).hash(nik)));
        assertEquals("[OWNER_READ, OWNER_WRITE]",
                Files.getPosixFilePermissions(home.resolve("keys/nik.key")).stream().sorted().toList().toString());
    }
}
