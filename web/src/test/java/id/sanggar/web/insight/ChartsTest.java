package id.sanggar.web.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn is what was counted. */
class ChartsTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 7, 19, 20, 23, 100, 999, 9_812, 281_812, 3_000_000})
    void anAxisEndsAtARoundNumberNotFarAboveWhatIsDrawn(double largest) {
        var axis = Axis.upTo(largest);
        assertThat(axis.top()).isGreaterThanOrEqualTo(largest).isLessThanOrEqualTo(Math.max(largest + 1, largest * 2));
        assertThat(axis.lines()).hasSizeBetween(2, 6);
        assertThat(axis.lines().get(0).number()).isZero();
        assertThat(String.valueOf(axis.lines().get(1).number())).matches("[125]0*|[1-9]0*");
        assertThat(axis.height(0)).isEqualTo(Axis.FLOOR);
    }

    @Test
    void columnsAreAsHighAsTheirNumbersAndNothingHasNone() {
        var chart = MonthChart.of(List.of(value(0, 0), value(1, 100), value(2, 50)), JANUARY.plusMonths(2), 80);
        assertThat(chart.columns()).extracting(MonthChart.Column::top)
                .containsExactly((double) Axis.FLOOR, Axis.upTo(100).height(100), Axis.upTo(100).height(50));
        assertThat(chart.columns()).extracting(MonthChart.Column::running).containsExactly(false, false, true);
        assertThat(chart.goal()).isEqualTo(Axis.upTo(100).height(80));
    }

    @Test
    void aTargetFarAboveAllColumnsIsNotDrawn() {
        assertThat(MonthChart.of(List.of(value(0, 3)), JANUARY, 8_000).goal()).isNull();
    }

    @Test
    void manyMonthsAreNotAllNamed() {
        var chart = MonthChart.of(IntStream.range(0, 24).mapToObj(month -> value(month, month)).toList(),
                JANUARY.plusMonths(23), 0);
        assertThat(chart.columns()).hasSize(24);
        assertThat(chart.names()).hasSizeLessThanOrEqualTo(5);
        assertThat(chart.columns().get(23).left() + chart.columns().get(23).width()).isLessThan(Axis.WIDTH);
    }

    @Test
    void theWayEndsAtTheLastMonthWhenTheProgrammeDoes() {
        var chart = GrowthChart.of(List.of(total(0, 10), total(1, 20)), List.of(total(11, 100)), total(11, 90),
                JANUARY.plusMonths(11));
        assertThat(chart.goal()).endsWith(Axis.WIDTH + ".0 " + Axis.upTo(100).height(100));
        assertThat(chart.ahead()).startsWith("M" + chart.now().left()).contains("L" + Axis.WIDTH + ".0");
        assertThat(chart.now().left()).isEqualTo(Axis.round(Axis.LEFT + (Axis.WIDTH - Axis.LEFT) / 6.0));
    }

    private static MonthChart.Value value(int month, long number) {
        return new MonthChart.Value(JANUARY.plusMonths(month), number);
    }

    private static GrowthChart.Value total(int month, double number) {
        return new GrowthChart.Value(JANUARY.plusMonths(month), number);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "20, 1", "21, 2", "60, 3", "80, 4", "100, 5"})
    void asManyRegionsInEachShade(double number, int shade) {
        var shades = Shades.of(DoubleStream.iterate(1, next -> next + 1).limit(100).boxed().toList());
        assertThat(shades.of(number)).isEqualTo(shade);
    }

    @Test
    void whereAllAreAlikeAllAreDark() {
        var shades = Shades.of(List.of(7.0, 7.0, 7.0));
        assertThat(shades.of(7)).isEqualTo(5);
        assertThat(shades.of(0)).isZero();
        assertThat(shades.legend()).singleElement().satisfies(step -> assertThat(step.shade()).isEqualTo(5));
    }

    @Test
    void nothingAtAllHasNoLegend() {
        assertThat(Shades.of(List.of(0.0, 0.0)).legend()).isEmpty();
    }
}
