package id.sanggar.insight.closing;

import static id.sanggar.learning.Classroom.stage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.course.Audience;
import id.sanggar.learning.Classroom;
import id.sanggar.programme.ProgrammeDefinition.Requirement;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import id.sanggar.testing.Acting;
import id.sanggar.testing.InContainerTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonthsIT extends InContainerTest {

    private static final YearMonth MARCH = YearMonth.of(2024, 3);
    private static final YearMonth APRIL = YearMonth.of(2024, 4);

    @Inject
    private Classroom classroom;

    @Inject
    private MonthClosing months;

    private String programme;
    private String course;
    private String partner;
    private Acting manager;

    @BeforeEach
    void aProgrammeWithMembersOfMarch() throws Exception {
        programme = classroom.slug("program");
        course = classroom.slug("kursus");
        partner = "mitra-" + programme;
        classroom.partner(partner);
        classroom.publish(course, Audience.PUBLIC, "satu");
        classroom.setUp(classroom.definition(programme,
                stage("pendaftaran", Requirement.admitted()),
                stage("pelatihan", Requirement.course(course)),
                stage("usaha", Requirement.confirmed("kunjungan", Classroom.text("Kunjungan")))));
        classroom.write("""
                insert into region (code, name) values ('75', 'Gorontalo'), ('7571', 'Kota Gorontalo'),
                    ('757101', 'Kota Barat') on conflict do nothing""");
        manager = classroom.manager(programme);
        // The first minute of March, the last, and one before: in Gorontalo, eight hours ahead of Greenwich.
        member("satu", partner, "2024-02-29T16:00:00Z");
        member("dua", null, "2024-03-31T15:59:59Z");
        member("tiga", partner, "2024-02-29T15:59:59Z");
    }

    @Test
    void aMonthIsCountedFromHistoryInTheZoneOfTheProgramme() throws Exception {
        enter("satu", "pelatihan", "2024-03-10T00:00:00Z");
        enter("tiga", "pelatihan", "2024-03-11T00:00:00Z");
        complete("satu", "2024-03-12T00:00:00Z");
        // Before she was a member: it counts when she becomes one.
        complete("dua", "2024-02-01T00:00:00Z");
        finish("tiga", "2024-03-20T00:00:00Z");
        livesIn("satu", "757101");

        var page = month(MARCH);
        assertThat(page.state()).isEqualTo(MonthState.OPEN);
        assertThat(number(page, Measure.ADMITTED)).isEqualTo(2);
        assertThat(page.lines()).filteredOn(line -> line.measure() == Measure.REACHED)
                .extracting(line -> line.stage().title().id() + " " + line.number().first())
                .containsExactly("pendaftaran 2", "pelatihan 2");
        assertThat(number(page, Measure.FINISHED)).isEqualTo(1);
        assertThat(number(page, Measure.COURSE)).isEqualTo(2);
        assertThat(number(page, Measure.CERTIFICATE)).isZero();
        assertThat(page.partners().rows()).extracting(row -> row.name() == null ? "-" : row.name().id())
                .containsExactly(partner, "-");
        assertThat(page.partners().rows().get(0).numbers()).extracting(MonthNumber::first)
                .containsExactly(1L, 1L, 2L, 1L, 1L, 0L, 0L);
        assertThat(page.regencies().rows().get(0).place()).isEqualToIgnoringCase("Kota Gorontalo");
        assertThat(number(month(YearMonth.of(2024, 2)), Measure.ADMITTED)).isEqualTo(1);
        assertThat(number(month(APRIL), Measure.ADMITTED)).isZero();

        var year = manager.call(() -> months.year(programme, 2024));
        assertThat(year.months()).hasSize(12).first().extracting(MonthSummary::month)
                .isEqualTo(YearMonth.of(2024, 12));
        assertThat(year.months().get(9).number(Measure.ADMITTED).first()).isEqualTo(2);
        for (var listed : year.months()) {
            var alone = month(listed.month());
            for (var measure : Measure.values()) {
                assertThat(listed.number(measure).first()).as(listed.month() + " " + measure)
                        .isEqualTo(number(alone, measure));
            }
        }
    }

    @Test
    void aTransferMovesNobodyOutOfTheMonthsBefore() throws Exception {
        var other = "lain-" + programme;
        classroom.partner(other);
        event("dua", "TRANSFERRED", partner, "2024-03-01T00:00:00Z", null);
        event("dua", "TRANSFERRED", other, "2024-04-15T00:00:00Z", null);
        classroom.write("update membership set organisation_id = (select id from organisation where slug = ?) "
                + "where code = cast(? as uuid)", other, code("dua"));
        assertThat(month(MARCH).partners().rows()).singleElement()
                .satisfies(row -> assertThat(row.name().id()).isEqualTo(partner));
    }

    @Test
    void aClosedMonthStaysAndALateCorrectionBecomesARestatement() throws Exception {
        close(MARCH);
        assertThat(month(MARCH).closing().by()).isEqualTo("Pengelola Uji");
        assertThat(month(MARCH).differing().isNone()).isTrue();

        member("terlambat", partner, "2024-03-15T00:00:00Z");
        var late = month(MARCH);
        assertThat(number(late, Measure.ADMITTED)).as("what was said stays").isEqualTo(2);
        assertThat(late.differing().added()).as("admission and first stage").isEqualTo(2);
        assertThat(late.differing().changes()).extracting(change -> change.measure() + " " + change.was() + " "
                + change.now()).containsExactlyInAnyOrder("ADMITTED 1 2", "REACHED 1 2");
        assertThat(late.differing().people()).extracting(MonthDifference.Person::name).containsExactly("terlambat");

        restate(MARCH, late.differing().seen(), "Dua berkas terlambat dimasukkan.");
        var restated = month(MARCH);
        assertThat(restated.differing().isNone()).isTrue();
        assertThat(restated.lines().get(0).number()).isEqualTo(new MonthNumber(2, 3));
        assertThat(restated.restatements()).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo("Dua berkas terlambat dimasukkan.");
            assertThat(one.publishedBy()).isEqualTo("Pengelola Uji");
            assertThat(one.changes()).hasSize(2);
        });
        assertThat(manager.call(() -> months.year(programme, 2024)).months().get(9).restatements()).isEqualTo(1);
    }

    @Test
    void whatHistoryTellsOfTheCauseStandsBesideTheDifference() throws Exception {
        enter("satu", "pelatihan", "2024-03-10T00:00:00Z");
        close(MARCH);
        classroom.write("""
                delete from membership_stage where membership_id = (select id from membership
                    where code = cast(? as uuid)) and stage_id = (select id from stage where slug = 'pelatihan'
                    and programme_id = (select id from programme where slug = ?))""", code("satu"), programme);
        classroom.write("""
                insert into membership_event (membership_id, kind, reason, happened_at)
                select id, 'LOST', 'Aturan tahap berubah', now() from membership where code = cast(? as uuid)""",
                code("satu"));
        var difference = month(MARCH).differing();
        assertThat(difference.removed()).isEqualTo(1);
        assertThat(difference.told()).containsExactly(new MonthTold("LOST", "Aturan tahap berubah", 1));
        restate(MARCH, difference.seen(), "Aturan tahap pelatihan diperbaiki.");
        enter("satu", "pelatihan", "2024-03-10T00:00:00Z");
        var again = month(MARCH).differing();
        assertThat(again.added()).isEqualTo(1);
        assertThat(again.told()).as("what was told with a restatement is not told again").isEmpty();
        restate(MARCH, again.seen(), "Koreksi pertama keliru.");
        assertThat(month(MARCH).restatements()).extracting(MonthRestatement::number).containsExactly(2, 1);
        assertThat(month(MARCH).lines()).noneMatch(line -> line.number().isRestated());
    }

    @Test
    void aMoveAfterClosingIsNoDifference() throws Exception {
        close(MARCH);
        classroom.write("update membership set organisation_id = null where code = cast(? as uuid)", code("satu"));
        livesIn("dua", "757101");
        assertThat(month(MARCH).differing().isNone()).isTrue();
    }

    @Test
    void ofTwoWhoCloseAtOnceOneDoes() throws Exception {
        var other = classroom.manager(programme);
        var acts = new ArrayList<Callable<Void>>();
        List.of(manager, other, manager, other).forEach(one -> acts.add(() -> one.call(() -> {
            months.close(programme, MARCH);
            return null;
        })));
        var closed = 0;
        for (var act : classroom.together(acts)) {
            try {
                act.get();
                closed++;
            } catch (ExecutionException refused) {
                assertThat(refused).hasRootCauseInstanceOf(Conflict.class);
            }
        }
        assertThat(closed).isEqualTo(1);
        assertThat(classroom.read("""
                select cast(sum(f.number) as bigint) from month_figure f join month_close z on z.id = f.close_id
                join programme p on p.id = z.programme_id where p.slug = ? and f.measure = 'ADMITTED'""", programme))
                .isEqualTo(2L);
    }

    @Test
    void whatChangedWhileSheReadIsNotPublished() throws Exception {
        close(MARCH);
        member("terlambat", partner, "2024-03-15T00:00:00Z");
        var seen = month(MARCH).differing().seen();
        member("lebih-lambat", partner, "2024-03-16T00:00:00Z");
        assertThatThrownBy(() -> restate(MARCH, seen, "Terlambat.")).isInstanceOf(Conflict.class);
        assertThat(month(MARCH).restatements()).isEmpty();
        assertThatThrownBy(() -> restate(MARCH, month(MARCH).differing().seen(), " ")).isInstanceOf(Invalid.class);
        close(APRIL);
        assertThatThrownBy(() -> restate(APRIL, month(APRIL).differing().seen(), "Tanpa sebab."))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void onlyAMonthThatIsOverAndWasThereIsClosed() {
        var running = YearMonth.now(ZoneId.of("Asia/Makassar"));
        assertThatThrownBy(() -> close(running)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> close(running.plusMonths(1))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> close(YearMonth.of(2019, 12))).isInstanceOf(NotFound.class);
    }

    @Test
    void whatWasClosedNobodyChanges() throws Exception {
        close(MARCH);
        for (var table : List.of("month_close", "month_figure")) {
            assertThatThrownBy(() -> classroom.write("delete from " + table)).isInstanceOf(SQLException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void aPartnersManagerSeesHerOwnAndClosesNothing() throws Exception {
        var hers = classroom.manager(programme, partner);
        assertThatThrownBy(() -> hers.call(() -> {
            months.close(programme, MARCH);
            return null;
        })).isInstanceOf(NotAllowed.class);
        close(MARCH);
        member("terlambat", null, "2024-03-15T00:00:00Z");
        var page = hers.call(() -> months.month(programme, MARCH));
        assertThat(page.whole()).isFalse();
        assertThat(number(page, Measure.ADMITTED)).isEqualTo(1);
        assertThat(page.differing().isNone()).as("the late one is not hers").isTrue();
        assertThat(hers.call(() -> months.year(programme, 2024)).months().get(9).number(Measure.ADMITTED).first())
                .isEqualTo(1);
        assertThat(csv(hers)).contains(partner).doesNotContain(",,,,1");
        assertThatThrownBy(() -> hers.call(() -> {
            months.restate(programme, MARCH, month(MARCH).differing().seen(), "Bukan hak saya.");
            return null;
        })).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> classroom.woman("Ratna").call(() -> months.month(programme, MARCH)))
                .isInstanceOf(Exception.class);
    }

    @Test
    void whyOthersNumbersWereRestatedAPartnersManagerIsNotTold() throws Exception {
        var hers = classroom.manager(programme, partner);
        close(MARCH);
        member("milik-lain", null, "2024-03-15T00:00:00Z");
        event("milik-lain", "GAINED", null, "2026-01-01T00:00:00Z", "Ibu Sari dari mitra lain");
        restate(MARCH, month(MARCH).differing().seen(), "Berkas mitra lain terlambat.");
        assertThat(month(MARCH).restatements()).singleElement()
                .satisfies(one -> assertThat(one.changes()).isNotEmpty());
        assertThat(hers.call(() -> months.month(programme, MARCH)).restatements()).as("none of it is hers").isEmpty();

        member("miliknya", partner, "2024-03-16T00:00:00Z");
        member("milik-lain-lagi", null, "2024-03-16T00:00:00Z");
        restate(MARCH, month(MARCH).differing().seen(), "Dua berkas terlambat.");
        assertThat(hers.call(() -> months.month(programme, MARCH)).restatements()).singleElement().satisfies(one -> {
            assertThat(one.told()).as("whose events they are is not said").isEmpty();
            assertThat(one.changes()).allMatch(change -> change.partner() != null);
        });
    }

    @Test
    void theFileHoldsEveryNumberAndWhoClosedIt() throws Exception {
        close(MARCH);
        assertThat(csv(manager).lines())
                .contains("Bulan,Keadaan,Angka,Tahap atau kursus,Mitra,Kode wilayah,Kabupaten/kota,Jumlah,"
                        + "Jumlah setelah koreksi,Ditutup tanggal,Ditutup oleh")
                .anyMatch(line -> line.startsWith("2024-03,ditutup,Peserta diterima,," + partner + ",,,1,,")
                        && line.endsWith("Pengelola Uji"))
                .anyMatch(line -> line.startsWith("2024-02,belum ditutup,Peserta diterima,," + partner));
    }

    private String csv(Acting person) throws Exception {
        var out = new ByteArrayOutputStream();
        person.call(() -> {
            months.export(programme, YearMonth.of(2024, 1), YearMonth.of(2024, 12), Locale.forLanguageTag("id"), out);
            return null;
        });
        return out.toString(StandardCharsets.UTF_8).substring(1);
    }

    private MonthPage month(YearMonth month) throws Exception {
        return manager.call(() -> months.month(programme, month));
    }

    private void close(YearMonth month) throws Exception {
        manager.call(() -> {
            months.close(programme, month);
            return null;
        });
    }

    private void restate(YearMonth month, String seen, String reason) throws Exception {
        manager.call(() -> {
            months.restate(programme, month, seen, reason);
            return null;
        });
    }

    private static long number(MonthPage page, Measure measure) {
        return page.lines().stream()
                .filter(line -> line.measure() == measure)
                .mapToLong(line -> line.number().first())
                .sum();
    }

    /** One admitted at that time, in the first stage ever since. */
    private void member(String name, String organisation, String at) throws Exception {
        classroom.write("""
                with person as (
                    insert into account (name, email, password_hash, consented_at, consent_version, created_at)
                    values (?, ? || '.' || ? || '@sanggar.example', '-', now(), 'test', now()) returning id),
                member as (
                    insert into membership (programme_id, account_id, organisation_id, state, applied_at, decided_at,
                        stage_id, stage_since)
                    select p.id, person.id, (select id from organisation where slug = ?), 'ACTIVE', d.at, d.at, s.id,
                        d.at
                    from person, programme p, stage s, (select cast(? as timestamptz) as at) d
                    where p.slug = ? and s.programme_id = p.id and s.position = 1 returning id, stage_id, decided_at)
                insert into membership_stage (membership_id, stage_id, entered_at)
                select id, stage_id, decided_at from member""", name, name, programme, organisation, at, programme);
    }

    private String code(String name) throws Exception {
        return classroom.read("""
                select m.code from membership m join account a on a.id = m.account_id
                where a.email = ? || '.' || ? || '@sanggar.example'""", name, programme).toString();
    }

    private void enter(String name, String stage, String at) throws Exception {
        classroom.write("""
                insert into membership_stage (membership_id, stage_id, entered_at)
                select m.id, s.id, cast(? as timestamptz) from membership m
                join stage s on s.programme_id = m.programme_id and s.slug = ?
                where m.code = cast(? as uuid)""", at, stage, code(name));
    }

    private void complete(String name, String at) throws Exception {
        classroom.write("""
                insert into enrolment (account_id, course_id, version_id, enrolled_at, done, required, score,
                    computed_at, completed_at)
                select m.account_id, c.id, c.published_version_id, d.at, 1, 1, 90, d.at, d.at
                from membership m, course c, (select cast(? as timestamptz) as at) d
                where m.code = cast(? as uuid) and c.slug = ?""", at, code(name), course);
    }

    private void finish(String name, String at) throws Exception {
        classroom.write("""
                update membership set state = 'COMPLETED', completed_at = cast(? as timestamptz)
                where code = cast(? as uuid)""", at, code(name));
    }

    private void livesIn(String name, String region) throws Exception {
        classroom.write("""
                insert into person (account_id, region) select account_id, ? from membership
                where code = cast(? as uuid)""", region, code(name));
    }

    private void event(String name, String kind, String organisation, String at, String reason) throws Exception {
        classroom.write("""
                insert into membership_event (membership_id, kind, organisation_id, reason, happened_at)
                select m.id, ?, (select id from organisation where slug = ?), ?, cast(? as timestamptz)
                from membership m where m.code = cast(? as uuid)""", kind, organisation, reason, at, code(name));
    }
}
