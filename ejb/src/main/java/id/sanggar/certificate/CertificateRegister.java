package id.sanggar.certificate;

import id.sanggar.certificate.internal.Claims;
import id.sanggar.certificate.internal.Printing;
import id.sanggar.certificate.internal.PublicCode;
import id.sanggar.certificate.internal.Sealed;
import id.sanggar.certificate.pdf.CertificateValues;
import id.sanggar.identity.Access;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hibernate.query.NativeQuery;

/** Where certificates are kept. */
@ApplicationScoped
class CertificateRegister {

    /** That the caller manages the membership which certificate {@code c} belongs to. */
    static final String OVER_CERTIFICATE = """
            exists (select 1 from membership m where m.programme_id = c.programme_id and m.account_id = c.account_id
                and\s""" + Access.OVER_MEMBERSHIP + ")";

    private static final String SNAPSHOT = """
            select c.code, c.serial_number, c.programme_id, c.template_id, cast(c.printed as text) as printed,
                c.pdf_sha256, c.expires_on, c.revoked_at, c.revocation_reason, c.award, c.status_index, c.format,
                c.seal_id, c.pdf_signature, c.proof_signature, c.badge_signature, c.erased_at, c.replaced_at,
                case when c.replaced_at is not null then
                    (select s.code from certificate s where s.predecessor_id = c.id and s.revision > c.revision
                    order by s.id desc limit 1) end as successor
            from certificate c\s""";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private ProgrammeOutlines programmes;

    /** A certificate as it was issued, with what has become of it. */
    record Snapshot(Claims claims, Sealed sealed, int number, ProgrammeOutline programme, long templateId,
            LocalDate expiresOn, Instant revokedAt, String revocationReason, boolean erased,
            Instant replacedAt, String successor) {

        String code() {
            return claims.code();
        }

        CertificateValues printed() {
            return claims.printed();
        }

        CertificateStatus status(Instant now) {
            if (revokedAt != null) {
                return CertificateStatus.REVOKED;
            }
            if (replacedAt != null) {
                return CertificateStatus.REPLACED;
            }
            return expiresOn != null && expiresOn.isBefore(programme.day(now))
                    ? CertificateStatus.EXPIRED
                    : CertificateStatus.VALID;
        }

        /** Whether it is valid, and no longer than two months from now. */
        boolean endsSoon(Instant now) {
            return status(now) == CertificateStatus.VALID && expiresOn != null
                    && expiresOn.isBefore(programme.day(now).plusMonths(2));
        }

        LocalDate revokedOn() {
            return revokedAt == null ? null : programme.day(revokedAt);
        }

        LocalDate replacedOn() {
            return replacedAt == null ? null : programme.day(replacedAt);
        }
    }

    /** Of someone the caller manages; locked against every other revocation. */
    @SuppressWarnings("unchecked")
    Optional<Certificate> lock(String typed, long caller) {
        return PublicCode.read(typed).flatMap(code -> entityManager.createNativeQuery(
                "select c.* from certificate c where c.code = :code and " + OVER_CERTIFICATE + " for update",
                Certificate.class)
                .setParameter("code", code)
                .setParameter("caller", caller)
                .getResultStream()
                .findFirst());
    }

    /** Anyone's. */
    Optional<Snapshot> find(String typed) {
        return PublicCode.read(typed).flatMap(code -> snapshots(query(SNAPSHOT + "where c.code = :code")
                .setParameter("code", code)).stream().findFirst());
    }

    /** The codes of the certificates whose files have these hashes, in the order of the hashes. */
    @SuppressWarnings("unchecked")
    List<String> findByFile(List<String> hashes) {
        return entityManager.createNativeQuery("""
                select c.code from unnest(cast(:hashes as text[])) with ordinality h (hash, position)
                join certificate c on c.pdf_sha256 = h.hash order by h.position""", String.class)
                .setParameter("hashes", hashes.toArray(String[]::new))
                .getResultList();
    }

    /** The caller's own, or of someone she manages. */
    Optional<Snapshot> find(String typed, long caller) {
        return PublicCode.read(typed).flatMap(code -> snapshots(query(SNAPSHOT
                + "where c.code = :code and (c.account_id = :caller or " + OVER_CERTIFICATE + ")")
                .setParameter("code", code)
                .setParameter("caller", caller)).stream().findFirst());
    }

    /** One of the last to be issued, to someone the caller manages. */
    Optional<Snapshot> newest(long caller) {
        return snapshots(query(SNAPSHOT + "where c.id > (select max(id) - 1000 from certificate)"
                + " and c.erased_at is null and " + OVER_CERTIFICATE + " order by c.id desc limit 1")
                .setParameter("caller", caller)).stream().findFirst();
    }

    /** Newest first. */
    List<Snapshot> heldBy(long account) {
        return snapshots(query(SNAPSHOT + "where c.account_id = :account order by c.issued_at desc, c.id desc")
                .setParameter("account", account));
    }

    /** The next so many of a batch that can be drawn: neither ended nor erased, in the order of their numbers. */
    List<Snapshot> ofBatch(long issuanceId, int afterNumber, int count) {
        return snapshots(query(SNAPSHOT + """
                where c.issuance_id = :issuance and c.serial_number > :after and c.revoked_at is null
                    and c.replaced_at is null
                    and c.erased_at is null
                order by c.serial_number fetch first :count rows only""")
                .setParameter("issuance", issuanceId)
                .setParameter("after", afterNumber)
                .setParameter("count", count));
    }

    /**
     * The number of the certificate so many places from the beginning of a batch, whatever has become of it: parts of
     * a batch stay what they were when one in it is revoked.
     *
     * @param place from 1
     */
    @SuppressWarnings("unchecked")
    OptionalInt numberAt(long issuanceId, int place) {
        return entityManager.createNativeQuery("""
                select serial_number from certificate where issuance_id = :issuance and revision = 0
                order by serial_number offset :before rows fetch first row only""", Integer.class)
                .setParameter("issuance", issuanceId)
                .setParameter("before", place - 1)
                .getResultStream()
                .mapToInt(number -> (Integer) number)
                .findFirst();
    }

    /** All of a batch, in the order of their numbers. */
    Page<CertificateRow> page(long issuanceId, int number, int size) {
        var total = (Long) entityManager.createNativeQuery(
                "select count(*) from certificate where issuance_id = :issuance", Long.class)
                .setParameter("issuance", issuanceId)
                .getSingleResult();
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entityManager.createNativeQuery("""
                select c.code, c.serial, c.holder, c.issued_at, c.revoked_at, a.name as revoker, c.revocation_reason,
                    c.replaced_at is not null as replaced
                from certificate c left join account a on a.id = c.revoked_by
                where c.issuance_id = :issuance order by c.serial_number, c.revision
                offset :first rows fetch next :size rows only""")
                .setParameter("issuance", issuanceId)
                .setParameter("first", (number - 1) * size)
                .setParameter("size", size)
                .unwrap(NativeQuery.class)
                .addScalar("code", String.class)
                .addScalar("serial", String.class)
                .addScalar("holder", String.class)
                .addScalar("issued_at", Instant.class)
                .addScalar("revoked_at", Instant.class)
                .addScalar("revoker", String.class)
                .addScalar("revocation_reason", String.class)
                .addScalar("replaced", Boolean.class)
                .getResultList();
        return new Page<>(rows.stream()
                .map(row -> new CertificateRow((String) row[0], (String) row[1], (String) row[2], (Instant) row[3],
                        (Instant) row[4], (String) row[5], (String) row[6], (Boolean) row[7]))
                .toList(), total, number, size);
    }

    @SuppressWarnings("unchecked")
    private NativeQuery<Tuple> query(String sql) {
        NativeQuery<Tuple> query = entityManager.createNativeQuery(sql, Tuple.class).unwrap(NativeQuery.class);
        return query.addScalar("code", String.class)
                .addScalar("serial_number", Integer.class)
                .addScalar("programme_id", Long.class)
                .addScalar("template_id", Long.class)
                .addScalar("printed", String.class)
                .addScalar("pdf_sha256", String.class)
                .addScalar("expires_on", LocalDate.class)
                .addScalar("revoked_at", Instant.class)
                .addScalar("revocation_reason", String.class)
                .addScalar("award", String.class)
                .addScalar("status_index", Long.class)
                .addScalar("format", Integer.class)
                .addScalar("seal_id", Long.class)
                .addScalar("pdf_signature", byte[].class)
                .addScalar("proof_signature", byte[].class)
                .addScalar("badge_signature", byte[].class)
                .addScalar("erased_at", Instant.class)
                .addScalar("replaced_at", Instant.class)
                .addScalar("successor", String.class);
    }

    private List<Snapshot> snapshots(NativeQuery<Tuple> query) {
        return query.getResultList().stream()
                .map(row -> new Snapshot(claims(row), sealed(row), row.get("serial_number", Integer.class),
                        programmes.byId(row.get("programme_id", Long.class)), row.get("template_id", Long.class),
                        row.get("expires_on", LocalDate.class), row.get("revoked_at", Instant.class),
                        row.get("revocation_reason", String.class),
                        row.get("erased_at", Instant.class) != null, row.get("replaced_at", Instant.class),
                        row.get("successor", String.class)))
                .toList();
    }

    private static Claims claims(Tuple row) {
        return new Claims(row.get("code", String.class), Award.valueOf(row.get("award", String.class)),
                Printing.fromJson(row.get("printed", String.class)), row.get("status_index", Long.class));
    }

    private static Sealed sealed(Tuple row) {
        return new Sealed(row.get("format", Integer.class), row.get("seal_id", Long.class),
                row.get("pdf_signature", byte[].class), row.get("proof_signature", byte[].class),
                row.get("badge_signature", byte[].class), row.get("pdf_sha256", String.class));
    }
}
