package id.sanggar.insight;

import static id.sanggar.learning.Classroom.stage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.insight.population.Population;
import id.sanggar.learning.Classroom;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.MemberOrder;
import id.sanggar.programme.Members;
import id.sanggar.programme.ProgrammeDefinition.Requirement;
import id.sanggar.shared.NotAllowed;
import id.sanggar.testing.Acting;
import id.sanggar.testing.InContainerTest;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a manager is told of people of whom it is known how many they are. */
class CommandCentreIT extends InContainerTest {

    @Inject
    private Classroom classroom;

    @Inject
    private Figures figures;

    @Inject
    private Population population;

    @Inject
    private Members members;

    private String programme;

    @BeforeEach
    void aProgrammeOfSixtyPeople() throws Exception {
        programme = classroom.slug("program");
        classroom.setUp(classroom.definition(programme,
                stage("pendaftaran", Requirement.admitted()),
                stage("pelatihan", Requirement.confirmed("hadir", Classroom.text("Hadir"))),
                stage("pendampingan", Requirement.confirmed("kunjungan", Classroom.text("Kunjungan")))));
        classroom.partner("mitra-" + programme);
        classroom.write("""
                with person as (
                    insert into account (name, email, password_hash, consented_at, consent_version, created_at)
                    select 'Peserta Uji', 'p' || i || '.' || ? || '@sanggar.example', '-', now(), 'test', now()
                    from generate_series(0, 59) as i returning id, cast(substring(email, '^p([0-9]+)') as int) as i),
                standing as (
                    select person.id, i, case when i < 10 then 'APPLIED' when i < 15 then 'REJECTED'
                        when i < 17 then 'WITHDRAWN' when i < 50 then 'ACTIVE' else 'COMPLETED' end as state,
                        case when i < 15 then null when i < 40 then 2 else 3 end as position from person)
                insert into membership (programme_id, account_id, organisation_id, state, applied_at, decided_at,
                    stage_id, stage_since, completed_at)
                select p.id, standing.id, case when i % 2 = 0 then o.id end, standing.state, now(),
                    case when standing.state <> 'APPLIED' then now() end, s.id, now(),
                    case when standing.state = 'COMPLETED' then now() end
                from standing join programme p on p.slug = ? join organisation o on o.slug = ?
                left join stage s on s.programme_id = p.id and s.position = standing.position""",
                programme, programme, "mitra-" + programme);
        population.refreshed();
    }

    @Test
    void everyNumberIsThatOfItsList() throws Exception {
        var manager = classroom.manager(programme);
        var numbers = manager.call(() -> figures.funnel(all())).numbers();
        assertThat(numbers.members().number()).isEqualTo(45);
        assertThat(numbers.stages()).map(stage -> stage.now().number()).containsExactly(0L, 23L, 10L);
        assertThat(numbers.stages()).map(stage -> stage.reached().number()).containsExactly(45L, 45L, 20L);
        for (var stage : numbers.stages()) {
            assertThat(listed(manager, stage.now())).isEqualTo(stage.now().number());
            assertThat(listed(manager, stage.reached())).isEqualTo(stage.reached().number());
        }
        assertThat(numbers.states()).map(state -> state.members().number())
                .containsExactly(10L, 0L, 33L, 5L, 2L, 10L);
        for (var state : numbers.states()) {
            assertThat(listed(manager, state.members())).as(state.toString()).isEqualTo(state.members().number());
        }
        assertThat(manager.call(() -> figures.overview())).singleElement()
                .satisfies(funnel -> assertThat(funnel.numbers()).isEqualTo(numbers));
    }

    @Test
    void aPartnersManagerCountsHerOwn() throws Exception {
        var manager = classroom.manager(programme, "mitra-" + programme);
        var hers = manager.call(() -> figures.funnel(all()));
        assertThat(hers.numbers().members().number()).isEqualTo(22);
        assertThat(listed(manager, hers.numbers().members())).isEqualTo(22);
        assertThat(hers.target()).as("that of all members is not hers").isZero();
    }

    @Test
    void admissionsAreCountedByMonthAndYear() throws Exception {
        var manager = classroom.manager(programme);
        var months = manager.call(() -> figures.months(all())).months();
        var now = YearMonth.now(ZoneId.of("Asia/Makassar"));
        var last = months.get(months.size() - 1);
        assertThat(months.get(0).month()).isEqualTo(YearMonth.of(2020, 1));
        assertThat(last.month()).isEqualTo(now);
        assertThat(last.admitted().number()).isEqualTo(45);
        assertThat(listed(manager, last.admitted())).isEqualTo(45);
        assertThat(manager.call(() -> figures.funnel(all())).years()).singleElement().satisfies(year -> {
            assertThat(year.target()).isEqualTo(500);
            assertThat(year.admitted().number()).isEqualTo(45);
            assertThat(listed(manager, year.admitted())).isEqualTo(45);
        });
    }

    @Test
    void aManagerOfAnotherProgrammeCountsNothing() throws Exception {
        var elsewhere = classroom.slug("lain");
        classroom.setUp(classroom.definition(elsewhere, stage("pendaftaran", Requirement.admitted())));
        var stranger = classroom.manager(elsewhere);
        assertThatThrownBy(() -> stranger.call(() -> figures.funnel(all()))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> stranger.call(() -> figures.months(all()))).isInstanceOf(NotAllowed.class);
        assertThat(stranger.call(() -> figures.overview())).as("her own programme, set up this moment").singleElement()
                .satisfies(funnel -> assertThat(funnel.numbers().members().number()).isZero());
    }

    @Test
    void anAdministratorCountsEverything() throws Exception {
        assertThat(classroom.administrator().call(() -> figures.overview()))
                .anySatisfy(funnel -> assertThat(funnel.programme().slug()).isEqualTo(programme));
    }

    private MemberFilter all() {
        return MemberFilter.of(programme);
    }

    private long listed(Acting manager, Figure figure) throws Exception {
        return manager.call(() -> members.list(figure.people(), MemberOrder.NEWEST, 1, 10)).total();
    }
}
