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
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.hibernate.exception.ConstraintViolationException;

/** An administrator says who manages which programme and who writes for which organisation. */
@Stateless
public class RoleGranting {

    private static final int PAGE_SIZE = 50;

    @Inject
    private RoleGrants grants;

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
        return grants.page(number, PAGE_SIZE);
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
            grants.add(new RoleGrant(account.id(), role, role == Role.ADMIN ? null : programmeId,
                    role == Role.ADMIN ? null : organisationId, access.callerId(), clock.instant()));
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
        var grant = grants.find(grantId).orElseThrow(() -> new NotFound("role grant " + grantId));
        if (grant.role() == Role.ADMIN && grant.accountId() == access.callerId()) {
            throw new Conflict("identity.own-role");
        }
        grants.remove(grant);
        audit.record("role.withdrawn", accounts.get(grant.accountId()).code().toString(), grant.programmeId(),
                Map.of("role", grant.role()));
        changed.fire(new CredentialsChanged(grant.accountId()));
    }
}
