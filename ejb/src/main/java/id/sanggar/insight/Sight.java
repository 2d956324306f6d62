package id.sanggar.insight;

import id.sanggar.programme.ProgrammeOutline;
import java.util.Set;

/**
 * What somebody may see of a programme: all members, or those whom some organisations serve. The same that
 * {@code Access.OVER_MEMBERSHIP} says of a query.
 *
 * @param organisations ids; null for all members
 */
public record Sight(ProgrammeOutline programme, Set<Long> organisations) {

    public Sight {
        organisations = organisations == null ? null : Set.copyOf(organisations);
    }

    public boolean covers(Long organisation) {
        return organisations == null || organisation != null && organisations.contains(organisation);
    }
}
