package id.sanggar.insight;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.SampleProgrammes;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetsTest {

    private final MemberFilter all = MemberFilter.of("jakpreneur");

    private final Targets targets = new Targets(SampleProgrammes.jakpreneur(), List.of(
            new Targets.OfPart(2026, "mitra", null, 90), new Targets.OfPart(2027, "mitra", null, 60),
            new Targets.OfPart(2026, null, "3171", 40)));

    @Test
    void aPartnerAnAreaAndTheWholeHaveTheirOwn() {
        assertThat(targets.of(all)).isEqualTo(200);
        assertThat(targets.of(all.servedBy("mitra"))).isEqualTo(150);
        assertThat(targets.of(all.livingIn("3171"))).isEqualTo(40);
        assertThat(targets.of(all.livingIn("317101"))).isZero();
        assertThat(targets.years()).containsExactly(2026, 2027);
    }

    @Test
    void aYearHasItsOwnAndPartsOfAYearHaveNone() {
        var in2027 = all.admittedBetween(YearMonth.of(2027, 1), YearMonth.of(2027, 12));
        assertThat(targets.of(in2027.servedBy("mitra"))).isEqualTo(60);
        assertThat(targets.of(in2027)).isZero();
        assertThat(targets.of(all.servedBy("mitra").admittedBetween(YearMonth.of(2027, 1), YearMonth.of(2027, 11))))
                .isZero();
    }

    @Test
    void nobodyMeantWomenOfOnePartner() {
        assertThat(targets.of(all.servedBy("mitra").ofGender("female"))).isZero();
        assertThat(targets.of(all.servedBy("mitra").livingIn("3171"))).isZero();
    }
}
