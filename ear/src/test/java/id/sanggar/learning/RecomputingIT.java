package id.sanggar.learning;

import static id.sanggar.learning.Classroom.stage;
import static id.sanggar.learning.Classroom.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.course.Audience;
import id.sanggar.learning.Recomputation.Losses;
import id.sanggar.learning.Recomputation.State;
import id.sanggar.programme.Admissions;
import id.sanggar.programme.Application;
import id.sanggar.programme.Confirming;
import id.sanggar.programme.ProgrammeDefinition;
import id.sanggar.programme.ProgrammeDefinition.Requirement;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import id.sanggar.testing.Acting;
import id.sanggar.testing.InContainerTest;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing a change of rules or facts would give or take is given or taken before a person has decided. */
class RecomputingIT extends InContainerTest {

    @Inject
    private Classroom classroom;

    @Inject
    private Admissions admissions;

    @Inject
    private Studying studying;

    @Inject
    private Confirming confirming;

    @Inject
    private Recomputing recomputing;

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    private String course;
    private String programme;
    private Acting manager;
    private Acting ratna;
    private UUID code;

    @BeforeEach
    void ratnaHasReadTheLessonsAndWasVisited() throws Exception {
        course = classroom.slug("mutu");
        classroom.publish(course, Audience.MEMBERS, "satu", "dua");
        programme = classroom.slug("program");
        classroom.setUp(asking(Requirement.course(course)));
        manager = classroom.manager(programme);
        ratna = classroom.woman("Ratna Mooduto");
        code = ratna.call(() -> admissions.apply(programme, new Application("Dapur Milu", "", "")));
        manager.call(() -> admissions.approve(Set.of(code)));
        for (var lesson : List.of("satu", "dua")) {
            ratna.call(() -> studying.acknowledge(course, lesson));
        }
        manager.call(() -> confirming.confirm(programme, Set.of(code), "kunjungan"));
    }

    private ProgrammeDefinition asking(Requirement... ofTraining) {
        return classroom.definition(programme, stages(ofTraining, Requirement.confirmed("rencana", text("Rencana"))));
    }

    private static ProgrammeDefinition.Stage[] stages(Requirement[] ofTraining, Requirement... atLast) {
        return new ProgrammeDefinition.Stage[] {
            stage("pendaftaran", Requirement.admitted()),
            stage("pelatihan", ofTraining),
            stage("mentoring", Requirement.confirmed("kunjungan", text("Kunjungan"))),
            stage("akhir", atLast)
        };
    }

    @Test
    void whenMoreIsAskedNobodyFallsUntilItIsDecidedAndWhoDecidesToKeepKeepsAll() throws Exception {
        classroom.setUp(asking(Requirement.course(course), Requirement.confirmed("ujian", text("Ujian"))));
        classroom.recompute(programme);
        assertThat(place()).isEqualTo("akhir ACTIVE");
        var waiting = waiting();
        assertThat(waiting.falls()).isEqualTo(1);
        assertThat(manager.call(() -> recomputing.items(waiting.code(), false, 1)).items()).singleElement()
                .satisfies(item -> {
                    assertThat(item.to().slug()).isEqualTo("pelatihan");
                    assertThat(item.missing()).extracting(missing -> missing.slug()).containsExactly("ujian");
                });

        decide(waiting, Losses.KEEP);
        assertThat(place()).isEqualTo("akhir ACTIVE");
        assertThat(classroom.read("select reason from stage_waiver w join membership m on m.id = w.membership_id"
                + " where m.code = ?", code)).isEqualTo("Diputuskan bersama.");
        manager.call(() -> confirming.confirm(programme, Set.of(code), "rencana"));
        assertThat(place()).isEqualTo("akhir COMPLETED");
    }

    @Test
    void whoeverDecidesToTakeItLeavesItInTheHistory() throws Exception {
        classroom.setUp(asking(Requirement.course(course), Requirement.confirmed("ujian", text("Ujian"))));
        classroom.recompute(programme);
        decide(waiting(), Losses.TAKE);
        assertThat(place()).isEqualTo("pelatihan ACTIVE");
        assertThat(classroom.read("""
                select concat_ws(' ', e.kind, s.slug, e.reason) from membership_event e
                join membership m on m.id = e.membership_id join stage s on s.id = e.stage_id
                where m.code = ?""", code))
                .isEqualTo("LOST pelatihan Diputuskan bersama.");
        manager.call(() -> confirming.confirm(programme, Set.of(code), "ujian"));
        assertThat(place()).as("what she had met counts again").isEqualTo("akhir ACTIVE");
    }

    @Test
    void rulesThatMoveNobodyAreInForceAtOnceAndNewerOnesTakeThePlaceOfThoseThatWait() throws Exception {
        classroom.setUp(asking(Requirement.any(Requirement.course(course), Requirement.confirmed("ujian",
                text("Ujian")))));
        classroom.recompute(programme);
        assertThat(all().get(0).state()).isEqualTo(State.DONE);

        classroom.setUp(asking(Requirement.confirmed("ujian", text("Ujian"))));
        classroom.recompute(programme);
        var first = waiting();
        classroom.setUp(asking(Requirement.all(Requirement.confirmed("ujian", text("Ujian")),
                Requirement.confirmed("esai", text("Esai")))));
        classroom.recompute(programme);
        assertThat(manager.call(() -> recomputing.find(first.code())).state()).isEqualTo(State.DROPPED);
        assertThat(waiting().falls()).isEqualTo(1);
        assertThatThrownBy(() -> decide(first, Losses.TAKE)).isInstanceOf(Conflict.class);
    }

    @Test
    void whoMovesOnByTheRulesOfBeforeWhileOthersComeIntoForceIsLookedAtAgain() throws Exception {
        var thread = Executors.newSingleThreadExecutor();
        try (var held = database.getConnection()) {
            held.setAutoCommit(false);
            askForMoreAtLastAndHoldThat(held);
            var counting = thread.submit(() -> {
                classroom.recompute(programme);
                return null;
            });
            waitUntilItStopsAt(held);
            manager.call(() -> confirming.confirm(programme, Set.of(code), "rencana"));
            assertThat(place()).as("counted already, and the new rules are not in force yet")
                    .isEqualTo("akhir COMPLETED");
            held.rollback();
            counting.get();
        } finally {
            thread.shutdown();
        }
        classroom.recompute(programme);
        assertThat(classroom.read("select rules_in_force = rules_version from programme where slug = ?", programme))
                .isEqualTo(true);
        assertThat(waiting().cause()).isEqualTo(Recomputation.Cause.CHECK);
        assertThat(waiting().falls()).isEqualTo(1);
        decide(waiting(), Losses.TAKE);
        assertThat(place()).isEqualTo("akhir ACTIVE");
    }

    /** The row that is written when the rules come into force is locked before the server comes to count by them. */
    private void askForMoreAtLastAndHoldThat(Connection held) throws Exception {
        var asked = "esai";
        do {
            held.rollback();
            asked = asked + "-lagi";
            classroom.setUp(classroom.definition(programme, stages(new Requirement[] {Requirement.course(course)},
                    Requirement.confirmed("rencana", text("Rencana")),
                    Requirement.confirmed(asked, text("Esai")))));
            try (var row = held.prepareStatement("""
                    select r.id from stage_requirement r join stage s on s.id = r.stage_id
                    join programme p on p.id = s.programme_id where p.slug = ? and r.slug = ? for update of r""")) {
                row.setString(1, programme);
                row.setString(2, asked);
                assertThat(row.executeQuery().next()).isTrue();
            }
        } while (all().get(0).state() != State.COUNTING);
    }

    private void waitUntilItStopsAt(Connection held) throws SQLException {
        try (var statement = held.createStatement(); var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            while (!(Boolean) classroom.read("select exists (select from pg_stat_activity"
                    + " where cast(? as integer) = any(pg_blocking_pids(pid)))", row.getInt(1))) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void onlyOneOfTwoWhoHaveAllMeasuredAtOnceBegins() throws Exception {
        var begun = classroom.together(Collections.nCopies(2, () ->
                manager.call(() -> recomputing.start(programme))));
        assertThat(all()).filteredOn(one -> one.cause() == Recomputation.Cause.CHECK).hasSize(1);
        for (var each : begun) {
            try {
                assertThat(each.get()).isEqualTo(all().get(0).code());
            } catch (ExecutionException refused) {
                assertThat(refused).hasCauseInstanceOf(Conflict.class);
            }
        }
    }

    @Test
    void aStageThatWasNeverInForceIsTakenOutAgainAndOneOfWhichAnythingWasMetIsNot() throws Exception {
        var plain = asking(Requirement.course(course));
        var longer = new ArrayList<>(plain.stages());
        longer.add(2, stage("usaha", Requirement.confirmed("usaha", text("Usaha"))));
        classroom.setUp(classroom.definition(programme, longer.toArray(ProgrammeDefinition.Stage[]::new)));
        classroom.recompute(programme);
        assertThat(waiting().falls()).isEqualTo(1);
        classroom.setUp(plain);
        classroom.recompute(programme);
        assertThat(all()).noneMatch(Recomputation::isWaiting);
        assertThat(place()).isEqualTo("akhir ACTIVE");

        manager.call(() -> confirming.confirm(programme, Set.of(code), "rencana"));
        assertThatThrownBy(() -> classroom.setUp(classroom.definition(programme,
                plain.stages().subList(0, 3).toArray(ProgrammeDefinition.Stage[]::new)))).isInstanceOf(Conflict.class);
    }

    @Test
    void whatWasConfirmedAndRevokedCountsUntilItIsDecidedWhatThatTakes() throws Exception {
        revoke("kunjungan");
        assertThat(place()).isEqualTo("akhir ACTIVE");
        manager.call(() -> {
            recomputing.decideOne(code, Losses.TAKE, "Kunjungan itu ke usaha lain.");
            return null;
        });
        assertThat(place()).isEqualTo("mentoring ACTIVE");
        assertThat(all().get(0).state()).isEqualTo(State.DONE);
        assertThatThrownBy(() -> manager.call(() -> {
            recomputing.decideOne(code, Losses.TAKE, "Lagi.");
            return null;
        })).isInstanceOf(Conflict.class);
    }

    @Test
    void whatIsConfirmedAnewNeedsNoDecision() throws Exception {
        revoke("kunjungan");
        manager.call(() -> confirming.confirm(programme, Set.of(code), "kunjungan"));
        assertThat(place()).isEqualTo("akhir ACTIVE");
        assertThat(all()).singleElement().satisfies(one -> assertThat(one.state()).isEqualTo(State.DONE));
    }

    @Test
    void aCompleteRecomputationGivesBackWhatFactsTellAndShowsWhereThatLeads() throws Exception {
        classroom.write("""
                update enrolment set done = 0, completed_at = null
                where account_id = ?""", ratna.account());
        classroom.write("""
                update membership m set stage_id = s.id from stage s
                where m.code = ? and s.programme_id = m.programme_id and s.slug = 'pelatihan'""", code);
        classroom.write("delete from activity_record r using enrolment e where e.id = r.enrolment_id"
                + " and e.account_id = ?", ratna.account());
        var check = manager.call(() -> recomputing.start(programme));
        classroom.recompute(programme);
        var found = manager.call(() -> recomputing.find(check));
        assertThat(found.mended()).isEqualTo(1);
        assertThat(found.gains()).isEqualTo(1);
        assertThat(place()).isEqualTo("pelatihan ACTIVE");
        decide(found, Losses.KEEP);
        assertThat(place()).isEqualTo("akhir ACTIVE");
        assertThat(ratna.call(() -> studying.course(course)).isCompleted()).isTrue();
    }

    @Test
    void onlyWhoManagesAllMembersDecidesAndSaysWhy() throws Exception {
        classroom.setUp(asking(Requirement.confirmed("ujian", text("Ujian"))));
        classroom.recompute(programme);
        var waiting = waiting();
        classroom.partner("mitra-uji");
        var partner = classroom.manager(programme, "mitra-uji");
        assertThatThrownBy(() -> partner.call(() -> recomputing.find(waiting.code())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> partner.call(() -> recomputing.start(programme)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> manager.call(() -> {
            recomputing.decide(waiting.code(), Losses.TAKE, " ");
            return null;
        })).isInstanceOf(Invalid.class);
    }

    private void revoke(String requirement) throws Exception {
        manager.call(() -> {
            confirming.revoke(code, requirement, "Tertukar dengan usaha lain.");
            return null;
        });
    }

    private List<Recomputation> all() throws Exception {
        return manager.call(() -> recomputing.list(1)).items();
    }

    private Recomputation waiting() throws Exception {
        return all().stream().filter(Recomputation::isWaiting).findFirst().orElseThrow();
    }

    private void decide(Recomputation waiting, Losses losses) throws Exception {
        manager.call(() -> {
            recomputing.decide(waiting.code(), losses, "Diputuskan bersama.");
            return null;
        });
        classroom.recompute(programme);
    }

    private String place() throws SQLException {
        return (String) classroom.read("""
                select s.slug || ' ' || m.state from membership m join stage s on s.id = m.stage_id
                where m.code = ?""", code);
    }
}
