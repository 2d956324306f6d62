package id.sanggar.programme;

import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.Message;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;

/** People apply to a programme; its managers admit or reject them, one or many at once. */
@Stateless
public class Admissions {

    private static final int LONGEST_REASON = 400;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Memberships memberships;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<MembersAdmitted> admitted;

    @Inject
    private Event<MembershipRejected> rejected;

    /**
     * What a decision about many did.
     *
     * @param decided applications it decided
     * @param left those it left as they were, because somebody had decided them before or the caller may not
     */
    public record Decision(int decided, int left) {
    }

    /**
     * @return the public code of the membership, which waits for a decision or, where the programme is open, is active
     * @throws NotFound if there is no such programme
     * @throws Invalid naming {@code business}, {@code product} or {@code cohort}
     * @throws Conflict if the person has applied already, or may not
     */
    @RolesAllowed(Role.IS_LEARNER)
    public UUID apply(String programmeSlug, Application application) {
        var programme = programmes.bySlug(programmeSlug);
        var applicant = access.callerId();
        var now = clock.instant();
        var membership = memberships.lock(applicant, programme.id())
                .orElseGet(() -> new Membership(programme.id(), applicant));
        if (!membership.mayApply()) {
            throw new Conflict(membership.isWaiting() ? "programme.already-applied" : "programme.already-member",
                    programme.title());
        }
        programme.refusal(memberships.genderOf(applicant), now).ifPresent(refusal -> {
            throw new Conflict(refusal.key(), refusal.arguments().toArray());
        });
        var cohort = cohort(programme, application);
        membership.apply(application.business(), application.product(), cohort, now);
        try {
            memberships.add(membership);
            memberships.flush();
        } catch (ConstraintViolationException twice) {
            throw new Conflict("programme.already-applied", programme.title());
        }
        if (programme.admission() == Admission.OPEN) {
            admit(programme, List.of(membership), null);
        }
        return membership.code();
    }

    private Long cohort(ProgrammeOutline programme, Application application) {
        var wrong = new LinkedHashMap<String, Message>();
        tooLong(application.business()).ifPresent(message -> wrong.put("business", message));
        tooLong(application.product()).ifPresent(message -> wrong.put("product", message));
        var open = programme.openCohorts(clock.instant());
        var wanted = open.stream().filter(cohort -> cohort.slug().equals(application.cohort())).findFirst();
        if (application.cohort() != null && wanted.isEmpty()) {
            wrong.put("cohort", new Message("programme.cohort-unknown"));
        }
        wanted.filter(cohort -> cohort.capacity() != null)
                .filter(cohort -> memberships.countMembers(Set.of(cohort.id())).getOrDefault(cohort.id(), 0)
                        >= cohort.capacity())
                .ifPresent(full -> wrong.put("cohort", new Message("programme.cohort-full", full.title())));
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        return wanted.map(ProgrammeOutline.Cohort::id).orElse(null);
    }

    private static Optional<Message> tooLong(String text) {
        return text == null || text.length() <= Application.LONGEST
                ? Optional.empty()
                : Optional.of(new Message("programme.too-long", Application.LONGEST));
    }

    /**
     * Admits every applicant of these who still waits, all or none. They enter the first stage and, as others observe
     * {@link MembersAdmitted}, the programme's courses.
     *
     * @param codes of memberships
     * @throws NotFound if the caller manages none of them
     * @throws Conflict if a cohort would get more members than it has room for
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public Decision approve(Set<UUID> codes) {
        var waiting = waiting(codes);
        waiting.stream().collect(Collectors.groupingBy(Membership::programmeId)).forEach((programmeId, applicants) ->
                admit(programmes.byId(programmeId), applicants, access.callerId()));
        return new Decision(waiting.size(), codes.size() - waiting.size());
    }

    private void admit(ProgrammeOutline programme, List<Membership> applicants, Long manager) {
        requireRoom(programme, applicants);
        var now = clock.instant();
        var first = programme.firstStage().id();
        applicants.forEach(applicant -> applicant.admit(manager, first, now));
        memberships.flush();
        var ids = applicants.stream().map(Membership::id).toList();
        memberships.enter(ids, first, now);
        applicants.forEach(applicant -> audit.record("membership.approved", applicant.code().toString(),
                programme.id(), Map.of()));
        admitted.fire(new MembersAdmitted(programme.id(), ids,
                applicants.stream().map(Membership::accountId).toList()));
    }

    private void requireRoom(ProgrammeOutline programme, List<Membership> applicants) {
        var coming = applicants.stream()
                .map(Membership::cohortId)
                .filter(Objects::nonNull)
                .filter(cohort -> programme.cohort(cohort).capacity() != null)
                .collect(Collectors.groupingBy(cohort -> cohort, Collectors.summingInt(cohort -> 1)));
        if (coming.isEmpty()) {
            return;
        }
        var there = memberships.lockAndCountMembers(coming.keySet());
        coming.forEach((cohortId, newcomers) -> {
            var cohort = programme.cohort(cohortId);
            var room = cohort.capacity() - there.getOrDefault(cohortId, 0);
            if (newcomers > room) {
                throw new Conflict("programme.no-room", cohort.title(), Math.max(room, 0), newcomers);
            }
        });
    }

    /**
     * Rejects every applicant of these who still waits.
     *
     * @param codes of memberships
     * @param reason as the applicants will read it, up to 400 characters
     * @throws NotFound if the caller manages none of them
     * @throws Invalid naming {@code reason} if it is missing or too long
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public Decision reject(Set<UUID> codes, String reason) {
        if (reason == null || reason.isBlank()) {
            throw Invalid.of("reason", "programme.reason-needed");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw Invalid.of("reason", "programme.too-long", LONGEST_REASON);
        }
        var waiting = waiting(codes);
        var now = clock.instant();
        waiting.forEach(applicant -> applicant.reject(access.callerId(), reason.strip(), now));
        waiting.forEach(applicant -> audit.record("membership.rejected", applicant.code().toString(),
                applicant.programmeId(), Map.of()));
        waiting.forEach(applicant -> rejected.fire(
                new MembershipRejected(applicant.id(), applicant.accountId(), applicant.programmeId())));
        return new Decision(waiting.size(), codes.size() - waiting.size());
    }

    private List<Membership> waiting(Collection<UUID> codes) {
        var managed = memberships.lock(codes, access.callerId());
        if (managed.isEmpty()) {
            throw new NotFound("memberships to decide");
        }
        return managed.stream().filter(Membership::isWaiting).toList();
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
        var membership = memberships.lock(access.callerId(), programme.id())
                .orElseThrow(() -> new NotFound("membership in " + programmeSlug));
        if (!membership.mayWithdraw()) {
            throw new Conflict("programme.cannot-withdraw", programme.title());
        }
        membership.withdraw();
        audit.record("membership.withdrawn", membership.code().toString(), programme.id(), Map.of());
    }
}
