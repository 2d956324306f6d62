package id.sanggar.certificate;

import id.sanggar.certificate.internal.Claims;
import id.sanggar.certificate.internal.Printing;
import id.sanggar.certificate.internal.Sealed;
import id.sanggar.certificate.pdf.CertificateValues;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Certificates whose place a corrected one takes. */
@ApplicationScoped
class Corrections {

    @Inject
    private Sql sql;

    /**
     * The one that is wrong.
     *
     * @param accountName of the holder now
     * @param firstHolder on the first paper of the number: many small corrections in a row are a large one
     * @param fate what became of it before; null if nothing
     */
    record Original(long id, String code, Award award, long programmeId, long accountId, String accountName,
            String firstHolder, long templateId, int revision, CertificateValues printed,
            CertificateEvents.Kind fate) {
    }

    /** Of the batch; locked against every other change. */
    Optional<Original> lock(long issuance, String code) {
        return sql.row("""
                select c.*, cast(c.printed as text) as paper, a.name as account_name, f.holder as first_holder,
                    case when c.revoked_at is not null then 'REVOKED'
                    when c.replaced_at is not null then 'REPLACED' when c.erased_at is not null then 'ERASED'
                    when c.renewed_at is not null then 'RENEWED' end as fate
                from certificate c join account a on a.id = c.account_id
                join certificate f on f.programme_id = c.programme_id and f.serial_year = c.serial_year
                    and f.serial_number = c.serial_number and f.revision = 0
                where c.issuance_id = ? and c.code = ? for update of c""", Corrections::original,
                issuance, code);
    }

    private static Original original(ResultSet row) throws SQLException {
        var fate = row.getString("fate");
        return new Original(row.getLong("id"), row.getString("code"), Award.valueOf(row.getString("award")),
                row.getLong("programme_id"), row.getLong("account_id"), row.getString("account_name"),
                row.getString("first_holder"), row.getLong("template_id"), row.getInt("revision"),
                Printing.fromJson(row.getString("paper")),
                fate == null ? null : CertificateEvents.Kind.valueOf(fate));
    }

    /** @return the new one's id */
    long replace(Original old, Claims claims, Sealed sealed, Instant now) {
        sql.write("update certificate set replaced_at = ? where id = ?", now, old.id());
        var id = sql.row("""
                insert into certificate (code, programme_id, course_id, account_id, template_id, issuance_id, award,
                    serial_year, serial_number, revision, serial, holder, printed, pdf_sha256, issued_at, expires_on,
                    status_index, format, seal_id, pdf_signature, proof_signature, badge_signature, predecessor_id)
                select ?, programme_id, course_id, account_id, template_id, issuance_id, award,
                    serial_year, serial_number, revision + 1, ?, ?, cast(? as jsonb), ?, ?, expires_on,
                    ?, ?, cast(? as bigint), cast(? as bytea), cast(? as bytea), cast(? as bytea), id
                from certificate where id = ? returning id""", row -> row.getLong(1), claims.code(),
                claims.printed().serial(), claims.printed().holder(), Printing.toJson(claims.printed()).toString(),
                sealed.pdfSha256(), now, claims.statusIndex(), sealed.format(), sealed.sealId(), sealed.pdfSignature(),
                sealed.proofSignature(), sealed.badgeSignature(), old.id()).orElseThrow();
        // Who looks at the batch sees the paper that counts.
        sql.write("update issuance_item set certificate_id = ? where certificate_id = ?", id, old.id());
        return id;
    }
}
