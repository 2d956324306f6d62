package id.sanggar.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.web.shared.ColumnChart.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnChartTest {

    @Test
    void theLargestColumnReachesTheTopAndAHalfReachesHalfWay() {
        var chart = ColumnChart.of(List.of(new Value("P1", 400, 100), new Value("P2", 200, 200)), 0);
        var first = chart.columns().get(0);
        var second = chart.columns().get(1);
        assertThat(chart.floor() - second.top()).isEqualTo((chart.floor() - first.top()) / 2);
        assertThat(chart.floor() - first.partTop()).isEqualTo((chart.floor() - first.top()) / 4);
        assertThat(second.left()).isGreaterThan(first.left() + first.width());
    }

    @Test
    void oneAmongThousandsCanStillBeSeenAndNobodyCannot() {
        var chart = ColumnChart.of(List.of(new Value("P1", 200_000, 0), new Value("P2", 1, 1)), 0);
        assertThat(chart.columns().get(1).top()).isLessThan(chart.floor());
        assertThat(chart.columns().get(0).partTop()).isEqualTo(chart.floor());
    }

    @Test
    void aTargetInReachIsAboveEveryColumn() {
        var chart = ColumnChart.of(List.of(new Value("P1", 387, 60)), 500);
        assertThat(chart.mark()).isLessThan(chart.columns().get(0).top());
    }

    @Test
    void aTargetFarAwayDoesNotPressTheColumnsToTheFloor() {
        var chart = ColumnChart.of(List.of(new Value("P1", 6_412, 1_227)), 200_000);
        assertThat(chart.mark()).isNull();
    }

    @Test
    void nothingToDrawIsAnEmptyFloor() {
        assertThat(ColumnChart.of(List.of(), 500).columns()).isEmpty();
        assertThat(ColumnChart.of(List.of(new Value("P1", 0, 0)), 500).columns().get(0).top()).isEqualTo(166);
    }
}
