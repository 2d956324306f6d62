package id.sanggar.insight.closing;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.shared.LocalizedText;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthTableTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 10);
    private static final MonthCell.StageName FIRST = stage(1);
    private static final MonthCell.StageName SECOND = stage(2);
    private static final MonthCell.Partner FEW = partner(1, "Sedikit");
    private static final MonthCell.Partner MANY = partner(2, "Banyak");
    private static final MonthCell.Regency CITY = new MonthCell.Regency("7571", "Kota Gorontalo");

    private final List<MonthCell> cells = List.of(
            cell(Measure.ADMITTED, null, FEW, 3, 3),
            cell(Measure.REACHED, SECOND, FEW, 1, 1),
            cell(Measure.REACHED, FIRST, MANY, 30, 28),
            cell(Measure.ADMITTED, null, MANY, 30, 28),
            cell(Measure.ADMITTED, null, null, 90, 90));

    @Test
    void columnsAreTheMeasuresWithTheStagesInTheirOrder() {
        assertThat(MonthTable.byPartner(cells).columns())
                .extracting(column -> column.stage() == null ? column.measure().name() : column.stage().code())
                .containsExactly("ADMITTED", "P1", "P2", "FINISHED", "COURSE", "CERTIFICATE", "REVOKED");
    }

    @Test
    void thoseWithTheMostComeFirstAndThoseOfNobodyLast() {
        var rows = MonthTable.byPartner(cells).rows();
        assertThat(rows).extracting(row -> row.name() == null ? "-" : row.name().id())
                .containsExactly("Banyak", "Sedikit", "-");
        assertThat(rows.get(0).numbers()).startsWith(new MonthNumber(30, 28), new MonthNumber(30, 28),
                MonthNumber.NONE);
        assertThat(rows.get(0).numbers().get(0).isRestated()).isTrue();
    }

    @Test
    void theSameCellsAddUpByRegency() {
        assertThat(MonthTable.byRegency(cells).rows()).singleElement().satisfies(row -> {
            assertThat(row.place()).isEqualTo("Kota Gorontalo");
            assertThat(row.numbers().get(0)).isEqualTo(new MonthNumber(123, 121));
        });
    }

    @Test
    void everyMeasureHasALineEvenOneThatCountsNothing() {
        assertThat(MonthPage.lines(cells)).extracting(line -> line.measure() + " " + line.number().latest())
                .containsExactly("ADMITTED 121", "REACHED 1", "REACHED 28", "FINISHED 0", "COURSE 0",
                        "CERTIFICATE 0", "REVOKED 0");
    }

    private static MonthCell cell(Measure measure, MonthCell.StageName stage, MonthCell.Partner partner, long first,
            long latest) {
        return new MonthCell(MONTH, measure, stage, null, partner, CITY, new MonthNumber(first, latest));
    }

    private static MonthCell.StageName stage(int position) {
        return new MonthCell.StageName(position, "P" + position, new LocalizedText("Tahap", "Stage"));
    }

    private static MonthCell.Partner partner(long id, String name) {
        return new MonthCell.Partner(id, new LocalizedText(name, name));
    }
}
