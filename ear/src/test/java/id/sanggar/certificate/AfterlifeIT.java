package id.sanggar.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotFound;
import id.sanggar.testing.Acting;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
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
    void onlyWhoManagesTheWholeProgrammeRevokesMany() throws Exception {
        graduates.graduate(1, "Lulusan Uji");
        var batch = issueAll();
        var partners = manager(programme, "nslic-kota-gorontalo");
        assertThatThrownBy(() -> partners.call(() -> bulk.preview(batch, null))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> act(partners, () -> bulk.revoke(UUID.randomUUID(), batch, null, REASON, 1)))
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
