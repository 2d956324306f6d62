package id.sanggar.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.programme.Admission;
import id.sanggar.programme.ProgrammeDefinition;
import id.sanggar.programme.ProgrammeDefinition.Requirement;
import id.sanggar.programme.ProgrammeSetup;
import id.sanggar.programme.Signatory;
import id.sanggar.shared.LocalizedText;
import id.sanggar.testing.Acting;
import id.sanggar.testing.InContainerTest;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;

/** A programme of its own for each test, and two managers who issue its certificates. */
abstract class IssuingSchool extends InContainerTest {

    static final int YEAR = LocalDate.now(ZoneId.of("Asia/Makassar")).getYear();

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    DataSource database;

    @Inject
    ProgrammeSetup setup;

    @Inject
    BatchPlanning planning;

    @Inject
    Issuing issuing;

    @Inject
    Certificates certificates;

    String programme;
    Graduates graduates;
    Acting manager;
    Acting second;

    @BeforeEach
    void setUp() throws Exception {
        programme = "uji-" + UUID.randomUUID().toString().substring(0, 8);
        graduates = new Graduates(database, programme);
        setUp(programme);
        manager = manager(programme, null);
        second = manager(programme, null);
    }

    void setUp(String slug) throws Exception {
        setUp(slug, "Hartati Bilondatu");
    }

    void setUp(String slug, String signatory) throws Exception {
        // Screens that other tests look at list it too, so no two are called the same.
        var text = new LocalizedText("Program " + slug, "Programme " + slug);
        account("admin-" + UUID.randomUUID(), "ADMIN", null, null).call(() -> setup.apply(new ProgrammeDefinition(slug,
                slug.substring(4), "nslic-kota-gorontalo", text, text, "Asia/Makassar", "7571", "Gorontalo",
                new Signatory(signatory, text), Admission.APPROVAL, null, LocalDate.of(2020, 1, 1), null,
                500, List.of(), List.of(
                        new ProgrammeDefinition.Stage("pendaftaran", "P1", text, text,
                                List.of(Requirement.admitted())),
                        new ProgrammeDefinition.Stage("pelatihan", "P2", text, text,
                                List.of(Requirement.course(Graduates.COURSE)))), List.of())));
    }

    Acting manager(String ofProgramme, String ofOrganisation) throws Exception {
        return account("pengelola-" + UUID.randomUUID(), "MANAGER", ofProgramme, ofOrganisation);
    }

    Acting account(String name, String role, String ofProgramme, String ofOrganisation) throws Exception {
        var email = name + "@sanggar.example";
        graduates.write("""
                insert into account (name, email, password_hash, consented_at, consent_version, created_at)
                values ('Pengelola Uji', ?, '-', now(), 'test', now())""", email);
        graduates.write("""
                insert into role_grant (account_id, role, programme_id, organisation_id, granted_at)
                select a.id, ?, (select id from programme where slug = ?),
                    (select id from organisation where slug = ?), now() from account a where a.email = ?""",
                role, ofProgramme, ofOrganisation, email);
        return Acting.as(email);
    }

    BatchPlan plan(String name) {
        return new BatchPlan(programme, Graduates.COURSE, null, null, name);
    }

    UUID check(String name) throws Exception {
        var batch = UUID.randomUUID();
        act(manager, () -> planning.check(batch, plan(name)));
        return batch;
    }

    /** The second person approves what the manager has checked, who then issues it. */
    void issue(UUID batch) throws Exception {
        approve(second, batch);
        act(manager, () -> issuing.issue(batch));
    }

    void approve(Acting who, UUID batch) throws Exception {
        act(who, () -> issuing.approve(batch, issuing.batch(batch).checkedAt()));
    }

    static BatchProgress ended(BatchState state, int total, int done, int failed) {
        return new BatchProgress(state, false, total, done, failed, 0);
    }

    UUID issueAll() throws Exception {
        var batch = check(null);
        issue(batch);
        assertThat(await(batch).state()).isEqualTo(BatchState.DONE);
        return batch;
    }

    BatchProgress await(UUID batch) throws Exception {
        var until = Instant.now().plus(Duration.ofSeconds(60));
        var progress = manager.call(() -> issuing.progress(batch));
        while (progress.state() == BatchState.RUNNING) {
            assertThat(Instant.now()).as("still " + progress).isBefore(until);
            TimeUnit.MILLISECONDS.sleep(100);
            progress = manager.call(() -> issuing.progress(batch));
        }
        return progress;
    }

    List<String> serials(UUID batch) throws Exception {
        return manager.call(() -> certificates.ofBatch(batch, 1, 1_000)).items().stream()
                .map(CertificateRow::serial).toList();
    }

    static void act(Acting person, Act act) throws Exception {
        person.call(() -> {
            act.run();
            return null;
        });
    }

    interface Act {
        void run() throws Exception;
    }
}
