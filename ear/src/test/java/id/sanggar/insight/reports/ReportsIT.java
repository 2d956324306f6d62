package id.sanggar.insight.reports;

import static id.sanggar.learning.Classroom.stage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.identity.AccountErased;
import id.sanggar.insight.Figures;
import id.sanggar.insight.SavedViews;
import id.sanggar.insight.closing.MonthClosing;
import id.sanggar.learning.Classroom;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.ProgrammeDefinition.Requirement;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.NotAllowed;
import id.sanggar.testing.Acting;
import id.sanggar.testing.InContainerTest;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportsIT extends InContainerTest {

    private static final YearMonth MARCH = YearMonth.of(2024, 3);

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    @Inject
    private Classroom classroom;

    @Inject
    private MonthClosing months;

    @Inject
    private ReportOrders orders;

    @Inject
    private ReportMaking making;

    @Inject
    private SavedViews views;

    @Inject
    private Figures figures;

    @Inject
    private Event<AccountErased> erased;

    private String programme;
    private String partner;
    private Acting manager;
    private Connection postmanHeld;

    /** What is made waits in the outbox, to be looked at, as long as the postman does not go. */
    @BeforeEach
    void aProgrammeWhoseLettersWait() throws Exception {
        programme = classroom.slug("program");
        partner = "mitra-" + programme;
        classroom.partner(partner);
        classroom.partner("lain-" + programme);
        classroom.setUp(classroom.definition(programme, stage("pendaftaran", Requirement.admitted())));
        member(partner);
        member("lain-" + programme);
        manager = classroom.manager(programme);
        postmanHeld = database.getConnection();
        ask("select pg_advisory_lock(" + 0x1e77e5 + ")");
    }

    @AfterEach
    void thePostmanGoesAgain() throws SQLException {
        ask("select pg_advisory_unlock(" + 0x1e77e5 + ")");
        postmanHeld.close();
    }

    private void ask(String sql) throws SQLException {
        try (var statement = postmanHeld.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aClosedMonthIsReportedOnceHoweverManyNodesAreAtIt() throws Exception {
        order(manager, ReportFrequency.MONTHLY);
        close();
        var due = new ReportMaking.Due(orderOf(manager), "2024-03");
        var nodes = new ArrayList<Callable<Void>>();
        for (var node = 0; node < 4; node++) {
            nodes.add(() -> {
                making.make(due);
                return null;
            });
        }
        for (var node : classroom.together(nodes)) {
            node.get();
        }
        assertThat(making.due(10_000)).doesNotContain(due);
        assertThat(letters(manager)).isEqualTo(1L);
        assertThat(classroom.read("""
                select string_agg(f.content_type, ' ' order by f.content_type) from report_file f
                join report_run r on r.id = f.run_id join report_order o on o.id = r.order_id
                where o.account_id = ?""", manager.account())).isEqualTo("application/pdf text/csv;charset=UTF-8");
        assertThat(csv(manager)).contains("Maret 2024", partner, "lain-" + programme);
        assertThat((String) classroom.read("select body from mail_message where account_id = ?", manager.account()))
                .contains("/manage/programmes/" + programme + "/months/2024-03", "/reports/" + codeOf(manager));
        assertThat(manager.call(() -> orders.mine(programme))).singleElement()
                .satisfies(order -> assertThat(order.latest()).isEqualTo(programme + " – Maret 2024"));
    }

    @Test
    void aPartnersManagerIsSentWhatSheSees() throws Exception {
        var hers = classroom.manager(programme, partner);
        order(hers, ReportFrequency.MONTHLY);
        close();
        making.make(new ReportMaking.Due(orderOf(hers), "2024-03"));
        assertThat(csv(hers)).contains(partner).doesNotContain("lain-" + programme);
    }

    @Test
    void whoseRoleWasTakenAwayGetsNone() throws Exception {
        order(manager, ReportFrequency.MONTHLY);
        close();
        classroom.write("delete from role_grant where account_id = ?", manager.account());
        making.make(new ReportMaking.Due(orderOf(manager), "2024-03"));
        assertThat(letters(manager)).isZero();
        assertThat(classroom.read("select withheld from report_run where order_id = ?", orderOf(manager)))
                .isEqualTo(true);
    }

    @Test
    void whoseRoleIsTakenAwayWhileTheLetterWaitsGetsNone() throws Exception {
        order(manager, ReportFrequency.MONTHLY);
        close();
        making.make(new ReportMaking.Due(orderOf(manager), "2024-03"));
        assertThat(letters(manager)).isEqualTo(1L);
        classroom.write("update role_grant set organisation_id = (select id from organisation where slug = ?) "
                + "where account_id = ?", partner, manager.account());
        ask("select pg_advisory_unlock(" + 0x1e77e5 + ")");
        await(() -> "out of sight".equals(classroom.read("select last_error from mail_message where account_id = ?",
                manager.account())));
        assertThat(classroom.read("""
                select count(*) from report_file f join report_run r on r.id = f.run_id where r.order_id = ?""",
                orderOf(manager))).isEqualTo(0L);
        assertThat(classroom.read("select sent_at from mail_message where account_id = ?", manager.account())).isNull();
    }

    @Test
    void aWeekIsReportedOnItsMondayAndNoWeekBeforeTheOrder() throws Exception {
        order(manager, ReportFrequency.WEEKLY);
        assertThat(making.due(10_000)).as("what was over before").noneMatch(this::isHers);
        classroom.write("update report_order set ordered_at = now() - interval '9 days' where account_id = ?",
                manager.account());
        var due = making.due(10_000).stream().filter(this::isHers).toList();
        assertThat(due).singleElement().satisfies(one -> assertThat(one.period()).matches("\\d{4}-W\\d{2}"));
        making.make(due.get(0));
        assertThat(making.due(10_000)).noneMatch(this::isHers);
        assertThat(letters(manager)).isEqualTo(1L);
    }

    private boolean isHers(ReportMaking.Due due) {
        try {
            return due.orderId() == orderOf(manager);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void aSavedViewGoesWithItAsLongAsItIsThere() throws Exception {
        var view = manager.call(() -> views.save(programme, "Perempuan per mitra", "programme=" + programme
                + "&by=partner"));
        manager.call(() -> {
            orders.order(programme, ReportFrequency.MONTHLY, view);
            return null;
        });
        close();
        // Who was admitted a moment ago is in the columns within five seconds.
        await(() -> manager.call(this::isReckoned));
        making.make(new ReportMaking.Due(orderOf(manager), "2024-03"));
        assertThat(csv(manager)).contains("Perempuan per mitra");
    }

    @Test
    void whoIsErasedGetsNoMoreAndWhatWasOnItsWayIsThrownAway() throws Exception {
        order(manager, ReportFrequency.MONTHLY);
        close();
        making.make(new ReportMaking.Due(orderOf(manager), "2024-03"));
        classroom.inTransaction(() -> {
            erased.fire(new AccountErased(manager.account()));
            return null;
        });
        assertThat(letters(manager)).isZero();
        assertThat(classroom.read("""
                select count(*) from report_file f join report_run r on r.id = f.run_id where r.order_id = ?""",
                orderOf(manager))).isEqualTo(0L);
        assertThat(orders.one(UUID.fromString(codeOf(manager))).stopped()).isTrue();
    }

    private boolean isReckoned() {
        return figures.funnel(MemberFilter.of(programme)).numbers().members().number() == 2;
    }

    @Test
    void whoHoldsTheLetterStopsItAndNobodyOrdersTwice() throws Exception {
        order(manager, ReportFrequency.MONTHLY);
        order(manager, ReportFrequency.MONTHLY);
        assertThat(manager.call(() -> orders.mine(programme))).hasSize(1);
        var code = UUID.fromString(codeOf(manager));
        assertThat(orders.one(code).stopped()).isFalse();
        orders.stop(code);
        orders.stop(code);
        assertThat(orders.one(code).stopped()).isTrue();
        assertThat(manager.call(() -> orders.mine(programme))).isEmpty();
        close();
        assertThat(making.due(10_000)).noneMatch(this::isHers);
        making.make(new ReportMaking.Due(orderOf(manager), "2024-03"));
        assertThat(letters(manager)).isZero();
    }

    @Test
    void whoManagesNothingOrHasNoAddressOrdersNothing() throws Exception {
        var elsewhere = classroom.slug("lain");
        classroom.setUp(classroom.definition(elsewhere, stage("pendaftaran", Requirement.admitted())));
        var stranger = classroom.manager(elsewhere);
        assertThatThrownBy(() -> order(stranger, ReportFrequency.WEEKLY)).isInstanceOf(NotAllowed.class);
        classroom.write("update account set email = null, phone = '+62' || (8100000000 + id) where id = ?",
                manager.account());
        assertThatThrownBy(() -> order(manager, ReportFrequency.WEEKLY)).isInstanceOf(Conflict.class);
    }

    private void order(Acting person, ReportFrequency frequency) throws Exception {
        person.call(() -> {
            orders.order(programme, frequency, null);
            return null;
        });
    }

    private void close() throws Exception {
        var closing = classroom.manager(programme);
        closing.call(() -> {
            months.close(programme, MARCH);
            return null;
        });
    }

    private long orderOf(Acting person) throws Exception {
        return (Long) classroom.read("select id from report_order where account_id = ?", person.account());
    }

    private String codeOf(Acting person) throws Exception {
        return classroom.read("select code from report_order where account_id = ?", person.account()).toString();
    }

    private long letters(Acting person) throws Exception {
        return (Long) classroom.read("""
                select count(*) from mail_message where account_id = ? and report_run_id is not null""",
                person.account());
    }

    private String csv(Acting person) throws Exception {
        return (String) classroom.read("""
                select convert_from(f.bytes, 'UTF8') from report_file f join report_run r on r.id = f.run_id
                join report_order o on o.id = r.order_id where o.account_id = ? and f.name like '%.csv'""",
                person.account());
    }

    private void member(String organisation) throws Exception {
        classroom.write("""
                with person as (
                    insert into account (name, email, password_hash, consented_at, consent_version, created_at)
                    values ('Peserta Uji', gen_random_uuid() || '@sanggar.example', '-', now(), 'test', now())
                    returning id)
                insert into membership (programme_id, account_id, organisation_id, state, applied_at, decided_at,
                    stage_id, stage_since)
                select p.id, person.id, o.id, 'ACTIVE', d.at, d.at, s.id, d.at
                from person, programme p, stage s, organisation o, (select timestamptz '2024-03-10 00:00Z' as at) d
                where p.slug = ? and s.programme_id = p.id and o.slug = ?""", programme, organisation);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        var until = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.call()) {
            assertThat(Instant.now()).isBefore(until);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
