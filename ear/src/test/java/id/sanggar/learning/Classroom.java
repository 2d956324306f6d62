package id.sanggar.learning;

import id.sanggar.course.ActivityKind;
import id.sanggar.course.Audience;
import id.sanggar.course.CompletionRule;
import id.sanggar.course.Level;
import id.sanggar.course.NewCourseVersion;
import id.sanggar.course.Origin;
import id.sanggar.course.Outlines;
import id.sanggar.course.Publishing;
import id.sanggar.identity.Account;
import id.sanggar.identity.Organisation;
import id.sanggar.identity.Organisations;
import id.sanggar.programme.Admission;
import id.sanggar.programme.ProgrammeDefinition;
import id.sanggar.programme.ProgrammeSetup;
import id.sanggar.programme.Signatory;
import id.sanggar.programme.YearTarget;
import id.sanggar.shared.LocalizedText;
import id.sanggar.testing.Acting;
import id.sanggar.testing.Tables;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Sets up courses, programmes and people that only one test knows, so that tests do not meet each other. */
@ApplicationScoped
public class Classroom {

    private static final String ORGANISATION = "sekolah-uji";

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    @Inject
    private UserTransaction transaction;

    @Inject
    private Organisations organisations;

    @Inject
    private Publishing publishing;

    @Inject
    private Outlines outlines;

    @Inject
    private ProgrammeSetup setup;

    @Inject
    private RecomputationSteps steps;

    /** A slug that no other test uses. */
    public String slug(String beginning) {
        return beginning + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public Acting woman(String name) throws Exception {
        return person(name, Account.Gender.FEMALE);
    }

    public Acting man(String name) throws Exception {
        return person(name, Account.Gender.MALE);
    }

    private Acting person(String name, Account.Gender gender) throws Exception {
        var email = slug("orang") + "@sanggar.example";
        write("""
                insert into account (name, email, password_hash, gender, consented_at, consent_version, created_at)
                values (?, ?, '-', ?, now(), 'test', now())""", name, email, gender.name());
        return Acting.as(email);
    }

    /** Someone who manages the members of a programme; all of them, or those that a partner serves. */
    public Acting manager(String programme, String partner) throws Exception {
        var email = slug("pengelola") + "@sanggar.example";
        write("""
                insert into account (name, email, password_hash, consented_at, consent_version, created_at)
                values ('Pengelola Uji', ?, '-', now(), 'test', now())""", email);
        write("""
                insert into role_grant (account_id, role, programme_id, organisation_id, granted_at)
                select a.id, 'MANAGER', p.id, (select o.id from organisation o where o.slug = ?), now()
                from account a, programme p where a.email = ? and p.slug = ?""", partner, email, programme);
        return Acting.as(email);
    }

    public Acting manager(String programme) throws Exception {
        return manager(programme, null);
    }

    /** Someone who writes the courses of a partner. */
    public Acting author(String organisation) throws Exception {
        partner(organisation);
        var email = slug("penulis") + "@sanggar.example";
        write("""
                insert into account (name, email, password_hash, consented_at, consent_version, created_at)
                values ('Penulis Uji', ?, '-', now(), 'test', now())""", email);
        write("""
                insert into role_grant (account_id, role, organisation_id, granted_at)
                select a.id, 'AUTHOR', o.id, now() from account a, organisation o
                where a.email = ? and o.slug = ?""", email, organisation);
        return Acting.as(email);
    }

    public Acting administrator() throws Exception {
        var email = slug("admin") + "@sanggar.example";
        write("""
                insert into account (name, email, password_hash, consented_at, consent_version, created_at)
                values ('Admin Uji', ?, '-', now(), 'test', now())""", email);
        write("""
                insert into role_grant (account_id, role, granted_at)
                select id, 'ADMIN', now() from account where email = ?""", email);
        return Acting.as(email);
    }

    public void partner(String slug) throws Exception {
        organisations.put(slug, text(slug), Organisation.Kind.PARTNER, null);
    }

    /**
     * Publishes the course: lessons to acknowledge, and quizzes to pass for slugs that begin with "tes". What is to be
     * done before stands behind a {@code <}, a day on which it opens behind an {@code @}.
     */
    public void publish(String course, Audience audience, String... activities) throws Exception {
        partner(ORGANISATION);
        var content = new NewCourseVersion(course, code(course), ORGANISATION, "id", audience, text(course),
                text(course), List.of(), List.of(), Level.BEGINNER, 16, 60, null,
                List.of(new NewCourseVersion.NewSection("bagian", text("Bagian"),
                        Stream.of(activities).map(Classroom::activity).toList())),
                List.of(), (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", ""));
        administrator().call(() -> inTransaction(() -> {
            var draft = publishing.draft(content, Origin.PACK).orElseThrow();
            write("""
                    insert into quiz (activity_id, purpose, attempts, pass_mark, layout, sections)
                    select a.id, 'POSTTEST', null, 60, 'ALL', '[]' from activity a
                    where a.version_id = ? and a.kind = 'QUIZ'""", draft.versionId());
            publishing.publish(draft);
            return null;
        }));
    }

    private static String code(String course) {
        return course.substring(course.length() - 8).chars()
                .mapToObj(letter -> String.valueOf((char) ('A' + letter % 26)))
                .reduce("", String::concat);
    }

    private static NewCourseVersion.NewActivity activity(String said) {
        var slug = said.replaceAll("[<@].*", "");
        var quiz = slug.startsWith("tes");
        return new NewCourseVersion.NewActivity(slug, quiz ? ActivityKind.QUIZ : ActivityKind.LESSON, text(slug), 5,
                quiz ? CompletionRule.PASSED : CompletionRule.ACKNOWLEDGED, List.of(), List.of(),
                said.contains("<") ? List.of(said.split("<")[1]) : List.of(),
                said.contains("@") ? LocalDate.parse(said.split("@")[1]) : null,
                quiz ? null : "Isi pelajaran " + slug + ".", null);
    }

    public ProgrammeDefinition definition(String slug, ProgrammeDefinition.Stage... stages) {
        return new ProgrammeDefinition(slug, slug.substring(slug.length() - 8), ORGANISATION, text(slug), text(slug),
                "Asia/Makassar", "7571", "Gorontalo", new Signatory("Hartati", text("Koordinator")),
                Admission.APPROVAL, null, LocalDate.of(2020, 1, 1), null, 500,
                List.of(new YearTarget(LocalDate.now().getYear(), 500)), List.of(stages), List.of(
                        new ProgrammeDefinition.Cohort("angkatan-kecil", text("Angkatan kecil"),
                                LocalDate.of(2020, 1, 1), LocalDate.of(2099, 1, 1), 2)));
    }

    public boolean setUp(ProgrammeDefinition definition) throws Exception {
        partner(definition.organisation());
        return administrator().call(() -> setup.apply(definition));
    }

    /** Lets what is being counted of a programme's members, or applied to them, come to its end. */
    public void recompute(String programme) throws Exception {
        var running = recomputation(programme);
        while (running != null) {
            if (!steps.next(running)) {
                running = recomputation(programme);
            }
        }
    }

    private Long recomputation(String programme) throws SQLException {
        return (Long) read("""
                select r.id from recomputation r join programme p on p.id = r.programme_id
                where p.slug = ? and r.state in ('COUNTING', 'APPLYING') order by r.id limit 1""", programme);
    }

    public static ProgrammeDefinition.Stage stage(String slug, ProgrammeDefinition.Requirement... requirements) {
        return new ProgrammeDefinition.Stage(slug, slug.substring(0, 2).toUpperCase(Locale.ROOT), text(slug),
                text(slug), List.of(requirements));
    }

    public static LocalizedText text(String text) {
        return new LocalizedText(text, text + " (en)");
    }

    /** Does all of these at the same moment, each in a thread of its own. */
    public <T> List<Future<T>> together(List<Callable<T>> acts) throws Exception {
        var barrier = new CyclicBarrier(acts.size());
        var threads = Executors.newFixedThreadPool(acts.size());
        try {
            var futures = new ArrayList<Future<T>>();
            acts.forEach(act -> futures.add(threads.submit(() -> {
                barrier.await();
                return act.call();
            })));
            for (var future : futures) {
                try {
                    future.get();
                } catch (ExecutionException failed) {
                    continue;
                }
            }
            return futures;
        } finally {
            threads.shutdown();
        }
    }

    public <T> T inTransaction(Callable<T> act) throws Exception {
        transaction.begin();
        try {
            var result = act.call();
            transaction.commit();
            return result;
        } catch (Exception failed) {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
            throw failed;
        }
    }

    public void write(String sql, Object... parameters) throws SQLException {
        new Tables(database).write(sql, parameters);
    }

    /** The only value of the only row. */
    public Object read(String sql, Object... parameters) throws SQLException {
        return new Tables(database).read(sql, parameters);
    }
}
