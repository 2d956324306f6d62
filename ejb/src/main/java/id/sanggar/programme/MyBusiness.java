package id.sanggar.programme;

import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** What her managers have noted of a member's business, for herself: what is wrong with it, only she knows. */
@Stateless
@RolesAllowed(Role.IS_LEARNER)
public class MyBusiness {

    @Inject
    private Memberships memberships;

    @Inject
    private Businesses businesses;

    @Inject
    private Access access;

    /** With which she takes part by that membership; empty where there is none, or it is not hers. Nobody is named. */
    public Optional<MemberDetails.Business> of(UUID membership) {
        return memberships.mine(membership, access.callerId())
                .flatMap(mine -> businesses.of(mine.id(), access.callerId()));
    }
}
