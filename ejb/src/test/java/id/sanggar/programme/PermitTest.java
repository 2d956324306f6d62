package id.sanggar.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PermitTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void aPermitHoldsToTheEndOfItsLastDay() {
        assertThat(Permit.of(TODAY.minusDays(1), TODAY)).isEqualTo(Permit.OVER);
        assertThat(Permit.of(TODAY, TODAY)).isEqualTo(Permit.SOON);
    }

    @Test
    void twoMonthsAheadIsSoonAndWhatHasNoDayIsNothing() {
        assertThat(Permit.of(TODAY.plusDays(60), TODAY)).isEqualTo(Permit.SOON);
        assertThat(Permit.of(TODAY.plusDays(61), TODAY)).isNull();
        assertThat(Permit.of(null, TODAY)).isNull();
    }
}
