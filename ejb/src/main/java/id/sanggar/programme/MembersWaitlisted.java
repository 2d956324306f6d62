package id.sanggar.programme;

import java.util.List;

/** Applications were accepted, but have to wait for a place in their cohort. */
public record MembersWaitlisted(long programmeId, List<Long> membershipIds) {
}
