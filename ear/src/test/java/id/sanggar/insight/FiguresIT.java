package id.sanggar.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.sanggar.learning.Classroom;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.MemberOrder;
import id.sanggar.programme.Members;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import id.sanggar.testing.Acting;
import id.sanggar.testing.InContainerTest;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures against the tables they are made of. */
class FiguresIT extends InContainerTest {

    private static final Duration FRESH = Duration.ofSeconds(5);

    /** Of each view so many numbers are looked up as lists. */
    private static final int LISTED = 40;

    private static final int FILTERS = 12;

    private static RandomMembers people;

    @Inject
    private Classroom classroom;

    @Inject
    private Figures figures;

    @Inject
    private Members members;

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    private final Random random = new Random(281_812);

    private Acting manager;

    @BeforeEach
    void peopleByChance() throws Exception {
        if (people == null) {
            people = new RandomMembers(classroom);
            settle();
        }
        manager = people.manager();
    }

    private void settle() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(FRESH.toMillis());
    }

    private MemberFilter all() {
        return MemberFilter.of(people.programme);
    }

    @Test
    void everyNumberIsTheLengthOfItsList() throws Exception {
        compare(manager, all());
        for (int round = 0; round < FILTERS; round++) {
            compare(manager, byChance());
        }
    }

    @Test
    void aPartnersManagerHasFiguresOfHerOwnMembers() throws Exception {
        var partners = people.managerOfPartner();
        compare(partners, all());
        compare(partners, byChance());
        var hers = partners.call(() -> figures.funnel(all())).numbers();
        assertThat(hers.people().number()).isPositive().isEqualTo(
                manager.call(() -> figures.funnel(all().servedBy(people.partner))).numbers().people().number());
        assertThat(partners.call(() -> figures.breakdown(all(), Dimension.PARTNER)).rows())
                .singleElement().satisfies(row -> assertThat(row.key()).isEqualTo(people.partner));
    }

    private MemberFilter byChance() {
        var parameters = new HashMap<String, String>();
        parameters.put("programme", people.programme);
        var choices = new ArrayList<>(people.choices().entrySet());
        Collections.shuffle(choices, random);
        choices.subList(0, 1 + random.nextInt(3)).forEach(choice ->
                parameters.put(choice.getKey(), choice.getValue()[random.nextInt(choice.getValue().length)]));
        return MemberFilter.from(parameters);
    }

    private void compare(Acting who, MemberFilter filter) throws Exception {
        var found = new ArrayList<Figure>();
        collect(who.call(() -> figures.funnel(filter)), found);
        check(who, found, Integer.MAX_VALUE);
        for (var dimension : Dimension.values()) {
            found.clear();
            var breakdown = who.call(() -> figures.breakdown(filter, dimension));
            collect(breakdown, found);
            check(who, found, 8);
            if (dimension != Dimension.MONTH && dimension != Dimension.YEAR) {
                assertThat(breakdown.rows().stream().mapToLong(row -> row.numbers().people().number()).sum())
                        .isEqualTo(breakdown.total().people().number());
            }
        }
        found.clear();
        collect(who.call(() -> figures.months(filter)), found);
        collect(who.call(() -> figures.stageTimes(filter)), found);
        collect(who.call(() -> figures.forecast(filter)), found);
        check(who, found, LISTED);
    }

    private void check(Acting who, List<Figure> found, int atMost) throws Exception {
        Collections.shuffle(found, random);
        var counted = who.call((Callable<Object>) () -> {
            for (var figure : found.subList(0, Math.min(atMost, found.size()))) {
                assertThat(figure.number()).as(figure.people().parameters().toString())
                        .isEqualTo(members.list(figure.people(), MemberOrder.NEWEST, 1, 1).total());
            }
            return null;
        });
        assertThat(counted).isNull();
    }

    /** All figures in a record, however deep. */
    private static void collect(Object view, List<Figure> into) throws ReflectiveOperationException {
        if (view instanceof Figure figure) {
            into.add(figure);
        } else if (view instanceof Collection<?> several) {
            for (var each : several) {
                collect(each, into);
            }
        } else if (view instanceof Record && view.getClass().getName().startsWith(Figures.class.getPackageName())) {
            for (var component : view.getClass().getRecordComponents()) {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                collect(accessor.invoke(view), into);
            }
        }
    }

    @Test
    void meansMediansAndNinthTenthsAreThoseOfTheDatabase() throws Exception {
        var numbers = manager.call(() -> figures.funnel(all())).numbers();
        var gain = numbers.courses().get(0).gain();
        var measured = """
                from membership m join programme p on p.id = m.programme_id join course c on c.slug = '{course}'
                join enrolment e on e.account_id = m.account_id and e.course_id = c.id
                join activity_record r on r.enrolment_id = e.id and r.activity_slug = 'tes-awal'
                where p.slug = '{programme}' and e.score is not null""";
        assertThat(gain.measured().number()).isEqualTo(people.read("select count(*) " + measured));
        assertThat(gain.before()).isCloseTo(read("select avg(r.best_score) " + measured), within(1e-6));
        assertThat(gain.after()).isCloseTo(read("select avg(e.score) " + measured), within(1e-6));

        var waited = """
                within group (order by cast(m.decided_at at time zone p.zone as date)
                    - cast(m.applied_at at time zone p.zone as date))
                from membership m join programme p on p.id = m.programme_id
                where p.slug = '{programme}' and m.stage_id is not null and m.decided_by is not null""";
        assertThat(numbers.approval().median()).isEqualTo(people.read("select percentile_disc(0.5) " + waited));
        assertThat(numbers.approval().nineOfTen()).isEqualTo(people.read("select percentile_disc(0.9) " + waited));

        for (var stage : manager.call(() -> figures.stageTimes(all())).stages()) {
            var took = """
                    within group (order by greatest(0, cast(t.completed_at at time zone p.zone as date)
                        - cast(t.entered_at at time zone p.zone as date)))
                    from membership_stage t join stage s on s.id = t.stage_id join programme p on p.id = s.programme_id
                    where p.slug = '{programme}' and t.completed_at is not null and s.slug = '%s'"""
                    .formatted(stage.stage().slug());
            assertThat(stage.took().median()).isEqualTo(people.read("select percentile_disc(0.5) " + took));
            assertThat(stage.took().nineOfTen()).isEqualTo(people.read("select percentile_disc(0.9) " + took));
            assertThat(stage.waiting().median()).isEqualTo(people.read("""
                    select percentile_disc(0.5) within group (order by cast(now() at time zone p.zone as date)
                        - cast(m.stage_since at time zone p.zone as date))
                    from membership m join stage s on s.id = m.stage_id join programme p on p.id = m.programme_id
                    where p.slug = '{programme}' and m.state = 'ACTIVE' and s.slug = '%s'"""
                    .formatted(stage.stage().slug())));
        }
    }

    private static double read(String sql) throws Exception {
        return ((Number) people.read(sql)).doubleValue();
    }

    @Test
    void theForecastGoesOnAsTheLastThirteenWeeks() throws Exception {
        var forecast = manager.call(() -> figures.forecast(all()));
        assertThat(forecast.weeks()).isEqualTo(13);
        assertThat(forecast.perWeek()).isCloseTo(read("""
                select count(*) / 13.0 from membership m join programme p on p.id = m.programme_id,
                    cast(now() at time zone p.zone as date) as today
                where p.slug = '{programme}' and m.stage_id is not null
                    and cast(m.decided_at at time zone p.zone as date) between today - 91 and today - 1"""),
                within(1e-9));
        assertThat(forecast.expected()).isBetween(forecast.low(), forecast.high())
                .isGreaterThanOrEqualTo(forecast.admitted().number());
    }

    @Test
    void whateverChangesIsSeenWithinFiveSeconds() throws Exception {
        for (var change : new String[] {
            "update membership set state = 'WITHDRAWN' where {one} and state = 'ACTIVE'",
            "update account a set gender = 'FEMALE' where gender = 'MALE' and email like 'acak%.{programme}@%'",
            "update person set region = '317102' where account_id in (select account_id from membership where {one})",
            "update business set kbli = '10794' where kbli = '10792' and name like 'Usaha {programme}%'",
            "update enrolment set completed_at = now() where completed_at is null and account_id in "
                + "(select account_id from membership where {one})",
            "insert into activity_fact (enrolment_id, activity_slug, kind, at) select e.id, 'pelajaran', "
                + "'ACKNOWLEDGED', now() from enrolment e where e.account_id in "
                + "(select account_id from membership where {one})",
            "update activity_record set best_score = 100 where activity_slug = 'tes-awal' and enrolment_id in "
                + "(select e.id from enrolment e join membership m on m.account_id = e.account_id where {one})",
            "update certificate set revoked_at = now(), revoked_by = 1, revocation_reason = 'Uji' where revoked_at "
                + "is null and replaced_at is null and renewed_at is null and {one}",
            "delete from membership_stage where membership_id in (select id from membership where {one})"}) {
            classroom.write(change.replace("{one}",
                    "programme_id = (select id from programme where slug = '{programme}')")
                    .replace("{programme}", people.programme));
            settle();
            compare(manager, all());
        }
    }

    @Test
    void whatIsCommittedLateIsSeenAllTheSame() throws Exception {
        var before = waiting();
        try (var late = database.getConnection()) {
            late.setAutoCommit(false);
            apply(late, "terlambat");
            classroom.write(application("cepat"));
            settle();
            assertThat(waiting()).as("what is not committed is not counted").isEqualTo(before + 1);
            TimeUnit.SECONDS.sleep(2);
            late.commit();
            late.setAutoCommit(true);
        }
        settle();
        assertThat(waiting()).as("although others began later and were seen before").isEqualTo(before + 2);
    }

    private long waiting() throws Exception {
        return manager.call(() -> figures.funnel(all())).numbers().getWaiting().number();
    }

    private static String application(String name) {
        return """
                with person as (
                    insert into account (name, email, password_hash, consented_at, consent_version, created_at)
                    values ('Peserta', '%s.%s@sanggar.example', '-', now(), 'test', now()) returning id)
                insert into membership (programme_id, account_id, state, applied_at)
                select p.id, person.id, 'APPLIED', now() from programme p, person where p.slug = '%2$s'"""
                .formatted(name, people.programme);
    }

    private static void apply(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(application(name));
        }
    }

    @Test
    void partnersAndAreasHaveTargetsOfTheirOwn() throws Exception {
        assertThat(people.setUp()).as("the same again").isFalse();
        assertThat(manager.call(() -> figures.funnel(all())).target()).isEqualTo(500);
        var partner = manager.call(() -> figures.funnel(all().servedBy(people.partner)));
        assertThat(partner.target()).isEqualTo(300);
        assertThat(partner.years()).filteredOn(year -> year.target() > 0).singleElement()
                .satisfies(year -> assertThat(year.target()).isEqualTo(300));
        assertThat(manager.call(() -> figures.breakdown(all(), Dimension.DISTRICT)).rows())
                .filteredOn(row -> row.target() > 0).singleElement()
                .satisfies(row -> assertThat(row.key()).isEqualTo("317101"))
                .satisfies(row -> assertThat(row.target()).isEqualTo(50));
        assertThat(manager.call(() -> figures.funnel(all().ofGender("female"))).target()).isZero();
        var hers = people.managerOfPartner();
        assertThat(hers.call(() -> figures.funnel(all())).target()).as("her members are not all").isZero();
        assertThat(hers.call(() -> figures.breakdown(all(), Dimension.PARTNER)).rows()).singleElement()
                .satisfies(row -> assertThat(row.target()).isEqualTo(300));
    }

    @Test
    void whoManagesNothingOfItSeesNothing() throws Exception {
        var stranger = classroom.manager("nslic-kota-gorontalo");
        assertThatThrownBy(() -> stranger.call(() -> figures.funnel(all()))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> stranger.call(() -> figures.breakdown(all(), Dimension.GENDER)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> manager.call(() -> figures.months(MemberFilter.of("tidak-ada"))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> manager.call(() -> figures.funnel(all().inStage("tidak-ada"))))
                .isInstanceOf(NotFound.class);
        assertThat(manager.call(() -> figures.overview())).singleElement()
                .satisfies(funnel -> assertThat(funnel.programme().slug()).isEqualTo(people.programme));
    }
}
