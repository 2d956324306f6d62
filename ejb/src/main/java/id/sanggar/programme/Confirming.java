package id.sanggar.programme;

import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A manager says what happened outside Sanggar: a visit was made, a permit issued. */
@Stateless
public class Confirming {

    private static final int LONGEST_REASON = 400;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Memberships memberships;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<RequirementConfirmed> confirmed;

    @Inject
    private Event<ConfirmationRevoked> revoked;

    /**
     * Confirms a requirement of a programme's members, whether or not they have reached its stage. What was confirmed
     * before stays as it is.
     *
     * @param codes of memberships in that programme
     * @param requirementSlug of a requirement that is met by confirmation
     * @return how many members it was confirmed of who did not have it before
     * @throws NotFound if there is no such programme or requirement, or the caller manages none of these members
     * @throws Conflict if the caller is one of them
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public int confirm(String programmeSlug, Set<UUID> codes, String requirementSlug) {
        var programme = programmes.bySlug(programmeSlug);
        var requirement = programme.confirmable(requirementSlug);
        var found = memberships.lock(codes, access.callerId()).stream()
                .filter(membership -> membership.programmeId() == programme.id())
                .filter(membership -> membership.state() == Membership.State.ACTIVE)
                .toList();
        if (found.stream().anyMatch(membership -> membership.accountId() == access.callerId())) {
            throw new Conflict("programme.evidence-own");
        }
        var active = found.stream().collect(Collectors.toMap(Membership::id, Membership::code));
        if (active.isEmpty()) {
            throw new NotFound("members of " + programmeSlug + " to confirm");
        }
        var newly = memberships.confirm(active.keySet(), requirement.id(), access.callerId(), clock.instant());
        newly.forEach(membership -> audit.record("requirement.confirmed", active.get(membership).toString(),
                programme.id(), Map.of("requirement", requirementSlug)));
        confirmed.fire(new RequirementConfirmed(requirement.id(), programme.id(), newly));
        return newly.size();
    }

    /**
     * Says that what was confirmed of a member is not so. Where that takes a stage from her, it counts until a person
     * has accepted that; otherwise it counts no more.
     *
     * @param reason as her managers and she will read it, up to 400 characters
     * @throws NotFound if the caller does not manage her, or there is no such requirement
     * @throws Conflict if it was not confirmed, or revoked already
     * @throws Invalid naming {@code reason} if it is missing or too long
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void revoke(UUID code, String requirementSlug, String reason) {
        if (reason == null || reason.isBlank()) {
            throw Invalid.of("reason", "programme.revocation-reason-needed");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw Invalid.of("reason", "programme.too-long", LONGEST_REASON);
        }
        var membership = memberships.lock(Set.of(code), access.callerId()).stream().findFirst()
                .orElseThrow(() -> new NotFound("membership " + code));
        var requirement = programmes.byId(membership.programmeId()).confirmable(requirementSlug);
        if (!memberships.revoke(membership.id(), requirement.id(), access.callerId(), reason.strip(),
                clock.instant())) {
            throw new Conflict("programme.not-confirmed", requirement.title());
        }
        audit.record("confirmation.revoked", code.toString(), membership.programmeId(),
                Map.of("requirement", requirementSlug));
        revoked.fire(new ConfirmationRevoked(membership.id(), membership.programmeId(), requirement.id()));
    }
}
