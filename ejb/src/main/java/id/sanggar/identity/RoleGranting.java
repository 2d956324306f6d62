package id.sanggar.identity;

import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.exception.ConstraintViolationException;

/** An administrator says who manages which programme and who writes for which organisation. */
@Stateless
public class RoleGranting {

    private static final int PAGE_SIZE = 50;

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Accounts accounts;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<CredentialsChanged> changed;

    @Inject
    private Clock clock;

    /**
     * A role somebody holds.
     *
     * @param programme title, or null for all programmes
     * @param organisation name, or null for all organisations
     */
    public record Granted(long id, String name, Role role, LocalizedText programme, LocalizedText organisation,
            Instant since) {
    }

    /** @param number of the page, from 1 */
    @RolesAllowed(Role.IS_ADMIN)
    public Page<Granted> granted(int number) {
        long total = ((Number) entityManager.createNativeQuery("select count(*) from role_grant").getSingleResult())
                .longValue();
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entityManager.createNativeQuery("""
                select g.id, a.name, g.role, p.title_id, p.title_en, o.name_id, o.name_en, g.granted_at
                from role_grant g
                join account a on a.id = g.account_id
                left join programme p on p.id = g.programme_id
                left join organisation o on o.id = g.organisation_id
                order by a.name, g.id""")
                .setFirstResult((number - 1) * PAGE_SIZE)
                .setMaxResults(PAGE_SIZE)
                .getResultList();
        return new Page<>(rows.stream()
                .map(row -> new Granted(((Number) row[0]).longValue(), (String) row[1], Role.valueOf((String) row[2]),
                        text(row[3], row[4]), text(row[5], row[6]), (Instant) row[7]))
                .toList(), total, number, PAGE_SIZE);
    }

    private static LocalizedText text(Object indonesian, Object english) {
        return indonesian == null ? null : new LocalizedText((String) indonesian, (String) english);
    }

    /**
     * @param contact of the person's account
     * @param programmeId null: all programmes
     * @param organisationId null: all organisations
     * @throws Invalid if nobody has that contact
     * @throws Conflict if she has the role already
     */
    @RolesAllowed(Role.IS_ADMIN)
    public void grant(String contact, Role role, Long programmeId, Long organisationId) {
        var account = accounts.by(Contact.parse(contact))
                .orElseThrow(() -> Invalid.of("contact", "identity.role-unknown"));
        try {
            entityManager.persist(new RoleGrant(account.id(), role, role == Role.ADMIN ? null : programmeId,
                    role == Role.ADMIN ? null : organisationId, access.callerId(), clock.instant()));
            entityManager.flush();
        } catch (ConstraintViolationException already) {
            throw new Conflict("identity.role-granted-already");
        }
        audit.record("role.granted", account.code().toString(), programmeId, Map.of("role", role));
    }

    /**
     * @throws NotFound if there is no such grant any more
     * @throws Conflict if it is the caller's own right to administer, which someone else must take
     */
    @RolesAllowed(Role.IS_ADMIN)
    public void withdraw(long grantId) {
        var grant = entityManager.find(RoleGrant.class, grantId);
        if (grant == null) {
            throw new NotFound("role grant " + grantId);
        }
        if (grant.role() == Role.ADMIN && grant.accountId() == access.callerId()) {
            throw new Conflict("identity.own-role");
        }
        entityManager.remove(grant);
        audit.record("role.withdrawn", accounts.get(grant.accountId()).code().toString(), grant.programmeId(),
                Map.of("role", grant.role()));
        changed.fire(new CredentialsChanged(grant.accountId()));
    }
}
