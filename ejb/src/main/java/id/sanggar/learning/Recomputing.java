package id.sanggar.learning;

import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.learning.Recomputation.Cause;
import id.sanggar.learning.Recomputation.Losses;
import id.sanggar.learning.Recomputation.State;
import id.sanggar.programme.Journeys;
import id.sanggar.programme.JudgingRules;
import id.sanggar.programme.MemberRecords;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A manager lets a programme be measured anew, sees who would gain and who would lose, and decides. */
@Stateless
@RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
public class Recomputing {

    private static final int ROWS = 25;
    private static final int LONGEST_REASON = 400;

    @Inject
    private Recomputations recomputations;

    @Inject
    private RecomputationSteps steps;

    @Inject
    private Journeys journeys;

    @Inject
    private JudgingRules rules;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private MemberRecords records;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Of programmes that the caller manages with all their members; what waits for her first. */
    public Page<Recomputation> list(int page) {
        return recomputations.list(access.callerId(), page, ROWS);
    }

    /** How many wait for the caller. */
    public int waiting() {
        return recomputations.waiting(access.callerId());
    }

    /** Programmes that the caller may have measured anew. */
    public List<ProgrammeOutline> programmes() {
        return programmes.all().stream().filter(programme -> access.managesAll(programme.id())).toList();
    }

    /** @throws NotFound if there is none of a programme that the caller manages with all its members */
    public Recomputation find(UUID code) {
        return recomputations.find(code, access.callerId())
                .orElseThrow(() -> new NotFound("recomputation " + code));
    }

    /** The differences it found, counted by case. */
    public List<Recomputation.Group> groups(UUID code) {
        return recomputations.groups(code, rules.described(find(code).programme().id()));
    }

    /** @param gain whether to list those who gain, or those who lose; null for both */
    public Page<Recomputation.Item> items(UUID code, Boolean gain, int page) {
        return recomputations.items(code, rules.described(find(code).programme().id()), gain, page, ROWS);
    }

    /**
     * Has all members of a programme measured anew, from the facts of what they did.
     *
     * @throws NotAllowed if the caller does not manage all its members
     * @throws Conflict if that is being done, or what was found waits
     */
    public UUID start(String programmeSlug) {
        var programme = programmes.bySlug(programmeSlug);
        access.requireManagerOfAll(programme.id());
        var begun = recomputations.begin(programme.id(), Cause.CHECK, rules.versionInForce(programme.id()),
                State.COUNTING, access.callerId(), clock.instant())
                .orElseThrow(() -> new Conflict("learning.recomputation-open"));
        audit.record("recomputation.started", programmeSlug, programme.id(), Map.of());
        return recomputations.code(begun);
    }

    /**
     * Counts again, because time has gone on.
     *
     * @throws NotFound if there is none of a programme that the caller manages with all its members
     * @throws Conflict if it does not wait, or is about corrections, which are counted one by one
     */
    public void recount(UUID code) {
        var work = lockWaiting(code);
        if (work.cause() == Cause.CORRECTION) {
            throw new Conflict("learning.recomputation-decided");
        }
        recomputations.countAnew(work.id(), clock.instant());
    }

    /**
     * Applies what was found. Rules are in force from this moment; members follow as soon as the server comes to them.
     * Nobody falls whom the list did not name, or deeper than it says.
     *
     * @param losses what becomes of those who would lose a stage
     * @param reason as it stands in the history of those it concerns, up to 400 characters
     * @throws NotFound if there is none of a programme that the caller manages with all its members
     * @throws Conflict if somebody has decided, or other rules were described meanwhile
     * @throws Invalid naming {@code losses} or {@code reason} if it is missing or too long
     */
    public void decide(UUID code, Losses losses, String reason) {
        require(losses, reason);
        rules.hold(find(code).programme().id());
        var work = lockWaiting(code);
        recomputations.decide(work.id(), losses, reason.strip(), access.callerId(), clock.instant());
        if (work.cause() == Cause.RULES) {
            rules.bringIntoForce(work.programmeId(), work.version());
        }
        audit.record("recomputation.decided", code.toString(), work.programmeId(),
                Map.of("cause", work.cause(), "losses", losses));
    }

    /**
     * Decides about one member of whom something confirmed was revoked, at once.
     *
     * @throws NotFound if the caller does not manage her
     * @throws Conflict if nothing waits
     * @throws Invalid naming {@code losses} or {@code reason} if it is missing or too long
     */
    public void decideOne(UUID membership, Losses losses, String reason) {
        require(losses, reason);
        var member = records.ofManaged(membership, access.callerId())
                .orElseThrow(() -> new NotFound("membership " + membership));
        journeys.lock(List.of(member.id()));
        var work = recomputations.open(member.programmeId(), Cause.CORRECTION)
                .filter(open -> open.state() == State.WAITING)
                .filter(open -> recomputations.listed(open.id(), List.of(member.id())).containsKey(member.id()))
                .orElseThrow(() -> new Conflict("learning.recomputation-decided"));
        steps.apply(work.decided(losses, access.callerId(), reason.strip()), List.of(member.id()));
        if (!recomputations.waits(work.id())) {
            recomputations.end(work.id(), State.DONE, clock.instant());
        }
        audit.record("correction.decided", membership.toString(), member.programmeId(), Map.of("losses", losses));
    }

    private static void require(Losses losses, String reason) {
        if (losses == null) {
            throw Invalid.of("losses", "learning.losses-needed");
        }
        if (reason == null || reason.isBlank()) {
            throw Invalid.of("reason", "learning.reason-needed");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw Invalid.of("reason", "learning.reason-too-long", LONGEST_REASON);
        }
    }

    private Recomputations.Work lockWaiting(UUID code) {
        find(code);
        return recomputations.lock(code).filter(work -> work.state() == State.WAITING)
                .orElseThrow(() -> new Conflict("learning.recomputation-decided"));
    }
}
