package id.sanggar.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameChangeTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "Ratnah Mooduto; Ratna Mooduto",
        "Ratna Muduto; Ratna Mooduto",
        "RATNA MOODUTO; Ratna Mooduto",
        "Mooduto Ratna; Ratna Mooduto",
        "Ratna; Ratna Mooduto",
        "Ratna Sari Mooduto; Ratna Mooduto",
        "Ratna S. Mooduto; Ratna Sari Mooduto",
        "Ratna Sri Muduto; Mooduto Ratna",
        "Nuraini Tangahu; Nur'aini Tangahu",
        "Nur Aini Tangahu; Nuraini Tangahu",
        "M.Yusuf Tangahu; M. Yusuf Tangahu",
        "Renée Wartabone; Renee Wartabone",
        "Hasna Mooduto; Dr. Hj. Hasna Mooduto, S.E., M.Si.",
        "Hasna Mooduto, S.Pd; Hasna Mooduto, S.Sos., M.A.P.",
        "Ani; Ali"
    })
    void aSmallChangeLeavesTheSamePerson(String from, String to) {
        assertThat(new NameChange(from, to).isSmall()).isTrue();
        assertThat(new NameChange(to, from).isSmall()).as("back again").isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "Ratna Mooduto; Siti Tangahu",
        "Ratna Mooduto; Wulan Mooduto",
        "Fatmah Abdullah; Rahman Abdullah",
        "Ratna; Siti",
        "Ratna; Ratna Siti Tangahu",
        "Ratna Mooduto; Ratna, Siti Tangahu",
        "Ratna Sari Dewi Mooduto; Ratna",
        "M.Yusuf Tangahu; M.Rizal Tangahu",
        "Hasna Mooduto, S.E.; Siti Tangahu, S.E.",
        "Ratna Mooduto; Dr. H.",
        "Dr. H.; Ratna Mooduto",
        "Dr.; Drs."
    })
    void whatCouldBeSomebodyElseIsNoSmallChange(String from, String to) {
        assertThat(new NameChange(from, to).isSmall()).isFalse();
        assertThat(new NameChange(to, from).isSmall()).as("back again").isFalse();
    }
}
