package id.sanggar.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.Messages;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import id.sanggar.testing.Acting;
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
import org.junit.jupiter.api.Test;

class IssuingIT extends IssuingSchool {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final String ADDRESS = "192.0.2.1";

    @Inject
    private Verification verification;

    @Inject
    private Revoking revoking;

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
        assertThat(page.counts()).isEqualTo(new BatchCounts(7, 3, 4, 0, 0, 0, 0));
        assertThat(reasons(batch)).containsExactly(
                "Belum Diterima: Keikutsertaan belum aktif. Belum mengikuti kursus",
                "Belum Lulus: Nilai 55, perlu 60: Tes akhir: siap menjaga mutu",
                "Belum Mulai: Belum mengikuti kursus",
                "Huruf 山田: Huruf 山 tidak dapat dicetak");
        assertThat(manager.call(() -> issuing.items(batch, ItemFilter.ELIGIBLE, 1, 2)).items()).hasSize(2);
        assertThat(manager.call(() -> issuing.batches(1, 10)).items()).singleElement()
                .satisfies(row -> assertThat(row.counts()).isEqualTo(page.counts()));
    }

    @Test
    void whoWentThroughEveryLessonHasAttendedWhateverHerMarks() throws Exception {
        graduates.fail("Semua Pelajaran");
        graduates.graduate("Tanpa Catatan", null);
        graduates.join("Belum Mulai");
        graduates.write("""
                update activity_record r set completed_at = case when v.position = (select max(l.position)
                        from activity l where l.version_id = v.version_id and l.kind = 'LESSON')
                    then timestamptz '2026-03-01 23:00Z' else timestamptz '2026-02-01 23:00Z' end
                from enrolment e, activity v, membership m, programme p
                where e.id = r.enrolment_id and v.version_id = e.version_id and v.slug = r.activity_slug
                    and v.kind = 'LESSON' and m.account_id = e.account_id and p.id = m.programme_id and p.slug = ?""",
                programme);
        var batch = UUID.randomUUID();
        act(manager, () -> planning.check(batch, new BatchPlan(programme, Graduates.COURSE, null, null,
                Award.ATTENDANCE, null, null)));

        assertThat(reasons(batch)).map(reason -> reason.replaceAll("\\d+", "n")).containsExactly(
                "Belum Mulai: Belum mengikuti kursus", "Tanpa Catatan: Baru n dari n kegiatan selesai");
        issue(batch);
        assertThat(await(batch)).isEqualTo(ended(BatchState.DONE, 1, 1, 0));
        assertThat(graduates.read("""
                select c.award || ' ' || (c.printed ->> 'completedOn') from certificate c
                join issuance b on b.id = c.issuance_id where b.code = cast(? as uuid)""", batch.toString()))
                .as("the day of the last lesson, in the programme's zone").isEqualTo("ATTENDANCE 2026-03-02");
    }

    @Test
    void aBatchIsIssuedUnderNumbersWithoutGaps() throws Exception {
        graduates.graduate(250, "Lulusan Uji");
        graduates.join("Belum Mulai");
        var batch = check("Angkatan 1");
        issue(batch);

        assertThat(await(batch)).isEqualTo(ended(BatchState.DONE, 250, 250, 0));
        assertThat(serials(batch)).containsExactlyElementsOf(IntStream.rangeClosed(1, 250)
                .mapToObj(number -> "%03d/PMOP/7571/%d".formatted(number, YEAR)).toList());
        var items = manager.call(() -> issuing.items(batch, ItemFilter.ISSUED, 1, 300)).items();
        assertThat(items).map(BatchItem::serial).isSorted().hasSize(250);
        assertThat(graduates.read("""
                select count(*) from audit_entry e join issuance b on b.code = cast(e.subject as uuid)
                where b.code = cast(? as uuid)
                    and e.action in ('issuance.planned', 'issuance.checked', 'issuance.approved', 'issuance.started',
                        'issuance.finished')""", batch.toString())).isEqualTo(5L);
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
        try (var zip = new ZipInputStream(new ByteArrayInputStream(written(out -> certificates.zip(batch, 0, out))))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).hasSize(35).contains("sertifikat.csv", "manifest.sha256", "manifest.sha256.sig", "seal.pem")
                .filteredOn(name -> name.matches("\\d{3}-PMOP-7571-\\d{4}_[0-9A-Z]{26}\\.pdf")).hasSize(30);
        var print = new String(written(out -> certificates.print(batch, 0, out)), StandardCharsets.ISO_8859_1);
        assertThat(print).startsWith("%PDF-").contains("/Count 30");
    }

    @Test
    void whoHoldsACertificateGetsNoSecondOne() throws Exception {
        graduates.graduate(5, "Lulusan Uji");
        issueAll();
        var again = check(null);
        assertThat(manager.call(() -> issuing.batch(again)).counts()).isEqualTo(new BatchCounts(5, 0, 0, 5, 0, 0, 0));
        assertThat(manager.call(() -> issuing.items(again, ItemFilter.DUPLICATE, 1, 10)).total()).isEqualTo(5);
        assertThatThrownBy(() -> approve(second, again)).isInstanceOf(Conflict.class)
                .hasMessage("certificate.nobody-eligible");
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
            assertThatThrownBy(() -> act(outsider, () -> planning.check(UUID.randomUUID(), plan(null))))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> act(outsider, () -> planning.reopen(batch))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> act(outsider, () -> issuing.approve(batch, Instant.EPOCH)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> outsider.call(() -> issuing.batch(batch))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> outsider.call(() -> issuing.progress(batch))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> act(outsider, () -> issuing.issue(batch))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> act(outsider, () -> issuing.cancel(batch))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> act(outsider, () -> certificates.zip(batch, 0, new ByteArrayOutputStream())))
                    .isInstanceOf(NotFound.class);
            assertThat(outsider.call(() -> issuing.batches(1, 10)).total()).isZero();
        }
        assertThatThrownBy(() -> act(learner, () -> planning.check(UUID.randomUUID(), plan(null))))
                .isInstanceOf(jakarta.ejb.EJBAccessException.class);
        assertThat(manager.call(planning::choices)).singleElement()
                .satisfies(choice -> assertThat(choice.courses()).map(BatchChoices.Course::slug)
                        .containsExactly(Graduates.COURSE));
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

    private interface Writing {
        void to(ByteArrayOutputStream out) throws Exception;
    }
}
