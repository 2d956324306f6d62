package id.sanggar.certificate;

import id.sanggar.certificate.badge.Badge;
import id.sanggar.certificate.badge.Medal;
import id.sanggar.certificate.internal.Claims;
import id.sanggar.certificate.internal.Printing;
import id.sanggar.certificate.internal.PublicCode;
import id.sanggar.certificate.seal.Seal;
import id.sanggar.certificate.seal.Seals;
import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.Optional;
import java.util.Set;
import org.hibernate.query.NativeQuery;

/**
 * Certificates as Open Badges, for those who hold them: a file that a wallet or another system reads and verifies by
 * itself. Badges are not kept; what is kept of each is its signature, and the rest is made again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Badges {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Seals seals;

    @Inject
    private Access access;

    @Inject
    private Sql sql;

    /** A badge as it was signed. */
    private record Signed(Claims claims, Seal seal, String jwt) {
    }

    /** Codes of the caller's certificates that can be had as badges. */
    @RolesAllowed(Role.IS_LEARNER)
    public Set<String> mine() {
        return Set.copyOf(sql.rows("""
                select code from certificate where account_id = ? and badge_signature is not null
                    and revoked_at is null and replaced_at is null and erased_at is null""",
                row -> row.getString(1), access.callerId()));
    }

    /**
     * The credential as a VC-JWT, for its holder or a manager of hers.
     *
     * @param code public, as typed
     * @throws NotFound if the caller is neither
     * @throws Conflict if it has ended, or was issued before there were badges
     */
    @RolesAllowed(Role.IS_LEARNER)
    public BadgeFile jwt(String code) {
        var badge = badge(code);
        return new BadgeFile(name(badge, ".jwt"), badge.jwt());
    }

    /** As {@link #jwt}, within a picture to be shown (a "baked" badge). */
    @RolesAllowed(Role.IS_LEARNER)
    public BadgeFile svg(String code) {
        var badge = badge(code);
        return new BadgeFile(name(badge, ".svg"), Medal.svg(badge.claims(), badge.seal(), badge.jwt()));
    }

    private static String name(Signed badge, String extension) {
        return "lencana-" + badge.claims().printed().serial().replace('/', '-') + extension;
    }

    private Signed badge(String typed) {
        var row = PublicCode.read(typed).flatMap(this::find).orElseThrow(() -> new NotFound("certificate"));
        var printed = Printing.fromJson(row.get("printed", String.class));
        if (row.get("ended", Boolean.class)) {
            throw new Conflict("certificate.badge-ended", printed.serial());
        }
        var signature = row.get("badge_signature", byte[].class);
        if (signature == null) {
            throw new Conflict("certificate.no-badge", printed.serial());
        }
        var claims = new Claims(row.get("code", String.class), Award.valueOf(row.get("award", String.class)), printed,
                row.get("status_index", Long.class));
        var seal = seals.byId(row.get("seal_id", Long.class));
        if (!seal.verify(Badge.signingInput(claims, seal), signature)) {
            throw new IllegalStateException("The badge of " + claims.code() + " cannot be made as it was signed");
        }
        return new Signed(claims, seal, Badge.jwt(claims, seal, signature));
    }

    @SuppressWarnings("unchecked")
    private Optional<Tuple> find(String code) {
        NativeQuery<Tuple> query = entityManager.createNativeQuery("""
                select c.code, c.award, cast(c.printed as text) as printed, c.status_index, c.seal_id,
                    c.badge_signature, c.revoked_at is not null or c.replaced_at is not null as ended
                from certificate c where c.code = :code and c.erased_at is null
                    and (c.account_id = :caller or\s""" + CertificateRegister.OVER_CERTIFICATE + ")", Tuple.class)
                .unwrap(NativeQuery.class);
        return query.addScalar("code", String.class)
                .addScalar("award", String.class)
                .addScalar("printed", String.class)
                .addScalar("status_index", Long.class)
                .addScalar("seal_id", Long.class)
                .addScalar("badge_signature", byte[].class)
                .addScalar("ended", Boolean.class)
                .setParameter("code", code)
                .setParameter("caller", access.callerId())
                .getResultStream()
                .findFirst();
    }
}
