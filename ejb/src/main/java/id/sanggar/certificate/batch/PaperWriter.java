package id.sanggar.certificate.batch;

import id.sanggar.certificate.internal.Printing;
import id.sanggar.shared.JsonText;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;

/**
 * Registers the papers of a chunk and says so in their items, in the chunk's transaction and three statements. Written
 * twice, it registers once.
 */
@Dependent
@Named("paperWriter")
class PaperWriter extends AbstractItemWriter {

    @Inject
    @BatchProperty
    private String issuance;

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    @Override
    public void writeItems(List<Object> items) {
        var drawn = JsonText.array();
        var failed = JsonText.array();
        for (var item : items) {
            var paper = (Paper) item;
            if (paper.failure() == null) {
                drawn.add(row(paper));
            } else {
                failed.add(JsonText.object().add("position", paper.of().position())
                        .add("reason", paper.failure()));
            }
        }
        register(drawn.build().toString());
        fail(failed.build().toString());
    }

    private static JsonObject row(Paper paper) {
        var values = paper.claims().printed();
        var sealed = paper.sealed();
        var row = JsonText.object()
                .add("position", paper.of().position())
                .add("account_id", paper.of().accountId())
                .add("serial_number", paper.of().serialNumber())
                .add("code", paper.claims().code())
                .add("award", paper.claims().award().name())
                .add("status_index", paper.claims().statusIndex())
                .add("serial", values.serial())
                .add("year", values.issuedOn().getYear())
                .add("holder", values.holder())
                .add("printed", Printing.toJson(values))
                .add("pdf_sha256", sealed.pdfSha256())
                .add("format", sealed.format());
        if (values.expiresOn() != null) {
            row.add("expires_on", values.expiresOn().toString());
        }
        if (sealed.isSigned()) {
            var hex = HexFormat.of();
            row.add("seal_id", sealed.sealId())
                    .add("pdf_signature", hex.formatHex(sealed.pdfSignature()))
                    .add("proof_signature", hex.formatHex(sealed.proofSignature()))
                    .add("badge_signature", hex.formatHex(sealed.badgeSignature()));
        }
        return row.build();
    }

    private void register(String papers) {
        var id = Long.parseLong(issuance);
        entityManager.createNativeQuery("""
                insert into certificate (code, programme_id, course_id, account_id, template_id, issuance_id, award,
                    serial_year, serial_number, serial, holder, printed, pdf_sha256, issued_at, expires_on,
                    status_index, format, seal_id, pdf_signature, proof_signature, badge_signature)
                select r.code, b.programme_id, b.course_id, r.account_id, b.template_id, b.id, r.award,
                    r.year, r.serial_number, r.serial, r.holder, r.printed, r.pdf_sha256, :now, r.expires_on,
                    r.status_index, r.format, r.seal_id, decode(r.pdf_signature, 'hex'),
                    decode(r.proof_signature, 'hex'), decode(r.badge_signature, 'hex')
                from jsonb_to_recordset(cast(:papers as jsonb)) as r(account_id bigint, serial_number integer,
                    code text, award text, serial text, year integer, holder text, printed jsonb, pdf_sha256 text,
                    expires_on date, status_index bigint, format smallint, seal_id bigint, pdf_signature text,
                    proof_signature text, badge_signature text)
                cross join issuance b where b.id = :issuance order by r.serial_number
                on conflict do nothing""")
                .setParameter("papers", papers)
                .setParameter("now", clock.instant())
                .setParameter("issuance", id)
                .executeUpdate();
        // Who holds one that is not of this batch got it in between; numbering was to prevent it, the index did.
        entityManager.createNativeQuery("""
                update issuance_item i set tries = i.tries + 1, certificate_id = c.id,
                    state = case when c.id is null then 'FAILED' else 'ISSUED' end,
                    reasons = case when c.id is null
                        then cast('[{"key": "certificate.in-other-batch", "args": []}]' as jsonb) else i.reasons end
                from jsonb_to_recordset(cast(:papers as jsonb)) as r(position integer, account_id bigint)
                left join certificate c on c.issuance_id = :issuance and c.account_id = r.account_id
                    and c.revoked_at is null
                where i.issuance_id = :issuance and i.position = r.position and i.state = 'ELIGIBLE'""")
                .setParameter("papers", papers)
                .setParameter("issuance", id)
                .executeUpdate();
    }

    private void fail(String failures) {
        if (failures.equals("[]")) {
            return;
        }
        entityManager.createNativeQuery("""
                update issuance_item i set tries = i.tries + 1, state = 'FAILED', reasons = jsonb_build_array(r.reason)
                from jsonb_to_recordset(cast(:failures as jsonb)) as r(position integer, reason jsonb)
                where i.issuance_id = :issuance and i.position = r.position and i.state = 'ELIGIBLE'""")
                .setParameter("failures", failures)
                .setParameter("issuance", Long.parseLong(issuance))
                .executeUpdate();
    }
}
