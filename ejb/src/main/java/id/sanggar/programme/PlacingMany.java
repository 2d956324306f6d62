package id.sanggar.programme;

import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Organisations;
import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What {@link Placing} does with one member, done with everybody of a list at once: all that can be moved or withdrawn
 * are, in one transaction, and the caller is told how many could not and why.
 */
@Stateless
@RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
public class PlacingMany {

    /** So many at a time. */
    public static final int MOST = 1_000;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Members members;

    @Inject
    private Memberships memberships;

    @Inject
    private Places places;

    @Inject
    private Entrance entrance;

    @Inject
    private MemberHistory history;

    @Inject
    private Organisations organisations;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * What became of a list.
     *
     * @param done how many were moved or withdrawn
     * @param there how many are there already
     * @param ended how many have withdrawn, were rejected or, where they are to be withdrawn, are through
     * @param strangers how many the cohort is not for
     */
    public record Outcome(int done, int there, int ended, int strangers) {
    }

    /**
     * Where everybody is to be. What is null stays as it is; {@link MemberFilter#NONE} is none.
     *
     * @param cohort slug
     * @param partner slug of the organisation that serves them
     */
    public record To(String cohort, String partner) {
    }

    private record Locked(ProgrammeOutline programme, List<Membership> members, Map<Long, Places.Room> rooms) {
    }

    /**
     * How many the list has.
     *
     * @throws NotFound if it names a programme, stage or cohort that is not there
     * @throws NotAllowed if it names a programme of which the caller manages nobody
     */
    public long count(MemberFilter people) {
        return members.list(people, MemberOrder.NAME, 1, 1).total();
    }

    /**
     * Moves everybody of a list who can be moved. Who waits for a place waits at the end of the new cohort's list.
     *
     * @param shown how many the list had when the caller decided
     * @param reason up to 400 characters; stays in everybody's history for good
     * @throws NotFound if there is no such programme, cohort or partner
     * @throws NotAllowed if they are to be another partner's and the caller does not manage the whole programme
     * @throws Invalid naming {@code why} or {@code cohort}
     * @throws Conflict if the list has others than were shown, is too long, or the cohort has too few places
     */
    public Outcome move(MemberFilter people, long shown, To to, String reason) {
        var why = Placing.reason(reason);
        var programme = programme(people);
        if (to.cohort() == null && to.partner() == null) {
            throw Invalid.of("cohort", "programme.moves-nowhere");
        }
        if (to.partner() != null) {
            access.requireManagerOfAll(programme.id());
        }
        var cohort = isGiven(to.cohort()) ? programme.cohort(to.cohort()) : null;
        var partner = isGiven(to.partner()) ? organisations.bySlug(to.partner()).id() : null;
        var locked = lock(people, shown, cohort == null ? null : cohort.id());
        Predicate<Membership> there = each -> to.cohort() == null || Objects.equals(each.cohortId(),
                cohort == null ? null : cohort.id());
        var movable = locked.members().stream()
                .filter(each -> each.mayMove() && !(there.test(each)
                        && (to.partner() == null || Objects.equals(each.organisationId(), partner))))
                .toList();
        var strangers = cohort == null ? waitingForSomewhere(movable, to) : strangers(movable, there, cohort);
        var go = movable.stream().filter(each -> !strangers.contains(each.id())).toList();
        requireRoom(go, there, cohort, locked.rooms());
        var now = clock.instant();
        go.forEach(each -> each.moveTo(to.cohort() == null ? each.cohortId() : cohort == null ? null : cohort.id(),
                to.partner() == null ? each.organisationId() : partner, now));
        finish(locked, go, MemberEvent.Kind.TRANSFERRED, why, "membership.moved");
        var ended = (int) locked.members().stream().filter(each -> !each.mayMove()).count();
        return new Outcome(go.size(), locked.members().size() - movable.size() - ended, ended, strangers.size());
    }

    private static boolean isGiven(String choice) {
        return choice != null && !choice.equals(MemberFilter.NONE);
    }

    /** Who waits for a place cannot be nowhere. */
    private static Set<Long> waitingForSomewhere(List<Membership> movable, To to) {
        var waiting = new HashSet<Long>();
        if (to.cohort() != null) {
            movable.stream().filter(Membership::isOnWaitingList).map(Membership::id).forEach(waiting::add);
        }
        return waiting;
    }

    private Set<Long> strangers(List<Membership> movable, Predicate<Membership> there,
            ProgrammeOutline.Cohort cohort) {
        var coming = new HashSet<>(movable.stream().filter(there.negate()).map(Membership::id).toList());
        places.fitting(cohort.id(), coming).forEach(coming::remove);
        return coming;
    }

    private void requireRoom(List<Membership> go, Predicate<Membership> there, ProgrammeOutline.Cohort cohort,
            Map<Long, Places.Room> rooms) {
        if (cohort != null) {
            var needed = go.stream().filter(there.negate()).filter(Membership::takesPlace).count();
            if (needed > rooms.get(cohort.id()).left()) {
                throw new Conflict("programme.cohort-too-small", cohort.title(), rooms.get(cohort.id()).left(), needed);
            }
        }
    }

    /**
     * Ends the membership or application of everybody of a list. What they have done is kept.
     *
     * @param shown as for {@link #move}
     * @param reason as for {@link #move}
     * @throws Invalid naming {@code why}
     * @throws Conflict if the list has others than were shown, or is too long
     */
    public Outcome withdraw(MemberFilter people, long shown, String reason) {
        var why = Placing.reason(reason);
        var locked = lock(people, shown, null);
        var go = locked.members().stream().filter(Membership::mayWithdraw).toList();
        go.forEach(Membership::withdraw);
        finish(locked, go, MemberEvent.Kind.WITHDRAWN, why, "membership.withdrawn");
        return new Outcome(go.size(), 0, locked.members().size() - go.size(), 0);
    }

    private ProgrammeOutline programme(MemberFilter people) {
        if (people.programme() == null) {
            throw new Conflict("programme.choose-programme");
        }
        return programmes.bySlug(people.programme());
    }

    /** Their cohorts first, then they themselves, as every other change does. */
    private Locked lock(MemberFilter people, long shown, Long target) {
        var programme = programme(people);
        var codes = count(people) > MOST ? null : members.codes(people, MemberOrder.NAME);
        if (codes == null) {
            throw new Conflict("programme.too-many-at-once", MOST);
        }
        if (codes.size() != shown) {
            throw new Conflict("programme.list-changed", codes.size());
        }
        var caller = access.callerId();
        var cohorts = new ArrayList<Long>();
        memberships.seen(codes, caller).forEach(each -> cohorts.add(each.cohortId()));
        cohorts.add(target);
        var rooms = places.lock(cohorts);
        var locked = memberships.lock(codes, caller);
        if (locked.stream().anyMatch(each -> each.cohortId() != null && !rooms.containsKey(each.cohortId()))) {
            throw new Conflict("programme.moved-meanwhile");
        }
        return new Locked(programme, locked, rooms);
    }

    private void finish(Locked locked, List<Membership> done, MemberEvent.Kind kind, String why, String act) {
        if (done.isEmpty()) {
            return;
        }
        memberships.flush();
        history.append(kind, done.stream().map(Membership::id).toList(), why, access.callerId());
        done.forEach(each -> audit.record(act, each.code().toString(), locked.programme().id(), Map.of()));
        entrance.fill(locked.programme(), locked.rooms().keySet());
    }
}
