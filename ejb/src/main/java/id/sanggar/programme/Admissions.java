package id.sanggar.programme;

import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Residences;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;

/** People apply to a programme; its managers admit or reject them, one or many at once. */
@Stateless
public class Admissions {

    private static final int LONGEST_REASON = 400;
    private static final int FEW = 3;

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
    private Businesses businesses;

    @Inject
    private Residences residences;

    @Inject
    private Places places;

    @Inject
    private Entrance entrance;

    @Inject
    private MemberHistory history;

    @Inject
    private Event<MembershipRejected> rejected;

    /**
     * What a decision about many did.
     *
     * @param decided applications it decided
     * @param left those it left as they were, because somebody had decided them before or the caller may not
     * @param waitlisted of those it decided, how many have to wait for a place
     */
    public record Decision(int decided, int left, int waitlisted) {
    }

    /**
     * @return the public code of the membership, which waits for a decision or, where the programme is open, is active
     *     or waits for a place
     * @throws NotFound if there is no such programme
     * @throws Invalid naming {@code business}, {@code product}, {@code cohort} or {@code residence}
     * @throws Conflict if the person has applied already, or may not
     */
    @RolesAllowed(Role.IS_LEARNER)
    public UUID apply(String programmeSlug, Application application) {
        var programme = programmes.bySlug(programmeSlug);
        var applicant = access.callerId();
        var now = clock.instant();
        var wanted = wanted(programme, application.cohort());
        var rooms = programme.admission() == Admission.OPEN
                ? places.lock(wanted.map(ProgrammeOutline.Cohort::id).stream().toList())
                : Map.<Long, Places.Room>of();
        var membership = memberships.lock(applicant, programme.id())
                .orElseGet(() -> new Membership(programme.id(), applicant));
        if (!membership.mayApply()) {
            throw new Conflict(membership.isWaiting() ? "programme.already-applied" : "programme.already-member",
                    programme.title());
        }
        programme.refusal(memberships.genderOf(applicant), now).ifPresent(refusal -> {
            throw new Conflict(refusal.key(), refusal.arguments().toArray());
        });
        if (application.residence() != null) {
            residences.put(applicant, residences.find(application.residence()));
        }
        check(application, wanted, applicant);
        var returns = membership.state() == Membership.State.WITHDRAWN && membership.id() != null;
        membership.apply(wanted.map(ProgrammeOutline.Cohort::id).orElse(null), now);
        try {
            memberships.add(membership);
            memberships.flush();
        } catch (ConstraintViolationException twice) {
            throw new Conflict("programme.already-applied", programme.title());
        }
        businesses.tell(membership.id(), application.business(), application.product());
        if (returns) {
            history.append(MemberEvent.Kind.RETURNED, List.of(membership.id()), null, applicant);
        }
        if (programme.admission() == Admission.OPEN) {
            entrance.enter(programme, List.of(membership), null, rooms);
        }
        return membership.code();
    }

    private Optional<ProgrammeOutline.Cohort> wanted(ProgrammeOutline programme, String cohortSlug) {
        return programme.openCohorts(clock.instant()).stream()
                .filter(cohort -> cohort.slug().equals(cohortSlug))
                .findFirst();
    }

    private void check(Application application, Optional<ProgrammeOutline.Cohort> wanted, long applicant) {
        var wrong = new LinkedHashMap<String, Message>();
        tooLong(application.business()).ifPresent(message -> wrong.put("business", message));
        tooLong(application.product()).ifPresent(message -> wrong.put("product", message));
        if (application.cohort() != null && wanted.isEmpty()) {
            wrong.put("cohort", new Message("programme.cohort-unknown"));
        }
        wanted.filter(cohort -> !places.isFor(applicant, cohort.id())).ifPresent(cohort -> {
            if (!cohort.openTo().residentsOf().isEmpty() && residences.of(applicant).isEmpty()) {
                wrong.put(Residences.FIELD, new Message("programme.residence-needed", cohort.title()));
            } else {
                wrong.put("cohort", new Message("programme.cohort-for-others", cohort.title()));
            }
        });
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
    }

    private static Optional<Message> tooLong(String text) {
        return text == null || text.length() <= Application.LONGEST
                ? Optional.empty()
                : Optional.of(new Message("programme.too-long", Application.LONGEST));
    }

    /**
     * Accepts every applicant of these who still waits, all or none. They enter the first stage and, as others observe
     * {@link MembersAdmitted}, the programme's courses; those for whom their cohort has no room, its waiting list.
     *
     * @param codes of memberships
     * @throws NotFound if the caller manages none of them
     * @throws Conflict if a cohort does not take one of them in, or one was moved at the same moment
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public Decision approve(Set<UUID> codes) {
        var rooms = places.lock(memberships.seen(codes, access.callerId()).stream()
                .map(Memberships.Seen::cohortId)
                .toList());
        var waiting = waiting(codes);
        if (waiting.stream().anyMatch(each -> each.cohortId() != null && !rooms.containsKey(each.cohortId()))) {
            throw new Conflict("programme.moved-meanwhile");
        }
        requireWanted(waiting);
        var left = new int[1];
        waiting.stream().collect(Collectors.groupingBy(Membership::programmeId)).forEach((programmeId, applicants) ->
                left[0] += entrance.enter(programmes.byId(programmeId), applicants, access.callerId(), rooms));
        return new Decision(waiting.size(), codes.size() - waiting.size(), left[0]);
    }

    private void requireWanted(List<Membership> applicants) {
        var strangers = places.strangers(applicants.stream().map(Membership::id).toList());
        if (!strangers.isEmpty()) {
            throw new Conflict("programme.strangers", strangers.size(),
                    strangers.stream().limit(FEW).collect(Collectors.joining(", ")));
        }
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
        return new Decision(waiting.size(), codes.size() - waiting.size(), 0);
    }

    private List<Membership> waiting(Collection<UUID> codes) {
        var managed = memberships.lock(codes, access.callerId());
        if (managed.isEmpty()) {
            throw new NotFound("memberships to decide");
        }
        return managed.stream().filter(Membership::isWaiting).toList();
    }
}
