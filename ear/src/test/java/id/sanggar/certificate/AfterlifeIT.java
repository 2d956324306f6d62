package id.sanggar.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotFound;
import id.sanggar.testing.Acting;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of certificates after they were issued. */
class AfterlifeIT extends IssuingSchool {

    private static final String ADDRESS = "192.0.2.7";
    private static final String REASON = "Nilai tes akhir salah dihitung.";

    @Inject
    private Verification verification;

    @Inject
    private Revoking revoking;

    @Inject
    private BulkRevoking bulk;

    @Inject
    private Reissuing reissuing;

    @Inject
    private Tracing tracing;

    @Test
    void aWholeBatchIsRevokedAtOnceAndEveryHolderIsTold() throws Exception {
        var ratna = graduate("Ratna Mooduto");
        graduates.graduate(40, "Lulusan Uji");
        var batch = issueAll();
        var code = ratna.call(certificates::mine).get(0).code();
        var one = manager.call(() -> certificates.ofBatch(batch, 1, 50)).items().stream()
                .filter(paper -> !paper.code().equals(code)).findFirst().orElseThrow();
        act(manager, () -> revoking.revoke(one.code(), "Tidak hadir."));

        assertThat(second.call(() -> bulk.preview(batch, null)))
                .isEqualTo(new RevocationPreview(40, 1, 0, 0, List.of(), List.of(), List.of()));
        var order = UUID.randomUUID();
        assertThatThrownBy(() -> act(second, () -> bulk.revoke(order, batch, null, REASON, 41)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> act(second, () -> bulk.revoke(order, batch, null, "  ", 40)))
                .isInstanceOf(Invalid.class);
        act(second, () -> bulk.revoke(order, batch, null, REASON, 40));
        // The same form once more.
        act(second, () -> bulk.revoke(order, batch, null, REASON, 40));

        assertThat(second.call(() -> bulk.revoked(batch, order))).isEqualTo(40);
        assertThat(verification.verify(code, ADDRESS).status()).isEqualTo(CertificateStatus.REVOKED);
        assertThat(ratna.call(certificates::mine).get(0).revocationReason()).isEqualTo(REASON);
        assertThat(read("""
                select count(*) || ' ' || count(distinct e.certificate_id) from certificate_event e
                join revocation r on r.id = e.revocation_id where r.code = cast(? as uuid) and e.kind = 'REVOKED'
                    and e.account_id = r.account_id""", order.toString())).isEqualTo("40 40");
        assertThat(read("select reason from certificate_event e join certificate c on c.id = e.certificate_id "
                + "where c.code = ?", one.code())).isEqualTo("Tidak hadir.");
        assertThat(read("""
                select count(*) || ' ' || min(detail ->> 'certificates') from audit_entry
                where action = 'certificates.revoked' and subject = ?""", order.toString())).isEqualTo("1 40");
        assertThat(read("select count(*) from mail_message where dedupe_key = ?", "revoked:" + code)).isEqualTo(1L);
        assertThatThrownBy(() -> act(second, () -> bulk.revoke(UUID.randomUUID(), batch, null, REASON, 40)))
                .isInstanceOf(Conflict.class).hasMessage("certificate.nothing-to-revoke");
    }

    @Test
    void aPastedListRevokesWhatItNamesInTheProgrammeAndSaysWhatItLeavesOut() throws Exception {
        graduates.graduate(1, "Orang Lain");
        var elsewhere = issueAll();
        var stranger = manager.call(() -> certificates.ofBatch(elsewhere, 1, 50)).items().get(0).code();
        setUp();
        graduates.graduate(5, "Lulusan Uji");
        var batch = issueAll();
        var papers = manager.call(() -> certificates.ofBatch(batch, 1, 50)).items();
        var list = String.join("\n", papers.get(0).code(), papers.get(1).serial(), papers.get(1).code(),
                papers.get(0).code(), "999/PMOP/7571/2026", "bukan nomor", stranger);

        assertThat(manager.call(() -> bulk.preview(batch, list))).isEqualTo(new RevocationPreview(2, 0, 0, 2,
                List.of(stranger), List.of("999/PMOP/7571/2026"), List.of("bukan nomor")));
        act(manager, () -> bulk.revoke(UUID.randomUUID(), batch, list, REASON, 2));

        assertThat(manager.call(() -> certificates.ofBatch(batch, 1, 50)).items()).map(CertificateRow::isRevoked)
                .containsExactly(true, true, false, false, false);
        assertThat(manager.call(() -> bulk.preview(batch, list)).revokedAlready()).isEqualTo(2);
    }

    @Test
    void aWrongNameIsCorrectedByAPaperOfTheSameNumber() throws Exception {
        var ratna = graduate("Ratna Muduto");
        graduates.graduate(2, "Lulusan Uji");
        var batch = issueAll();
        var wrong = ratna.call(certificates::mine).get(0);
        var wrongPaper = ratna.call(() -> certificates.pdf(wrong.code())).pdf();

        var preview = manager.call(() -> reissuing.preview(batch, wrong.code(), "Ratna  Mooduto"));
        assertThat(new String(preview, 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
        assertThat(ratna.call(certificates::mine)).hasSize(1);
        assertThatThrownBy(() -> manager.call(() -> reissuing.reissue(batch, wrong.code(), "Ratna Muduto", true,
                REASON))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> manager.call(() -> reissuing.reissue(batch, wrong.code(), "<b>", true, REASON)))
                .isInstanceOf(Invalid.class);

        var right = manager.call(() -> reissuing.reissue(batch, wrong.code(), "Ratna  Mooduto", true,
                "Salah ketik saat mendaftar."));

        var mine = ratna.call(certificates::mine);
        assertThat(mine).hasSize(2);
        assertThat(mine.get(0).code()).isEqualTo(right);
        assertThat(mine.get(0).serial()).isEqualTo(wrong.serial().replaceFirst("/", "-R1/"));
        assertThat(verification.verify(right, ADDRESS)).satisfies(valid -> {
            assertThat(valid.status()).isEqualTo(CertificateStatus.VALID);
            assertThat(valid.holder()).isEqualTo("Ratna Mooduto");
        });
        assertThat(ratna.call(() -> certificates.pdf(right)).pdf()).isNotEqualTo(wrongPaper);
        assertThat(read("select name from account where id = ?", ratna.account())).isEqualTo("Ratna Mooduto");
        assertThat(read("select count(*) from mail_message where dedupe_key = ?", "replaced:" + right)).isEqualTo(1L);
        assertThat(read("""
                select count(*) from audit_entry where action = 'certificate.replaced' and subject = ?
                    and actor_id = ?""", wrong.code(), manager.account())).isEqualTo(1L);

        var old = manager.call(() -> tracing.history(batch, wrong.code()));
        assertThat(old.status()).isEqualTo(CertificateStatus.REPLACED);
        assertThat(old.correctable()).isFalse();
        assertThat(old.successor().code()).isEqualTo(right);
        assertThat(old.acts()).map(CertificateAct::what).containsExactly("ISSUED", "REPLACED");
        assertThat(old.acts().get(1).reason()).isEqualTo("Salah ketik saat mendaftar.");
        var corrected = manager.call(() -> tracing.history(batch, right));
        assertThat(corrected.predecessor().holder()).isEqualTo("Ratna Muduto");
        assertThat(corrected.acts()).singleElement().satisfies(act -> {
            assertThat(act.what()).isEqualTo("CORRECTED");
            assertThat(act.who()).isNotNull();
        });
        assertThatThrownBy(() -> manager.call(() -> reissuing.reissue(batch, wrong.code(), "Ratna", true, REASON)))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> act(manager, () -> revoking.revoke(wrong.code(), REASON)))
                .isInstanceOf(Conflict.class).hasMessage("certificate.replaced-already");
        assertThat(manager.call(() -> bulk.preview(batch, null)))
                .isEqualTo(new RevocationPreview(3, 0, 1, 0, List.of(), List.of(), List.of()));
        // A correction may be corrected, and a list names each by its own number.
        var second = manager.call(() -> reissuing.reissue(batch, right, "Ratna S. Mooduto", false, REASON));
        assertThat(verification.verify(second, ADDRESS).serial()).contains("-R2/");
        assertThat(read("select name from account where id = ?", ratna.account())).isEqualTo("Ratna Mooduto");
        assertThat(manager.call(() -> bulk.preview(batch, verification.verify(second, ADDRESS).serial())).revocable())
                .isEqualTo(1);
        assertThat(manager.call(() -> issuing.items(batch, ItemFilter.ISSUED, 1, 10)).items())
                .map(BatchItem::holder).contains("Ratna S. Mooduto").doesNotContain("Ratna Muduto");
    }

    @Test
    void aManagerMakesNobodyElseOfTheHolderNotEvenInSmallSteps() throws Exception {
        var ratna = graduate("Ratna Muduto");
        var batch = issueAll();
        var code = ratna.call(certificates::mine).get(0).code();

        assertThatThrownBy(() -> manager.call(() -> reissuing.preview(batch, code, "Siti Tangahu")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> manager.call(() -> reissuing.reissue(batch, code, "Siti Tangahu", false, REASON)))
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.fields().get("name").key())
                        .isEqualTo("certificate.another-name"));
        var step = manager.call(() -> reissuing.reissue(batch, code, "Ratna Siti Muduto", true, REASON));
        assertThatThrownBy(() -> manager.call(() -> reissuing.reissue(batch, step, "Siti Muduto", true, REASON)))
                .isInstanceOf(Invalid.class);
        graduates.write("update account set name = 'Hasna Wartabone' where id = ?", ratna.account());
        assertThatThrownBy(() -> manager.call(() -> reissuing.reissue(batch, step, "Ratna Mooduto", true, REASON)))
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.fields().get("name").key())
                        .isEqualTo("certificate.account-of-another-name"));
        assertThat(read("select name from account where id = ?", ratna.account())).isEqualTo("Hasna Wartabone");

        var administrator = account("admin-nama-" + programme, "ADMIN", null, null);
        var other = administrator.call(() -> reissuing.reissue(batch, step, "Siti Tangahu", true, REASON));
        assertThat(verification.verify(other, ADDRESS).holder()).isEqualTo("Siti Tangahu");
        assertThat(read("select count(*) from audit_entry where action = 'certificate.replaced' and subject = ? "
                + "and actor_id = ?", step, administrator.account())).isEqualTo(1L);
    }

    @Test
    void nobodyHasHerOwnPaperIssuedAnew() throws Exception {
        var email = UUID.randomUUID() + "@sanggar.example";
        graduates.graduate("Ratna Muduto", email);
        var batch = issueAll();
        for (var role : List.of("MANAGER", "ADMIN")) {
            graduates.write("insert into role_grant (account_id, role, granted_at) "
                    + "select id, ?, now() from account where email = ?", role, email);
            var holder = Acting.as(email);
            var code = holder.call(certificates::mine).get(0).code();
            assertThat(holder.call(() -> tracing.history(batch, code)).own()).isTrue();
            assertThatThrownBy(() -> holder.call(() -> reissuing.preview(batch, code, "Ratna Mooduto")))
                    .isInstanceOf(Conflict.class).hasMessage("certificate.own-paper");
            assertThatThrownBy(() -> holder.call(() -> reissuing.reissue(batch, code, "Ratna Mooduto", false, REASON)))
                    .isInstanceOf(Conflict.class).hasMessage("certificate.own-paper");
            assertThat(manager.call(() -> tracing.history(batch, code)).own()).isFalse();
        }
    }

    @Test
    void certificatesThatExpireAreRenewedByABatchAndStayValidUntilTheirDay() throws Exception {
        var ratna = graduate("Ratna Mooduto");
        var fatmah = graduate("Fatmah Abdullah");
        var today = LocalDate.now(ZoneId.of("Asia/Makassar"));
        var first = issue(null, 1);
        assertThat(verification.verify(ratna.call(certificates::mine).get(0).code(), ADDRESS).expiresOn())
                .isEqualTo(today.plusMonths(1));
        assertThat(ratna.call(certificates::mine).get(0).endsSoon()).isTrue();
        var siti = graduate("Siti Tangahu");
        var code = fatmah.call(certificates::mine).get(0).code();
        act(manager, () -> revoking.revoke(code, REASON));

        var early = UUID.randomUUID();
        act(manager, () -> planning.check(early, renewal(today.plusDays(3))));
        assertThat(manager.call(() -> issuing.batch(early)).counts().eligible()).isZero();

        var renewed = issue(today.plusMonths(1), 24);

        var mine = ratna.call(certificates::mine);
        assertThat(mine).map(MyCertificate::status)
                .containsExactly(CertificateStatus.VALID, CertificateStatus.VALID);
        assertThat(mine.get(0).expiresOn()).isEqualTo(today.plusMonths(24));
        assertThat(fatmah.call(certificates::mine)).hasSize(1);
        assertThat(siti.call(certificates::mine)).isEmpty();
        var old = manager.call(() -> tracing.history(first, mine.get(1).code()));
        assertThat(old.acts()).map(CertificateAct::what).containsExactly("ISSUED", "RENEWED");
        assertThat(old.successor().code()).isEqualTo(mine.get(0).code());
        assertThat(manager.call(() -> tracing.history(renewed, mine.get(0).code())).acts())
                .map(CertificateAct::what).containsExactly("RENEWAL");
        assertThatThrownBy(() -> manager.call(() -> reissuing.reissue(first, mine.get(1).code(), "Ratna", true,
                REASON))).isInstanceOf(Conflict.class);
    }

    private BatchPlan renewal(LocalDate until) {
        return new BatchPlan(programme, Graduates.COURSE, null, null, Award.COMPLETION, 24, until, null);
    }

    private UUID issue(LocalDate renewUntil, int months) throws Exception {
        var batch = UUID.randomUUID();
        act(manager, () -> planning.check(batch, new BatchPlan(programme, Graduates.COURSE, null, null,
                Award.COMPLETION, months, renewUntil, null)));
        issue(batch);
        assertThat(await(batch).state()).isEqualTo(BatchState.DONE);
        return batch;
    }

    @Test
    void ofManyWhoCorrectAndRevokeACertificateAtOnceOneDoes() throws Exception {
        var ratna = graduate("Ratna Muduto");
        var batch = issueAll();
        var code = ratna.call(certificates::mine).get(0).code();
        var done = new AtomicInteger();
        var together = new CyclicBarrier(4);
        var threads = IntStream.range(0, 4).mapToObj(number -> new Thread(() -> {
            try {
                together.await();
                if (number % 2 == 0) {
                    manager.call(() -> reissuing.reissue(batch, code, "Ratna Mooduto", true, REASON));
                } else {
                    act(second, () -> revoking.revoke(code, REASON));
                }
                done.incrementAndGet();
            } catch (Exception late) {
                assertThat(late).isInstanceOf(Conflict.class);
            }
        })).toList();
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }
        assertThat(done).hasValue(1);
        assertThat(read("""
                select count(*) from certificate c join account a on a.id = c.account_id where a.id = ?
                    and c.revoked_at is null and c.replaced_at is null""", ratna.account())).isIn(0L, 1L);
    }

    @Test
    void onlyWhoManagesTheWholeProgrammeRevokesMany() throws Exception {
        graduates.graduate(1, "Lulusan Uji");
        var batch = issueAll();
        var partners = manager(programme, "nslic-kota-gorontalo");
        assertThatThrownBy(() -> partners.call(() -> bulk.preview(batch, null))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> act(partners, () -> bulk.revoke(UUID.randomUUID(), batch, null, REASON, 1)))
                .isInstanceOf(NotFound.class);
        var code = (String) read("select c.code from certificate c join issuance b on b.id = c.issuance_id "
                + "where b.code = cast(? as uuid)", batch.toString());
        assertThatThrownBy(() -> partners.call(() -> tracing.history(batch, code))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> partners.call(() -> reissuing.reissue(batch, code, "Siapa Saja", true, REASON)))
                .isInstanceOf(NotFound.class);
        var learner = graduate("Ratna Mooduto");
        assertThatThrownBy(() -> learner.call(() -> bulk.preview(batch, null)))
                .isInstanceOf(jakarta.ejb.EJBAccessException.class);
    }

    private Acting graduate(String name) throws Exception {
        var email = UUID.randomUUID() + "@sanggar.example";
        graduates.graduate(name, email);
        return Acting.as(email);
    }

    private Object read(String sql, Object... parameters) throws Exception {
        return graduates.read(sql, parameters);
    }
}
