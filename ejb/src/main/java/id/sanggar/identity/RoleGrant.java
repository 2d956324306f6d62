package id.sanggar.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/**
 * A role given to a person, within a programme, an organisation, both or neither. An empty programme or organisation
 * means all of them.
 */
@Entity
class RoleGrant {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Long accountId;

    @Enumerated(EnumType.STRING)
    private Role role;

    private Long programmeId;

    private Long organisationId;

    private Long grantedBy;

    private Instant grantedAt;

    protected RoleGrant() {
    }

    RoleGrant(long accountId, Role role, Long programmeId, Long organisationId, Long grantedBy, Instant now) {
        this.accountId = accountId;
        this.role = role;
        this.programmeId = programmeId;
        this.organisationId = organisationId;
        this.grantedBy = grantedBy;
        this.grantedAt = now;
    }

    Long id() {
        return id;
    }

    long accountId() {
        return accountId;
    }

    Role role() {
        return role;
    }

    Long programmeId() {
        return programmeId;
    }
}
