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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Where a member is: she is moved to another cohort or partner, withdraws or is withdrawn, and comes back. A place that
 * becomes free by it goes to who waits for it longest, in the same transaction; and all of it stays written down.
 */
@Stateless
public class Placing {

    private static final int LONGEST_REASON = 400;
    private static final int FEW = 100;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Memberships memberships;

    @Inject
    private Places places;

    @Inject
    private Entrance entrance;

    @Inject
    private MemberHistory history;

    @Inject
    private WhereaboutsReading reading;

    @Inject
    private Organisations organisations;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * Where a member is to be.
     *
     * @param cohort slug; null for none
     * @param partner slug of the organisation that serves her; null for none
     */
    public record Place(String cohort, String partner) {
    }

    /**
     * Moves a member or applicant. Who waited for a place waits at the end of the new cohort's list, if it has one.
     *
     * @param reason up to 400 characters; stays in her history for good
     * @throws NotFound if there is no such membership, cohort or partner, or the caller does not manage the member
     * @throws NotAllowed if the partner is another one and the caller does not manage the whole programme
     * @throws Invalid naming {@code why} or {@code cohort}
     * @throws Conflict if the membership has ended
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void move(UUID code, Place to, String reason) {
        var why = reason(reason);
        var seen = seen(code);
        var programme = programmes.byId(seen.programmeId());
        var cohort = to.cohort() == null ? null : programme.cohort(to.cohort());
        var partner = to.partner() == null ? null : organisations.bySlug(to.partner()).id();
        change(seen, cohort == null ? null : cohort.id(), (member, rooms) -> {
            if (!member.mayMove()) {
                throw new Conflict("programme.cannot-move");
            }
            if (!Objects.equals(partner, member.organisationId())) {
                access.requireManagerOfAll(programme.id());
            }
            var goes = !Objects.equals(cohort == null ? null : cohort.id(), member.cohortId());
            if (!goes && Objects.equals(partner, member.organisationId())) {
                throw Invalid.of("cohort", "programme.moves-nowhere");
            }
            if (goes) {
                requireTaken(member, cohort, rooms);
            }
            member.moveTo(cohort == null ? null : cohort.id(), partner, clock.instant());
            memberships.flush();
            history.append(MemberEvent.Kind.TRANSFERRED, List.of(member.id()), why, access.callerId());
            audit.record("membership.moved", code.toString(), programme.id(), Map.of());
        });
    }

    /** @param cohort null for none */
    private void requireTaken(Membership member, ProgrammeOutline.Cohort cohort, Map<Long, Places.Room> rooms) {
        if (cohort == null) {
            if (member.isOnWaitingList()) {
                throw Invalid.of("cohort", "programme.waits-for-cohort");
            }
            return;
        }
        if (!places.isFor(member.accountId(), cohort.id())) {
            throw Invalid.of("cohort", "programme.cohort-for-others", cohort.title());
        }
        if (member.takesPlace() && rooms.get(cohort.id()).left() == 0) {
            throw Invalid.of("cohort", "programme.cohort-full", cohort.title());
        }
    }

    /**
     * Ends a membership or an application for the person. What she has done is kept.
     *
     * @param reason as for {@link #move}
     * @throws NotFound if there is no such membership or the caller does not manage it
     * @throws Invalid naming {@code why}
     * @throws Conflict if it was rejected, is completed or withdrawn already
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void withdraw(UUID code, String reason) {
        withdraw(seen(code), reason(reason));
    }

    /**
     * Takes back the caller's own application, or ends her membership. What she has done is kept.
     *
     * @throws NotFound if she has none in the programme
     * @throws Conflict if it was rejected, is completed or withdrawn already
     */
    @RolesAllowed(Role.IS_LEARNER)
    public void withdraw(String programmeSlug) {
        var programme = programmes.bySlug(programmeSlug);
        withdraw(memberships.seen(access.callerId(), programme.id())
                .orElseThrow(() -> new NotFound("membership in " + programmeSlug)), null);
    }

    private void withdraw(Memberships.Seen seen, String reason) {
        change(seen, null, (member, rooms) -> {
            var programme = programmes.byId(member.programmeId());
            if (!member.mayWithdraw()) {
                throw new Conflict("programme.cannot-withdraw", programme.title());
            }
            member.withdraw();
            memberships.flush();
            history.append(MemberEvent.Kind.WITHDRAWN, List.of(member.id()), reason, access.callerId());
            audit.record("membership.withdrawn", member.code().toString(), programme.id(), Map.of());
        });
    }

    /**
     * Lets a member go on who had withdrawn or been withdrawn on the way: where she stood, with all she had done. Where
     * the cohort is full she waits for a place first.
     *
     * @param cohortSlug null for none
     * @param reason as for {@link #move}
     * @throws NotFound as for {@link #move}
     * @throws Invalid naming {@code why} or {@code cohort}
     * @throws Conflict if she was never admitted or has not withdrawn
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void takeBack(UUID code, String cohortSlug, String reason) {
        var why = reason(reason);
        var seen = seen(code);
        var programme = programmes.byId(seen.programmeId());
        var cohort = cohortSlug == null ? null : programme.cohort(cohortSlug);
        change(seen, cohort == null ? null : cohort.id(), (member, rooms) -> {
            if (!member.mayReturn()) {
                throw new Conflict("programme.cannot-return");
            }
            if (cohort != null && !places.isFor(member.accountId(), cohort.id())) {
                throw Invalid.of("cohort", "programme.cohort-for-others", cohort.title());
            }
            var now = clock.instant();
            member.goOn(cohort == null ? null : cohort.id(), cohort == null || rooms.get(cohort.id()).left() > 0, now);
            memberships.flush();
            history.append(MemberEvent.Kind.RETURNED, List.of(member.id()), why, access.callerId());
            audit.record("membership.returned", code.toString(), programme.id(), Map.of());
            if (member.isOnWaitingList()) {
                entrance.putOnList(programme, List.of(member), access.callerId());
            } else {
                entrance.letIn(programme, List.of(member), now);
            }
        });
    }

    /**
     * Gives away what places of a programme's cohorts are free, as after its file made more of them.
     *
     * @return how many got one
     */
    @RolesAllowed(Role.IS_ADMIN)
    public int fill(String programmeSlug) {
        var programme = programmes.bySlug(programmeSlug);
        return entrance.fill(programme, places.waitedFor(programme.id()));
    }

    /** @throws NotFound if there is no such membership or the caller does not manage it */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public Whereabouts whereabouts(UUID code) {
        var seen = seen(code);
        var programme = programmes.byId(seen.programmeId(), seen.cohortId());
        return reading.of(seen.id(), programme, access.managesAll(programme.id()), access.callerId());
    }

    /** Whether the caller manages the programme with all its members. */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public boolean managesAll(String programmeSlug) {
        return access.managesAll(programmes.bySlug(programmeSlug).id());
    }

    private Memberships.Seen seen(UUID code) {
        return memberships.seen(List.of(code), access.callerId()).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("membership " + code));
    }

    /**
     * Changes a membership, and gives away the place that may become free by it. Cohorts are locked first, then this
     * membership together with those who may get the place.
     *
     * @param target cohort to be locked too; null for none
     */
    private void change(Memberships.Seen seen, Long target, BiConsumer<Membership, Map<Long, Places.Room>> act) {
        var rooms = places.lock(Arrays.asList(seen.cohortId(), target));
        var ids = new ArrayList<>(List.of(seen.id()));
        if (seen.cohortId() != null) {
            ids.addAll(places.next(seen.cohortId(), Math.min(rooms.get(seen.cohortId()).left(), FEW) + 1));
        }
        var locked = memberships.lock(ids);
        var member = locked.stream().filter(each -> each.id() == seen.id()).findFirst().orElseThrow();
        if (!Objects.equals(member.cohortId(), seen.cohortId())) {
            throw new Conflict("programme.moved-meanwhile");
        }
        act.accept(member, rooms);
        entrance.promote(programmes.byId(seen.programmeId()), locked);
    }

    /** @throws Invalid naming {@code why} if it is missing or too long */
    static String reason(String text) {
        if (text == null || text.isBlank()) {
            throw Invalid.of("why", "programme.move-reason-needed");
        }
        if (text.strip().length() > LONGEST_REASON) {
            throw Invalid.of("why", "programme.too-long", LONGEST_REASON);
        }
        return text.strip();
    }
}
