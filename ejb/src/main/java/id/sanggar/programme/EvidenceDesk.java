package id.sanggar.programme;

import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A manager looks at what members handed in, and confirms or refuses it. */
@Stateless
@RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
public class EvidenceDesk {

    private static final int ROWS = 25;
    private static final int LONGEST_REASON = 400;

    @Inject
    private HandedIn evidence;

    @Inject
    private Memberships memberships;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<RequirementConfirmed> confirmed;

    @Inject
    private Event<EvidenceDecided> decided;

    /**
     * What waits, of the members the caller manages; what waits longest first.
     *
     * @param programmeSlug null for all
     * @throws NotFound if there is no such programme
     */
    public Page<EvidenceRow> queue(String programmeSlug, int page) {
        return evidence.queue(programmeSlug == null ? null : programmes.bySlug(programmeSlug).id(), access.callerId(),
                page, ROWS);
    }

    /** How much waits for the caller. */
    public int waiting() {
        return evidence.waiting(access.callerId());
    }

    /** Programmes in which anything is handed in, of those the caller manages. */
    public List<ProgrammeOutline> programmes() {
        var managed = memberships.programmesManagedBy(access.callerId());
        return programmes.all().stream()
                .filter(programme -> managed.contains(programme.id()))
                .filter(programme -> programme.stages().stream().flatMap(stage -> stage.leaves().stream())
                        .anyMatch(requirement -> requirement.kind() == RequirementKind.EVIDENCE))
                .toList();
    }

    /** @throws NotFound if there is none of a member the caller manages */
    public EvidenceRow item(UUID code) {
        return evidence.find(code, access.callerId()).orElseThrow(() -> new NotFound("evidence " + code));
    }

    /**
     * Who else handed in the same, as far as the caller may know.
     *
     * @throws NotFound as {@link #item}
     */
    public EvidenceTwins twins(UUID code) {
        item(code);
        return evidence.twins(code, access.callerId());
    }

    /** What the caller may look at after this one. */
    public Optional<UUID> next(UUID after) {
        return evidence.next(after, access.callerId());
    }

    /**
     * It is so: the requirement is met, and the member goes on if it was the last.
     *
     * @throws NotFound if there is none of a member the caller manages
     * @throws Conflict if somebody has decided, the member has handed in something else, or it is the caller's own
     */
    public void confirm(UUID code) {
        var waiting = lock(code);
        var now = clock.instant();
        evidence.decide(waiting.id(), EvidenceItem.State.CONFIRMED, access.callerId(), null, now);
        memberships.confirm(waiting.membershipId(), waiting.requirementId(), waiting.id(), access.callerId(), now);
        leaf(waiting).ifPresent(leaf -> evidence.note(waiting.membershipId(), leaf.form(), waiting.number()));
        audit.record("evidence.confirmed", waiting.membership().toString(), waiting.programmeId(), detail(waiting));
        confirmed.fire(new RequirementConfirmed(waiting.requirementId(), waiting.programmeId(),
                List.of(waiting.membershipId())));
        decided.fire(new EvidenceDecided(waiting.id(), true));
    }

    /**
     * It does not show what it should; she may hand in something else.
     *
     * @param reason as the member will read it, up to 400 characters
     * @throws NotFound if there is none of a member the caller manages
     * @throws Conflict if somebody has decided, the member has handed in something else, or it is the caller's own
     * @throws Invalid naming {@code reason} if it is missing or too long
     */
    public void refuse(UUID code, String reason) {
        if (reason == null || reason.isBlank()) {
            throw Invalid.of("reason", "programme.refusal-reason-needed");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw Invalid.of("reason", "programme.too-long", LONGEST_REASON);
        }
        var waiting = lock(code);
        evidence.decide(waiting.id(), EvidenceItem.State.REFUSED, access.callerId(), reason.strip(), clock.instant());
        audit.record("evidence.refused", waiting.membership().toString(), waiting.programmeId(), detail(waiting));
        decided.fire(new EvidenceDecided(waiting.id(), false));
    }

    private HandedIn.Waiting lock(UUID code) {
        var caller = access.callerId();
        evidence.find(code, caller).orElseThrow(() -> new NotFound("evidence " + code));
        var waiting = evidence.lock(code, caller).orElseThrow(() -> new Conflict("programme.evidence-decided"));
        if (waiting.accountId() == caller) {
            throw new Conflict("programme.evidence-own");
        }
        return waiting;
    }

    private Optional<ProgrammeOutline.Requirement> leaf(HandedIn.Waiting waiting) {
        return programmes.byId(waiting.programmeId()).stages().stream()
                .flatMap(stage -> stage.leaves().stream())
                .filter(leaf -> leaf.id() == waiting.requirementId())
                .findFirst();
    }

    private Map<String, String> detail(HandedIn.Waiting waiting) {
        return leaf(waiting).map(leaf -> Map.of("requirement", leaf.slug())).orElse(Map.of());
    }
}
