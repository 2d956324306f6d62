package id.sanggar.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"Fatmah", "Ratna Mooduto", "Ma'ruf", "Siti Nur’aini, S.Pd.", "Anak Agung Gde Oka-Putra",
            "R.A. Kartini (Ibu)", "Yusuf 2", "Zoë", "Дина"})
    void aNameMayHaveOneWordOrManyTitlesAndApostrophes(String name) {
        assertThat(PersonName.isValid(name)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"A", " ", "<b>Ratna</b>", "Ratna\u0007", "7571010101010001", "=cmd()", "Ratna\u202Eanut"})
    void markupNumbersAndControlCharactersAreNoName(String name) {
        assertThat(PersonName.isValid(name)).isFalse();
    }

    @Test
    void aNameLongerThanACertificateTakesIsRefused() {
        assertThat(PersonName.isValid("R".repeat(120))).isTrue();
        assertThat(PersonName.isValid("R".repeat(121))).isFalse();
    }

    @Test
    void aNameIsKeptWithSingleSpacesAndComposedLetters() {
        assertThat(PersonName.tidy("  Ratna\u00a0 \tMooduto ")).isEqualTo("Ratna Mooduto");
        assertThat(PersonName.tidy("Zoe\u0308")).isEqualTo("Zo\u00eb");
    }
}
