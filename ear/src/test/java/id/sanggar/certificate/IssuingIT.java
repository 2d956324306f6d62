package id.sanggar.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.programme.Admission;
import id.sanggar.programme.ProgrammeDefinition;
import id.sanggar.programme.ProgrammeDefinition.Requirement;
import id.sanggar.programme.ProgrammeSetup;
import id.sanggar.programme.Signatory;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import id.sanggar.testing.Acting;
import id.sanggar.testing.InContainerTest;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IssuingIT extends InContainerTest {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final String ADDRESS = "192.0.2.1";
    private static final int YEAR = LocalDate.now(ZoneId.of("Asia/Makassar")).getYear();

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    @Inject
    private ProgrammeSetup setup;

    @Inject
    private Issuing issuing;

    @Inject
    private Certificates certificates;

    @Inject
    private Verification verification;

    @Inject
    private Revoking revoking;

    private String programme;
    private Graduates graduates;
    private Acting manager;

    @BeforeEach
    void setUp() throws Exception {
        programme = "uji-" + UUID.randomUUID().toString().substring(0, 8);
        graduates = new Graduates(database, programme);
        setUp(programme);
        manager = manager(programme, null);
    }

    private void setUp(String slug) throws Exception {
        // Screens that other tests look at list it too, so no two are called the same.
        var text = new LocalizedText("Program " + slug, "Programme " + slug);
        account("admin-" + slug, "ADMIN", null, null).call(() -> setup.apply(new ProgrammeDefinition(slug,
                slug.substring(4), "nslic-kota-gorontalo", text, text, "Asia/Makassar", "7571", "Gorontalo",
                new Signatory("Hartati Bilondatu", text), Admission.APPROVAL, null, LocalDate.of(2020, 1, 1), null,
                500, List.of(), List.of(
                        new ProgrammeDefinition.Stage("pendaftaran", "P1", text, text,
                                List.of(Requirement.admitted())),
                        new ProgrammeDefinition.Stage("pelatihan", "P2", text, text,
                                List.of(Requirement.course(Graduates.COURSE)))), List.of())));
    }

    private Acting manager(String ofProgramme, String ofOrganisation) throws Exception {
        return account("pengelola-" + UUID.randomUUID(), "MANAGER", ofProgramme, ofOrganisation);
    }

    private Acting account(String name, String role, String ofProgramme, String ofOrganisation) throws Exception {
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

    @Test
    void theCheckSaysWhoWouldGetOneAndWhyTheOthersWouldNot() throws Exception {
        graduates.graduate(3, "Lulusan Uji");
        graduates.fail("Belum Lulus");
        graduates.join("Belum Mulai");
        graduates.apply("Belum Diterima");
        graduates.graduate("Huruf 山田", "huruf-" + programme + "@sanggar.example");

        var batch = check(null);

        var page = manager.call(() -> issuing.batch(batch));
        assertThat(page.state()).isEqualTo(BatchState.CHECKED);
        assertThat(page.name()).matches("\\d{4}-\\d\\d-A");
        assertThat(page.counts()).isEqualTo(new BatchCounts(7, 3, 4, 0, 0, 0));
        assertThat(reasons(batch)).containsExactly(
                "Belum Diterima: Keanggotaan belum aktif. Belum mengikuti kursus",
                "Belum Lulus: Nilai 55, perlu 60: Tes akhir: siap menjaga mutu",
                "Belum Mulai: Belum mengikuti kursus",
                "Huruf 山田: Huruf 山 tidak dapat dicetak");
        assertThat(manager.call(() -> issuing.items(batch, ItemFilter.ELIGIBLE, 1, 2)).items()).hasSize(2);
        assertThat(manager.call(() -> issuing.batches(1, 10)).items()).singleElement()
                .satisfies(row -> assertThat(row.counts()).isEqualTo(page.counts()));
    }

    @Test
    void aBatchIsIssuedUnderNumbersWithoutGaps() throws Exception {
        graduates.graduate(250, "Lulusan Uji");
        graduates.join("Belum Mulai");
        var batch = check("Angkatan 1");
        issue(batch);

        assertThat(await(batch)).isEqualTo(new BatchProgress(BatchState.DONE, 250, 250, 0));
        assertThat(serials(batch)).containsExactlyElementsOf(IntStream.rangeClosed(1, 250)
                .mapToObj(number -> "%03d/PMOP/7571/%d".formatted(number, YEAR)).toList());
        var items = manager.call(() -> issuing.items(batch, ItemFilter.ISSUED, 1, 300)).items();
        assertThat(items).map(BatchItem::serial).isSorted().hasSize(250);
        assertThat(graduates.read("""
                select count(*) from audit_entry e join issuance b on b.code = cast(e.subject as uuid)
                where b.code = cast(? as uuid)
                    and e.action in ('issuance.checked', 'issuance.started', 'issuance.finished')""",
                batch.toString())).isEqualTo(3L);
        assertThatThrownBy(() -> issue(batch)).isInstanceOf(Conflict.class);
    }

    @Test
    void theNextBatchGoesOnWithTheNumbers() throws Exception {
        graduates.graduate(3, "Lulusan Uji");
        issueAll();
        graduates.graduate(2, "Lulusan Baru");
        var second = issueAll();
        assertThat(serials(second)).containsExactly("004/PMOP/7571/" + YEAR, "005/PMOP/7571/" + YEAR);
    }

    @Test
    void theHolderDownloadsHersAndNobodyElseDoes() throws Exception {
        var ratna = graduate("Ratna Mooduto");
        var fatmah = graduate("Fatmah Abdullah");
        issueAll();

        var mine = ratna.call(certificates::mine);
        assertThat(mine).singleElement().satisfies(certificate -> {
            assertThat(certificate.status()).isEqualTo(CertificateStatus.VALID);
            assertThat(certificate.course()).isEqualTo("Pengendalian Mutu Olahan Pangan");
        });
        var code = mine.get(0).code();
        assertThat(code).matches("[0-7][0-9A-HJKMNP-TV-Z]{25}");
        var file = ratna.call(() -> certificates.pdf(code));
        assertThat(file.name()).endsWith("-ratna-mooduto.pdf");
        assertThat(new String(file.pdf(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(manager.call(() -> certificates.pdf(code)).pdf()).isEqualTo(file.pdf());
        assertThatThrownBy(() -> fatmah.call(() -> certificates.pdf(code))).isInstanceOf(NotFound.class);
    }

    @Test
    void aBatchIsHandedOutAsOneZipAndOneFileForThePrinter() throws Exception {
        graduates.graduate(30, "Lulusan Uji");
        var batch = issueAll();

        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(written(out -> certificates.zip(batch, out))))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).hasSize(31).contains("sertifikat.csv").allMatch(name -> name.matches("[a-z0-9A-Z.-]+"));
        var print = new String(written(out -> certificates.print(batch, out)), StandardCharsets.ISO_8859_1);
        assertThat(print).startsWith("%PDF-").contains("/Count 30");
    }

    @Test
    void whoHoldsACertificateGetsNoSecondOne() throws Exception {
        graduates.graduate(5, "Lulusan Uji");
        issueAll();
        var again = check(null);
        assertThat(manager.call(() -> issuing.batch(again)).counts()).isEqualTo(new BatchCounts(5, 0, 0, 5, 0, 0));
        assertThat(manager.call(() -> issuing.items(again, ItemFilter.DUPLICATE, 1, 10)).total()).isEqualTo(5);
        assertThatThrownBy(() -> issue(again)).isInstanceOf(Conflict.class).hasMessage("certificate.nobody-eligible");
    }

    @Test
    void twoBatchesOfTheSamePeopleAtOnceGiveEachOneCertificateAndWasteNoNumber() throws Exception {
        graduates.graduate(120, "Lulusan Uji");
        var first = check("Satu");
        var second = check("Dua");
        issue(first);
        issue(second);
        await(first);
        await(second);

        assertThat(graduates.read("""
                select count(*) || ' ' || count(distinct account_id) || ' ' || max(serial_number) from certificate
                where programme_id = (select id from programme where slug = ?)""", programme))
                .isEqualTo("120 120 120");
    }

    @Test
    void aRevokedCertificateStaysVerifiableAsRevokedAndItsHolderMayGetAnother() throws Exception {
        var ratna = graduate("Ratna Mooduto");
        issueAll();
        var code = ratna.call(certificates::mine).get(0).code();
        var typed = code.toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l');

        var valid = verification.verify(typed, ADDRESS);
        assertThat(valid.status()).isEqualTo(CertificateStatus.VALID);
        assertThat(valid.holder()).isEqualTo("Ratna Mooduto");
        assertThat(valid.scoreBand()).isEqualTo("Sangat Baik");
        assertThatThrownBy(() -> revoke(code, " ")).isInstanceOf(Invalid.class);

        revoke(code, "Namanya salah.");

        assertThat(verification.verify(code, ADDRESS)).satisfies(revoked -> {
            assertThat(revoked.status()).isEqualTo(CertificateStatus.REVOKED);
            assertThat(revoked.revokedOn()).isEqualTo(LocalDate.now(ZoneId.of("Asia/Makassar")));
        });
        assertThatThrownBy(() -> revoke(code, "Sekali lagi")).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> ratna.call(() -> certificates.pdf(code))).isInstanceOf(Conflict.class);
        assertThat(ratna.call(certificates::mine).get(0).revocationReason()).isEqualTo("Namanya salah.");
        assertThat(graduates.read("""
                select actor_id from audit_entry where action = 'certificate.revoked' and subject = ?""", code))
                .isEqualTo(manager.account());
        assertThat(serials(issueAll())).containsExactly("002/PMOP/7571/" + YEAR);
        assertThat(ratna.call(certificates::mine)).map(MyCertificate::status)
                .containsExactly(CertificateStatus.VALID, CertificateStatus.REVOKED);
    }

    @Test
    void anUnknownCodeIsSaidToBeUnknown() {
        for (var code : new String[] {"7ZZZZZZZZZZZZZZZZZZZZZZZZZ", "tidak ada", "", null}) {
            assertThatThrownBy(() -> verification.verify(code, ADDRESS)).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void whoAsksTooOftenIsAskedToWait() {
        assertThatThrownBy(() -> {
            for (var question = 0; question < 200; question++) {
                try {
                    verification.verify("7ZZZZZZZZZZZZZZZZZZZZZZZZZ", "192.0.2.99");
                } catch (NotFound unknown) {
                    continue;
                }
            }
        }).isInstanceOf(Conflict.class).hasMessage("certificate.too-many-questions");
    }

    @Test
    void onlyWhoManagesTheWholeProgrammeIssuesItsCertificates() throws Exception {
        graduates.graduate(2, "Lulusan Uji");
        var batch = check(null);
        var elsewhere = "uji-" + UUID.randomUUID().toString().substring(0, 8);
        setUp(elsewhere);
        var stranger = manager(elsewhere, null);
        var partners = manager(programme, "nslic-kota-gorontalo");
        var learner = graduate("Ratna Mooduto");

        for (var outsider : List.of(stranger, partners)) {
            assertThatThrownBy(() -> outsider.call(() -> issuing.check(plan(null)))).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> outsider.call(() -> issuing.batch(batch))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> outsider.call(() -> issuing.progress(batch))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> act(outsider, () -> issuing.issue(batch))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> act(outsider, () -> issuing.cancel(batch))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> act(outsider, () -> certificates.zip(batch, new ByteArrayOutputStream())))
                    .isInstanceOf(NotFound.class);
            assertThat(outsider.call(() -> issuing.batches(1, 10)).total()).isZero();
        }
        assertThatThrownBy(() -> learner.call(() -> issuing.check(plan(null))))
                .isInstanceOf(jakarta.ejb.EJBAccessException.class);
        assertThat(manager.call(issuing::choices)).singleElement()
                .satisfies(choice -> assertThat(choice.courses()).map(BatchChoices.Course::slug)
                        .containsExactly(Graduates.COURSE));
    }

    @Test
    void aCancelledBatchGivesItsNameBack() throws Exception {
        graduates.graduate(1, "Lulusan Uji");
        var batch = check("Angkatan 1");
        assertThatThrownBy(() -> check("Angkatan 1")).isInstanceOf(Invalid.class);
        act(manager, () -> issuing.cancel(batch));
        assertThatThrownBy(() -> issue(batch)).isInstanceOf(Conflict.class);
        assertThat(check("Angkatan 1")).isNotEqualTo(batch);
    }

    @Test
    void whatFailedIsTriedAgainUnderTheSameNumber() throws Exception {
        graduates.graduate(2, "Lulusan Uji");
        var ratna = graduates.graduate("Ratna Mooduto", null);
        var batch = check(null);
        graduates.write("update account set name = '山田' where id = ?", ratna);
        issue(batch);
        assertThat(await(batch)).isEqualTo(new BatchProgress(BatchState.PARTIAL, 3, 2, 1));
        assertThat(manager.call(() -> issuing.items(batch, ItemFilter.FAILED, 1, 10)).items())
                .singleElement().satisfies(item -> assertThat(item.reasons()).map(Message::key)
                        .containsExactly("certificate.letter-unprintable"));

        graduates.write("update account set name = 'Ratna Mooduto' where id = ?", ratna);
        act(manager, () -> issuing.retryFailed(batch));

        assertThat(await(batch)).isEqualTo(new BatchProgress(BatchState.DONE, 3, 3, 0));
        assertThat(serials(batch)).hasSize(3).last().isEqualTo("003/PMOP/7571/" + YEAR);
    }

    @Test
    void aBatchThatNobodyWorksOnIsTakenUp() throws Exception {
        graduates.graduate(40, "Lulusan Uji");
        var batch = graduates.start("Tertinggal");
        assertThat(await(batch)).isEqualTo(new BatchProgress(BatchState.DONE, 40, 40, 0));
    }

    @Test
    void holdersWithAnEmailAddressAreWrittenToOnce() throws Exception {
        var ratna = graduate("Ratna Mooduto");
        graduates.graduate(2, "Tanpa Surel");
        issueAll();
        var code = ratna.call(certificates::mine).get(0).code();
        assertThat(graduates.read("""
                select count(*) from mail_message m join account a on a.id = m.account_id
                where m.dedupe_key = ? and m.account_id = ?""", "certificate:" + code, ratna.account())).isEqualTo(1L);
        var until = Instant.now().plus(Duration.ofSeconds(30));
        while (graduates.read("select sent_at from mail_message where dedupe_key = ?", "certificate:" + code) == null) {
            assertThat(Instant.now()).as("the letter is not sent").isBefore(until);
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(graduates.read("select body from mail_message where dedupe_key = ?", "certificate:" + code))
                .isEqualTo("");
    }

    private Acting graduate(String name) throws Exception {
        var email = UUID.randomUUID() + "@sanggar.example";
        graduates.graduate(name, email);
        return Acting.as(email);
    }

    private BatchPlan plan(String name) {
        return new BatchPlan(programme, Graduates.COURSE, null, null, name);
    }

    private UUID check(String name) throws Exception {
        return manager.call(() -> issuing.check(plan(name)));
    }

    private void issue(UUID batch) throws Exception {
        act(manager, () -> issuing.issue(batch));
    }

    private UUID issueAll() throws Exception {
        var batch = check(null);
        issue(batch);
        assertThat(await(batch).state()).isEqualTo(BatchState.DONE);
        return batch;
    }

    private BatchProgress await(UUID batch) throws Exception {
        var until = Instant.now().plus(Duration.ofSeconds(60));
        var progress = manager.call(() -> issuing.progress(batch));
        while (progress.state() == BatchState.RUNNING) {
            assertThat(Instant.now()).as("still " + progress).isBefore(until);
            TimeUnit.MILLISECONDS.sleep(100);
            progress = manager.call(() -> issuing.progress(batch));
        }
        return progress;
    }

    private List<String> serials(UUID batch) throws Exception {
        return manager.call(() -> certificates.ofBatch(batch, 1, 1_000)).items().stream()
                .map(CertificateRow::serial).toList();
    }

    private List<String> reasons(UUID batch) throws Exception {
        return manager.call(() -> issuing.items(batch, ItemFilter.NOT_YET, 1, 100)).items().stream()
                .map(item -> item.holder() + ": " + String.join(". ", item.reasons().stream()
                        .map(reason -> Messages.text(reason, INDONESIAN)).toList()))
                .toList();
    }

    private void revoke(String code, String reason) throws Exception {
        act(manager, () -> revoking.revoke(code, reason));
    }

    private byte[] written(Writing writing) throws Exception {
        var out = new ByteArrayOutputStream();
        act(manager, () -> writing.to(out));
        return out.toByteArray();
    }

    private static void act(Acting person, Act act) throws Exception {
        person.call(() -> {
            act.run();
            return null;
        });
    }

    private interface Act {
        void run() throws Exception;
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws Exception;
    }
}
