package id.sanggar.programme;

import id.sanggar.identity.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets people in whom somebody, or the programme's rule, has accepted: into their cohort where it has room, else onto
 * its waiting list, and from there in the moment a place is free.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Entrance {

    @Inject
    private Memberships memberships;

    @Inject
    private Places places;

    @Inject
    private MemberHistory history;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<MembersAdmitted> admitted;

    @Inject
    private Event<MembersWaitlisted> waitlisted;

    /**
     * Who applied first gets the first place.
     *
     * @param applicants locked
     * @param manager account; null where nobody needs to decide
     * @param rooms their cohorts, locked
     * @return how many have to wait
     */
    int enter(ProgrammeOutline programme, Collection<Membership> applicants, Long manager,
            Map<Long, Places.Room> rooms) {
        var now = clock.instant();
        var free = new Free(rooms);
        var members = new ArrayList<Membership>();
        var waiting = new ArrayList<Membership>();
        applicants.stream().sorted(Membership.LONGEST_WAITING).forEach(applicant -> {
            if (free.take(applicant.cohortId())) {
                applicant.admit(manager, programme.firstStage().id(), now);
                members.add(applicant);
            } else {
                applicant.waitForPlace(manager, now);
                waiting.add(applicant);
            }
        });
        memberships.flush();
        members.forEach(each -> audit.record("membership.approved", each.code().toString(), programme.id(), Map.of()));
        letIn(programme, members, now);
        putOnList(programme, waiting, manager);
        return waiting.size();
    }

    /** Writes down that memberships, which are so already, wait for a place. */
    void putOnList(ProgrammeOutline programme, Collection<Membership> waiting, Long manager) {
        if (waiting.isEmpty()) {
            return;
        }
        var ids = ids(waiting);
        history.append(MemberEvent.Kind.WAITLISTED, ids, null, manager);
        waiting.forEach(each -> audit.record("membership.waitlisted", each.code().toString(), programme.id(),
                Map.of()));
        waitlisted.fire(new MembersWaitlisted(programme.id(), ids));
    }

    /**
     * Gives the places that are free to those who wait for them longest.
     *
     * @param candidates locked, and their cohorts before them; who of them waits for nothing is passed over
     * @return how many got one
     */
    int promote(ProgrammeOutline programme, Collection<Membership> candidates) {
        memberships.flush();
        var waiting = candidates.stream().filter(Membership::isOnWaitingList).sorted(Membership.LONGEST_WAITING)
                .toList();
        var free = new Free(places.lock(waiting.stream().map(Membership::cohortId).toList()));
        var promoted = waiting.stream().filter(each -> free.take(each.cohortId())).toList();
        if (promoted.isEmpty()) {
            return 0;
        }
        var now = clock.instant();
        promoted.forEach(each -> each.promote(programme.firstStage().id(), now));
        memberships.flush();
        history.append(MemberEvent.Kind.PROMOTED, ids(promoted), null, null);
        promoted.forEach(each -> audit.record("membership.promoted", each.code().toString(), programme.id(), Map.of(),
                null));
        letIn(programme, promoted, now);
        return promoted.size();
    }

    /** The same of these cohorts, none of which is locked yet. */
    int fill(ProgrammeOutline programme, Collection<Long> cohortIds) {
        memberships.flush();
        return promote(programme, memberships.lock(places.lock(cohortIds).values().stream()
                .flatMap(room -> places.next(room.cohortId(), room.left()).stream())
                .toList()));
    }

    /** Enters those who are members now into the first stage and, as others observe it, into the courses. */
    void letIn(ProgrammeOutline programme, List<Membership> members, Instant now) {
        if (members.isEmpty()) {
            return;
        }
        var first = programme.firstStage().id();
        memberships.enter(ids(members.stream().filter(member -> member.stageId() == first).toList()), first, now);
        admitted.fire(new MembersAdmitted(programme.id(), ids(members),
                members.stream().map(Membership::accountId).toList()));
    }

    private static List<Long> ids(Collection<Membership> memberships) {
        return memberships.stream().map(Membership::id).toList();
    }

    /** The places that are left while they are given away. */
    private static final class Free {

        private final Map<Long, Integer> left = new HashMap<>();

        Free(Map<Long, Places.Room> rooms) {
            rooms.forEach((cohort, room) -> left.put(cohort, room.left()));
        }

        /** @param cohort null: who is in no cohort needs no place */
        boolean take(Long cohort) {
            if (cohort == null) {
                return true;
            }
            boolean free = left.get(cohort) > 0;
            left.computeIfPresent(cohort, (id, places) -> free ? places - 1 : places);
            return free;
        }
    }
}
