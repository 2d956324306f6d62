package id.sanggar.learning;

import static id.sanggar.learning.Classroom.stage;
import static id.sanggar.learning.Classroom.text;
import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.assessment.AttemptGraded;
import id.sanggar.assessment.QuizPurpose;
import id.sanggar.course.Audience;
import id.sanggar.course.Outlines;
import id.sanggar.learning.Recomputation.Losses;
import id.sanggar.programme.Admissions;
import id.sanggar.programme.Application;
import id.sanggar.programme.Confirming;
import id.sanggar.programme.EvidenceDesk;
import id.sanggar.programme.EvidenceForm;
import id.sanggar.programme.HandingIn;
import id.sanggar.programme.ProgrammeDefinition;
import id.sanggar.programme.ProgrammeDefinition.Requirement;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.NotFound;
import id.sanggar.testing.Acting;
import id.sanggar.testing.InContainerTest;
import id.sanggar.testing.Tables;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens in whatever order, the state that follows each act is the state that is computed from all facts at
 * once. The facts are those of people: lessons, tests, confirmations, evidence; corrections and rules change between
 * them, and managers decide. What is expected is reckoned here in a second way, from the tables alone.
 */
class RandomHistoriesIT extends InContainerTest {

    private static final int HISTORIES = 10;
    private static final int MEMBERS = 8;
    private static final int ACTS = 160;
    private static final List<String> CONFIRMED = List.of("kunjungan", "satu", "dua", "tiga", "nib");

    @Inject
    private Classroom classroom;

    @Inject
    private Admissions admissions;

    @Inject
    private Studying studying;

    @Inject
    private Confirming confirming;

    @Inject
    private HandingIn handingIn;

    @Inject
    private EvidenceDesk desk;

    @Inject
    private Recomputing recomputing;

    @Inject
    private Outlines outlines;

    @Inject
    private Event<AttemptGraded> graded;

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    private String course;
    private String programme;
    private Acting manager;
    private final Map<Integer, Integer> variants = new HashMap<>();
    private final Map<UUID, Acting> members = new LinkedHashMap<>();
    private final List<String> told = new ArrayList<>();

    @Test
    void theStateThatFollowsEachActIsTheOneComputedFromAllFacts() throws Exception {
        for (var seed = 1; seed <= HISTORIES; seed++) {
            var random = new Random(seed);
            prepare();
            for (var number = 1; number <= ACTS; number++) {
                act(random);
                if (number % 20 == 0) {
                    classroom.recompute(programme);
                    prove(random);
                }
            }
        }
    }

    private void prepare() throws Exception {
        members.clear();
        variants.clear();
        told.clear();
        course = classroom.slug("mutu");
        classroom.publish(course, Audience.MEMBERS, "satu", "dua", "tes-akhir");
        programme = classroom.slug("program");
        classroom.setUp(definition(0));
        variants.put(version(), 0);
        manager = classroom.manager(programme);
        for (var number = 0; number < MEMBERS; number++) {
            var person = classroom.woman("Anggota Acak");
            var code = person.call(() -> admissions.apply(programme, new Application("Dapur Acak", "", "")));
            manager.call(() -> admissions.approve(Set.of(code)));
            members.put(code, person);
        }
    }

    /** Four ways to ask for the same things: more, less, other groups, another mark. */
    private ProgrammeDefinition definition(int variant) {
        var kunjungan = confirmed("kunjungan");
        var nib = Requirement.evidence("nib", EvidenceForm.NIB, text("nib"));
        return classroom.definition(programme,
                stage("pendaftaran", Requirement.admitted()),
                variant == 1
                        ? stage("pelatihan", Requirement.course(course), Requirement.mark(course, 80))
                        : stage("pelatihan", Requirement.course(course)),
                stage("perizinan", variant == 2 ? Requirement.all(nib, kunjungan) : Requirement.any(nib, kunjungan)),
                stage("akhir", Requirement.atLeast(variant == 3 ? 3 : 2, confirmed("satu"), confirmed("dua"),
                        confirmed("tiga"))));
    }

    private int version() throws SQLException {
        return (Integer) classroom.read("select rules_version from programme where slug = ?", programme);
    }

    private static Requirement confirmed(String slug) {
        return Requirement.confirmed(slug, text(slug));
    }

    private void act(Random random) throws Exception {
        var codes = List.copyOf(members.keySet());
        var code = codes.get(random.nextInt(codes.size()));
        var person = members.get(code);
        var what = random.nextInt(100);
        var requirement = CONFIRMED.get(random.nextInt(CONFIRMED.size()));
        if (what < 20) {
            var lesson = random.nextBoolean() ? "satu" : "dua";
            attempt("reads " + lesson, () -> person.call(() -> studying.acknowledge(course, lesson)));
        } else if (what < 35) {
            attempt("is graded", () -> grade(person, 40 + random.nextInt(61)));
        } else if (what < 60) {
            attempt("is confirmed " + requirement, () -> manager.call(() ->
                    confirming.confirm(programme, Set.of(code), requirement)));
        } else if (what < 72) {
            attempt("is revoked " + requirement, () -> manager.call(() -> {
                confirming.revoke(code, requirement, "Ternyata tidak.");
                return null;
            }));
        } else if (what < 80) {
            attempt("hands in", () -> {
                var handed = person.call(() -> handingIn.handIn(code, "nib",
                        new HandingIn.Sent("9120234567891", null, null, null)));
                return manager.call(() -> {
                    desk.confirm(handed);
                    return null;
                });
            });
        } else if (what < 88) {
            attempt("is decided", () -> manager.call(() -> {
                recomputing.decideOne(code, random.nextBoolean() ? Losses.TAKE : Losses.KEEP, "Diputuskan.");
                return null;
            }));
        } else if (what < 93) {
            var variant = random.nextInt(4);
            attempt("rules " + variant, () -> {
                classroom.setUp(definition(variant));
                return variants.put(version(), variant);
            });
        } else {
            classroom.recompute(programme);
            attempt("all is decided", () -> decide(random));
        }
    }

    /** What an act refuses is no act. */
    private void attempt(String what, Callable<?> act) throws Exception {
        try {
            act.call();
            told.add(what);
        } catch (Conflict | NotFound refused) {
            told.add(what + ": refused");
        } catch (Exception wrapped) {
            if (!(wrapped.getCause() instanceof Conflict || wrapped.getCause() instanceof NotFound)) {
                throw wrapped;
            }
        }
    }

    private Object decide(Random random) throws Exception {
        for (var waiting : manager.call(() -> recomputing.list(1)).items()) {
            if (waiting.isWaiting()) {
                decide(waiting, random);
            }
        }
        classroom.recompute(programme);
        return null;
    }

    private void decide(Recomputation waiting, Random random) throws Exception {
        manager.call(() -> {
            recomputing.decide(waiting.code(), random.nextBoolean() ? Losses.TAKE : Losses.KEEP, "Diputuskan.");
            return null;
        });
    }

    private Object grade(Acting person, int score) throws Exception {
        var outline = outlines.published(course);
        var number = (Integer) classroom.read("select coalesce(max(number), 0) + 1 from attempt where account_id = ?",
                person.account());
        classroom.write("""
                insert into attempt (code, account_id, course_id, activity_id, activity_slug, number, state, started_at,
                    submitted_at, score, passed)
                values (gen_random_uuid(), ?, ?, ?, 'tes-akhir', ?, 'GRADED', now(), now(), ?, ?)""",
                person.account(), outline.courseId(), outline.activity("tes-akhir").id(), number,
                new BigDecimal(score), score >= 60);
        var sitting = (Long) classroom.read("select max(id) from attempt where account_id = ?", person.account());
        return classroom.inTransaction(() -> {
            graded.fire(new AttemptGraded(sitting, person.account(), outline.courseId(), "tes-akhir",
                    QuizPurpose.POSTTEST, new BigDecimal(score), score >= 60));
            return null;
        });
    }

    /**
     * A member whom a decision would have let fall although whoever decided had not seen it is listed, and stays where
     * she is held until that is decided too.
     */
    private void prove(Random random) throws Exception {
        for (var code : members.keySet()) {
            if (!isListed(code)) {
                assertThat(held(code)).as("after " + told).isEqualTo(expected(code));
            }
        }
        for (var waiting : manager.call(() -> recomputing.list(1)).items()) {
            if (waiting.isWaiting() && waiting.cause() == Recomputation.Cause.CHECK) {
                decide(waiting, random);
                told.add("what nobody had seen is decided");
            }
        }
        classroom.recompute(programme);
        for (var code : members.keySet()) {
            assertThat(held(code)).as("after " + told).isEqualTo(expected(code));
        }
        var check = manager.call(() -> recomputing.start(programme));
        classroom.recompute(programme);
        var found = manager.call(() -> recomputing.find(check));
        assertThat(found.state()).as("a complete recomputation finds nothing, after " + told)
                .isEqualTo(Recomputation.State.DONE);
        assertThat(found.members()).isEqualTo(MEMBERS);
        assertThat(found.enrolments()).isEqualTo(MEMBERS);
        assertThat(found.mended()).isZero();
    }

    private boolean isListed(UUID code) throws SQLException {
        return (Boolean) classroom.read("""
                select exists (select from recomputation_item i join recomputation r on r.id = i.recomputation_id
                    join membership m on m.id = i.membership_id
                    where m.code = ? and r.cause = 'CHECK' and r.state = 'WAITING' and i.state = 'WAITING')""", code);
    }

    /** The rows of now: the membership's, and those of its stages. */
    private String held(UUID code) throws SQLException {
        return (String) classroom.read("""
                select concat_ws(' ', s.slug, m.state, cast(m.completed_at as text), (
                    select string_agg(concat_ws(' ', t.slug, cast(x.entered_at as text), cast(x.completed_at as text)),
                        '; ' order by t.position) from membership_stage x join stage t on t.id = x.stage_id
                    where x.membership_id = m.id))
                from membership m join stage s on s.id = m.stage_id where m.code = ?""", code);
    }

    /** The rows as they should be, reckoned from the tables of facts alone, by the rules in force. */
    private String expected(UUID code) throws SQLException {
        var inForce = variants.get((Integer) classroom.read(
                "select rules_in_force from programme where slug = ?", programme));
        var met = new TreeMap<String, String>();
        for (var slug : CONFIRMED) {
            put(met, slug, """
                    select cast(min(c.confirmed_at) as text) from confirmation c
                    join membership m on m.id = c.membership_id join stage_requirement r on r.id = c.requirement_id
                    where m.code = ? and r.slug = ? and c.ended_at is null""", code, slug);
        }
        put(met, "course", """
                select cast(e.completed_at as text) from enrolment e join membership m on m.account_id = e.account_id
                join course c on c.id = e.course_id where m.code = ? and c.slug = ?""", code, course);
        put(met, "mark", """
                select cast(min(f.at) as text) from activity_fact f join enrolment e on e.id = f.enrolment_id
                join membership m on m.account_id = e.account_id join course c on c.id = e.course_id
                where m.code = ? and c.slug = ? and f.score >= 80""", code, course);
        for (var slug : List.of("pendaftaran", "pelatihan", "perizinan", "akhir")) {
            put(met, "waived " + slug, """
                    select cast(w.passed_at as text) from stage_waiver w join membership m on m.id = w.membership_id
                    join stage s on s.id = w.stage_id where m.code = ? and s.slug = ?""", code, slug);
        }
        var admitted = (String) classroom.read("select cast(decided_at as text) from membership where code = ?", code);
        return walk(met, admitted, inForce);
    }

    private void put(Map<String, String> met, String what, String sql, Object... parameters) throws SQLException {
        var time = (String) new Tables(database).read(sql, parameters);
        if (time != null) {
            met.put(what, time);
        }
    }

    /** The way through the stages, by times alone; null is for what is not met. */
    private static String walk(Map<String, String> met, String admitted, int variant) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("pendaftaran", admitted);
        asked.put("pelatihan", latest(variant == 1 ? 2 : 1, met.get("course"), variant == 1 ? met.get("mark") : null));
        asked.put("perizinan", latest(variant == 2 ? 2 : 1, met.get("nib"), met.get("kunjungan")));
        asked.put("akhir", latest(variant == 3 ? 3 : 2, met.get("satu"), met.get("dua"), met.get("tiga")));
        var rows = new ArrayList<String>();
        var entered = admitted;
        for (var stage : asked.entrySet()) {
            var left = met.getOrDefault("waived " + stage.getKey(), stage.getValue());
            if (left == null) {
                rows.add(stage.getKey() + " " + entered);
                return stage.getKey() + " ACTIVE " + String.join("; ", rows);
            }
            left = left.compareTo(entered) < 0 ? entered : left;
            rows.add(stage.getKey() + " " + entered + " " + left);
            entered = left;
        }
        return "akhir COMPLETED " + entered + " " + String.join("; ", rows);
    }

    /** When so many of these were met: the times sort as they are written. */
    private static String latest(int count, String... times) {
        return Stream.of(times).filter(Objects::nonNull).sorted().skip(count - 1L).findFirst().orElse(null);
    }
}
