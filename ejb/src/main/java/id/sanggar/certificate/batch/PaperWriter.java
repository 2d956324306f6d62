package id.sanggar.certificate.batch;

import id.sanggar.certificate.internal.Printing;
import id.sanggar.shared.Sql;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Registers the papers of a chunk and says so in their items, in the chunk's transaction and two statements. Written
 * twice, it registers once.
 */
@Dependent
@Named("paperWriter")
class PaperWriter extends AbstractItemWriter {

    private static final String IN_OTHER_BATCH = "[{\"key\": \"certificate.in-other-batch\", \"args\": []}]";

    @Inject
    @BatchProperty
    private String issuance;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private Boolean renewal;

    @Override
    @SuppressWarnings("unchecked")
    public void writeItems(List<Object> items) {
        var papers = ((List<Paper>) (List<?>) items).stream()
                .collect(Collectors.partitioningBy(paper -> paper.failure() == null));
        if (!papers.get(true).isEmpty()) {
            issue(papers.get(true));
        }
        fail(papers.get(false), paper -> "[" + paper.failure() + "]");
    }

    private void issue(List<Paper> papers) {
        if (isRenewal()) {
            renewed(papers);
        }
        var registered = register(papers);
        var issued = papers.stream().filter(paper -> registered.containsKey(paper.of().serialNumber())).toList();
        sql.write("""
                update issuance_item i set tries = i.tries + 1, certificate_id = r.certificate_id, state = 'ISSUED'
                from unnest(?, ?) as r(position, certificate_id)
                where i.issuance_id = ? and i.position = r.position and i.state = 'ELIGIBLE'""",
                numbers(issued, paper -> paper.of().position()),
                issued.stream().map(paper -> registered.get(paper.of().serialNumber())).toArray(Long[]::new), id());
        // Who holds one already got it in between; numbering was to prevent it, the index did.
        fail(papers.stream().filter(paper -> !registered.containsKey(paper.of().serialNumber())).toList(),
                paper -> IN_OTHER_BATCH);
    }

    /** Asked once: in a first batch, looking for what is to be renewed would cost more with every chunk. */
    private boolean isRenewal() {
        if (renewal == null) {
            renewal = sql.row("select kind = 'RENEWAL' as renewal from issuance where id = ?",
                    row -> row.getBoolean("renewal"), id()).orElseThrow();
        }
        return renewal;
    }

    /** The certificates that these follow; they stay valid until their day, but there is a newer one. */
    private void renewed(List<Paper> papers) {
        var now = clock.instant();
        sql.write("""
                with due as (
                    update certificate c set renewed_at = ? from issuance b, unnest(?) as r(account_id)
                    where b.id = ? and c.account_id = r.account_id
                        and c.programme_id = b.programme_id and c.course_id = b.course_id and c.award = b.award
                        and c.expires_on <= b.expires_until
                        and c.revoked_at is null and c.replaced_at is null and c.renewed_at is null
                    returning c.id, b.started_by)
                insert into certificate_event (certificate_id, kind, account_id, happened_at)
                select id, 'RENEWED', started_by, ? from due""",
                now, papers.stream().map(paper -> paper.of().accountId()).toArray(Long[]::new), id(), now);
    }

    /** @return the certificates' ids by their numbers, of those that were not there before */
    private Map<Integer, Long> register(List<Paper> papers) {
        var first = papers.get(0).claims();
        return sql.rows("""
                insert into certificate (code, programme_id, course_id, account_id, template_id, issuance_id, award,
                    serial_year, serial_number, serial, holder, printed, pdf_sha256, issued_at, expires_on,
                    status_index, format, seal_id, pdf_signature, proof_signature, badge_signature,
                    predecessor_id)
                select r.code, b.programme_id, b.course_id, r.account_id, b.template_id, b.id, ?, ?,
                    r.serial_number, r.serial, r.holder, cast(r.printed as jsonb), r.pdf_sha256, ?, cast(? as date),
                    r.status_index, r.format, r.seal_id, r.pdf_signature, r.proof_signature, r.badge_signature,
                    case when b.kind = 'RENEWAL' then (select max(p.id) from certificate p
                        where p.account_id = r.account_id and p.programme_id = b.programme_id
                            and p.course_id = b.course_id and p.award = b.award and p.renewed_at is not null) end
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as r(account_id, serial_number, code, serial,
                    holder, printed, pdf_sha256, status_index, format, seal_id, pdf_signature, proof_signature,
                    badge_signature)
                cross join issuance b where b.id = ? order by r.serial_number
                on conflict do nothing returning serial_number, id""",
                row -> Map.entry(row.getInt("serial_number"), row.getLong("id")),
                first.award(), first.printed().issuedOn().getYear(), clock.instant(), first.printed().expiresOn(),
                papers.stream().map(paper -> paper.of().accountId()).toArray(Long[]::new),
                numbers(papers, paper -> paper.of().serialNumber()),
                texts(papers, paper -> paper.claims().code()),
                texts(papers, paper -> paper.claims().printed().serial()),
                texts(papers, paper -> paper.claims().printed().holder()),
                texts(papers, paper -> Printing.toJson(paper.claims().printed()).toString()),
                texts(papers, paper -> paper.sealed().pdfSha256()),
                papers.stream().map(paper -> paper.claims().statusIndex()).toArray(Long[]::new),
                numbers(papers, paper -> paper.sealed().format()),
                papers.stream().map(paper -> paper.sealed().sealId()).toArray(Long[]::new),
                bytes(papers, paper -> paper.sealed().pdfSignature()),
                bytes(papers, paper -> paper.sealed().proofSignature()),
                bytes(papers, paper -> paper.sealed().badgeSignature()), id()).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @param reasons why, as JSON */
    private void fail(List<Paper> papers, Function<Paper, String> reasons) {
        if (papers.isEmpty()) {
            return;
        }
        sql.write("""
                update issuance_item i set tries = i.tries + 1, state = 'FAILED', reasons = cast(r.reasons as jsonb)
                from unnest(?, ?) as r(position, reasons)
                where i.issuance_id = ? and i.position = r.position and i.state = 'ELIGIBLE'""",
                numbers(papers, paper -> paper.of().position()), texts(papers, reasons), id());
    }

    private long id() {
        return Long.parseLong(issuance);
    }

    private static Integer[] numbers(List<Paper> papers, Function<Paper, Integer> number) {
        return papers.stream().map(number).toArray(Integer[]::new);
    }

    private static String[] texts(List<Paper> papers, Function<Paper, String> text) {
        return papers.stream().map(text).toArray(String[]::new);
    }

    private static byte[][] bytes(List<Paper> papers, Function<Paper, byte[]> bytes) {
        return papers.stream().map(bytes).toArray(byte[][]::new);
    }
}
