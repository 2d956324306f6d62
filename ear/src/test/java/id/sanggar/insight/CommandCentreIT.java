package id.sanggar.insight;

import static id.sanggar.learning.Classroom.stage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.learning.Classroom;
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

class CommandCentreIT extends InContainerTest {

    @Inject
    private Classroom classroom;

    @Inject
    private CommandCentre commandCentre;

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
    }

    @Test
    void everyNumberIsThatOfItsList() throws Exception {
        var manager = classroom.manager(programme);
        var figures = manager.call(() -> commandCentre.programme(programme));
        assertThat(figures.members().number()).isEqualTo(45);
        assertThat(figures.funnel()).map(stage -> stage.now().number()).containsExactly(0L, 23L, 10L);
        assertThat(figures.funnel()).map(stage -> stage.reached().number()).containsExactly(45L, 45L, 20L);
        for (var stage : figures.funnel()) {
            assertThat(listed(manager, stage.now())).isEqualTo(stage.now().number());
            assertThat(listed(manager, stage.reached())).isEqualTo(stage.reached().number());
        }
        for (var state : figures.states()) {
            assertThat(listed(manager, state.people())).as(state.toString()).isEqualTo(state.people().number());
        }
        assertThat(manager.call(() -> commandCentre.overview())).containsExactly(figures);
    }

    @Test
    void aPartnersManagerCountsHerOwn() throws Exception {
        var manager = classroom.manager(programme, "mitra-" + programme);
        var figures = manager.call(() -> commandCentre.programme(programme));
        assertThat(figures.members().number()).isEqualTo(22);
        assertThat(listed(manager, figures.members())).isEqualTo(22);
    }

    @Test
    void admissionsAreCountedByMonthAndYear() throws Exception {
        var manager = classroom.manager(programme);
        var admissions = manager.call(() -> commandCentre.admissions(programme));
        var now = YearMonth.now(ZoneId.of("Asia/Makassar"));
        var last = admissions.months().get(admissions.months().size() - 1);
        assertThat(admissions.months().get(0).month()).isEqualTo(YearMonth.of(2020, 1));
        assertThat(last.month()).isEqualTo(now);
        assertThat(last.admitted().number()).isEqualTo(45);
        assertThat(listed(manager, last.admitted())).isEqualTo(45);
        assertThat(admissions.years()).singleElement().satisfies(year -> {
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
        assertThatThrownBy(() -> stranger.call(() -> commandCentre.programme(programme)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> stranger.call(() -> commandCentre.admissions(programme)))
                .isInstanceOf(NotAllowed.class);
        assertThat(stranger.call(() -> commandCentre.overview())).singleElement()
                .satisfies(figures -> assertThat(figures.members().number()).isZero());
    }

    @Test
    void anAdministratorCountsEverything() throws Exception {
        assertThat(classroom.administrator().call(() -> commandCentre.overview()))
                .anySatisfy(figures -> assertThat(figures.programme().slug()).isEqualTo(programme));
    }

    private long listed(Acting manager, ProgrammeFigures.Figure figure) throws Exception {
        return manager.call(() -> members.list(figure.people(), MemberOrder.NEWEST, 1, 10)).total();
    }
}
