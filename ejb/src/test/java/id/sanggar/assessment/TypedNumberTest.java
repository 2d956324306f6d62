package id.sanggar.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTest {

    @ParameterizedTest
    @CsvSource({
        "'4,5', 4.5", "4.5, 4.5", "70, 70", "+70, 70", "-18, -18", "− 18, -18", "–18, -18", "'0,125', 0.125",
        "0.125, 0.125", "007, 7", "1500, 1500", "'1.500,75', 1500.75", "'1,500.75', 1500.75", "1.000.000, 1000000",
        "'1,000,000', 1000000", "1 500, 1500", "1 500 000, 1500000", "'12.345.678,9', 12345678.9", "15000.5, 15000.5"})
    void numbersAreReadTheIndonesianAndTheEnglishWay(String typed, BigDecimal number) {
        assertThat(TypedNumber.readings(typed)).usingElementComparator(BigDecimal::compareTo).containsExactly(number);
    }

    @ParameterizedTest
    @CsvSource({
        "70 °C, 70", "70°C, 70", "'4,5 kg', 4.5", "60%, 60", "60 persen, 60", "30 menit, 30", "Rp1500, 1500",
        "Rp. 1500, 1500", "'Rp1500,-', 1500", "5 m², 5", "12bulan, 12", "'4.5 kg.', 4.5"})
    void theUnitMayStandThere(String typed, BigDecimal number) {
        assertThat(TypedNumber.readings(typed)).usingElementComparator(BigDecimal::compareTo).containsExactly(number);
    }

    @Test
    void threeDigitsAfterOneMarkCanBeThousandsOrDecimalsTheIndonesianReadingFirst() {
        assertThat(TypedNumber.readings("1.500")).containsExactly(new BigDecimal("1500"), new BigDecimal("1.500"));
        assertThat(TypedNumber.readings("1,500")).containsExactly(new BigDecimal("1.500"), new BigDecimal("1500"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "tujuh puluh", "°C", "-", "4,,5", "4.5.6", "1.50.000", "1,5,0", "5-10", "5 sampai 10", "1/2", "1e3",
        "4,", "70 60", "12.34,567.8", "--5"})
    void whatIsNotOneNumberIsNone(String typed) {
        assertThat(TypedNumber.readings(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void everyNumberWrittenByTheRulesOfALanguageIsRead(String language) {
        var random = new Random(7);
        var format = new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.forLanguageTag(language)));
        for (int round = 0; round < 5_000; round++) {
            var number = BigDecimal.valueOf(random.nextInt(2_000_000_000) - 1_000_000_000L, random.nextInt(5));
            var written = format.format(number);

            assertThat(TypedNumber.readings(written)).as(written)
                    .usingElementComparator(BigDecimal::compareTo).contains(number);
        }
    }

    @Test
    void longNonsenseIsRefusedQuickly() {
        var start = System.nanoTime();

        assertThat(TypedNumber.readings("1.".repeat(200))).isEmpty();
        assertThat(TypedNumber.readings("1 1".repeat(130) + "!")).isEmpty();
        assertThat(TypedNumber.readings("000 ".repeat(100) + "x1")).isEmpty();

        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }
}
