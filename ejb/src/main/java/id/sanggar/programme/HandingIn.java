package id.sanggar.programme;

import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.media.PaperFile;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** A member hands in what shows that she meets a requirement. It counts when a manager has confirmed it. */
@Stateless
@RolesAllowed(Role.IS_LEARNER)
public class HandingIn {

    /** Things a member may hand in for one requirement in all. */
    private static final int MOST = 20;

    private static final int LONGEST_NOTE = 400;

    @Inject
    private HandedIn evidence;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * What she sends.
     *
     * @param number as typed; empty or null without one
     * @param note empty or null without one
     * @param fileName as her device calls it
     * @param file empty or null without one
     */
    public record Sent(String number, String note, String fileName, byte[] file) {
    }

    /**
     * Takes it, in the place of what was handed in for the requirement before and nobody has looked at.
     *
     * @param membership the caller's own
     * @throws NotFound if she is not on her way in such a membership, or nothing is handed in for the requirement
     * @throws Conflict if a manager has confirmed it already, or too much was handed in
     * @throws Invalid naming {@code number}, {@code note} or {@code file} if something is missing or wrong
     */
    public UUID handIn(UUID membership, String requirementSlug, Sent sent) {
        var mine = evidence.lockMine(membership, access.callerId())
                .orElseThrow(() -> new NotFound("membership " + membership));
        var requirement = programmes.byId(mine.programmeId()).confirmable(requirementSlug);
        if (requirement.kind() != RequirementKind.EVIDENCE) {
            throw new NotFound("evidence for " + requirementSlug);
        }
        if (evidence.isConfirmed(mine.membershipId(), requirement.id())) {
            throw new Conflict("programme.evidence-confirmed", requirement.title());
        }
        if (evidence.count(mine.membershipId(), requirement.id()) >= MOST) {
            throw new Conflict("programme.evidence-enough", MOST);
        }
        var note = sent.note() == null || sent.note().isBlank() ? null : sent.note().strip();
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Invalid.of("note", "programme.too-long", LONGEST_NOTE);
        }
        var code = evidence.add(mine.membershipId(), requirement.id(), number(requirement, sent.number()), note,
                file(requirement, sent), clock.instant());
        audit.record("evidence.handed-in", membership.toString(), mine.programmeId(),
                Map.of("requirement", requirementSlug));
        return code;
    }

    private static String number(ProgrammeOutline.Requirement requirement, String typed) {
        var form = requirement.form();
        if (!form.asksForNumber()) {
            return null;
        }
        if (typed == null || typed.isBlank()) {
            throw Invalid.of("number", "programme.number-needed", requirement.title());
        }
        return form.number(typed).orElseThrow(() -> Invalid.of("number", "programme.no-" + form, typed.strip()));
    }

    private static PaperFile file(ProgrammeOutline.Requirement requirement, Sent sent) {
        if (sent.file() == null || sent.file().length == 0) {
            if (!requirement.form().asksForNumber()) {
                throw Invalid.of("file", "programme.file-needed", requirement.title());
            }
            return null;
        }
        return PaperFile.of(sent.fileName() == null ? "" : sent.fileName(), sent.file());
    }

    /**
     * A document that was handed in, for its member and her managers.
     *
     * @throws NotFound if there is none that the caller may see
     */
    public PaperFile file(UUID code) {
        return evidence.file(code, access.callerId()).orElseThrow(() -> new NotFound("evidence " + code));
    }
}
