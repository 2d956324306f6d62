package id.sanggar.certificate;

import id.sanggar.certificate.internal.PublicCode;
import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A manager looks at one certificate and its story: who did what to it, when and why. */
@Stateless
public class Tracing {

    private static final String CERTIFICATE = """
            select c.*, c.printed ->> 'course' as course, a.name as account_name, (select m.code from membership m
                    where m.programme_id = c.programme_id and m.account_id = c.account_id limit 1) as member,
                pb.code as p_batch, p.code as p_code, p.serial as p_serial, p.holder as p_holder,
                s.batch as s_batch, s.code as s_code, s.serial as s_serial, s.holder as s_holder
            from certificate c join account a on a.id = c.account_id
            left join certificate p on p.id = c.predecessor_id left join issuance pb on pb.id = p.issuance_id
            left join lateral (select n.code, n.serial, n.holder, b.code as batch from certificate n
                join issuance b on b.id = n.issuance_id where n.predecessor_id = c.id
                order by n.id desc limit 1) s on true
            where c.issuance_id = ? and c.code = ?""";

    private static final String ACTS = """
            select c.issued_at as at, a.name as who, case when c.predecessor_id is null then 'ISSUED'
                    when c.revision > 0 then 'CORRECTED' else 'RENEWAL' end as what, v.name as approver,
                null as reason, null as together
            from certificate c join issuance b on b.id = c.issuance_id
            left join certificate_event e on e.certificate_id = c.predecessor_id and e.kind = 'REPLACED'
                and c.revision > 0
            left join account a on a.id = coalesce(e.account_id, b.started_by)
            left join account v on v.id = b.approved_by and e.id is null
            where c.id = ?
            union all
            select e.happened_at, a.name, e.kind, null, e.reason, r.certificates
            from certificate_event e left join account a on a.id = e.account_id
            left join revocation r on r.id = e.revocation_id
            where e.certificate_id = ? order by at""";

    @Inject
    private Issuances issuances;

    @Inject
    private Sql sql;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Access access;

    @Inject
    private Clock clock;

    /**
     * @param batch in which it was issued
     * @param code public, as typed
     * @throws NotFound if there is no such certificate in the batch, or no such batch among the caller's
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public CertificateHistory history(UUID batch, String code) {
        var issuance = issuances.idOf(batch, access.callerId());
        return PublicCode.read(code)
                .flatMap(read -> sql.row(CERTIFICATE, this::history, issuance, read))
                .orElseThrow(() -> new NotFound("certificate in batch"));
    }

    private CertificateHistory history(ResultSet row) throws SQLException {
        var programme = programmes.byId(row.getLong("programme_id"));
        var ended = row.getObject("revoked_at") != null || row.getObject("replaced_at") != null;
        var expiresOn = row.getObject("expires_on", LocalDate.class);
        var status = row.getObject("revoked_at") != null ? CertificateStatus.REVOKED
                : row.getObject("replaced_at") != null ? CertificateStatus.REPLACED
                : expiresOn != null && expiresOn.isBefore(programme.day(clock.instant())) ? CertificateStatus.EXPIRED
                : CertificateStatus.VALID;
        return new CertificateHistory(row.getString("code"), row.getString("serial"), row.getString("holder"),
                row.getString("course"), programme, status, row.getString("account_name"),
                row.getObject("member", UUID.class), Sql.instant(row, "issued_at"), expiresOn,
                !ended && row.getObject("renewed_at") == null && row.getObject("erased_at") == null,
                row.getLong("account_id") == access.callerId(),
                relative(row, "p_"), relative(row, "s_"), acts(row.getLong("id")));
    }

    private static CertificateHistory.Relative relative(ResultSet row, String of) throws SQLException {
        return row.getString(of + "code") == null ? null
                : new CertificateHistory.Relative(row.getObject(of + "batch", UUID.class), row.getString(of + "code"),
                        row.getString(of + "serial"), row.getString(of + "holder"));
    }

    private List<CertificateAct> acts(long certificate) {
        return sql.rows(ACTS, row -> new CertificateAct(Sql.instant(row, "at"), row.getString("who"),
                row.getString("what"), row.getString("approver"), row.getString("reason"),
                Sql.integer(row, "together")), certificate, certificate);
    }
}
