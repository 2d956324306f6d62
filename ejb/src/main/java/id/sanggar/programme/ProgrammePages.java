package id.sanggar.programme;

import id.sanggar.identity.Access;
import id.sanggar.identity.Account;
import id.sanggar.identity.Residences;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Programmes for whoever looks at them, signed in or not. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ProgrammePages {

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Memberships memberships;

    @Inject
    private Places places;

    @Inject
    private Residences residences;

    @Inject
    private Access access;

    @Inject
    private Clock clock;

    /** Every programme that can be applied to, or will be. */
    @PermitAll
    public List<ProgrammeOutline> current() {
        var now = clock.instant();
        return programmes.all().stream()
                .filter(programme -> programme.ends() == null || !programme.ends().isBefore(programme.day(now)))
                .toList();
    }

    /** @throws NotFound if there is no such programme */
    @PermitAll
    public ProgrammePage page(String programmeSlug) {
        var programme = programmes.bySlug(programmeSlug);
        var now = clock.instant();
        var cohorts = rooms(programme.openCohorts(now));
        return access.caller()
                .map(caller -> memberships.applicant(caller, programme))
                .map(person -> new ProgrammePage(programme, mine(person.membership(), programme),
                        programme.refusal(person.gender(), now).orElse(null), cohorts, residence(cohorts)))
                .orElseGet(() -> new ProgrammePage(programme, null, programme.refusal(now).orElse(null), cohorts, ""));
    }

    /** Where the caller lives, which is looked up only where a cohort asks for it. */
    private String residence(List<ProgrammePage.Room> cohorts) {
        return cohorts.stream().allMatch(room -> room.cohort().openTo().residentsOf().isEmpty()) ? ""
                : residences.of(access.callerId()).map(residences::inWords).orElse("");
    }

    private ProgrammePage.Mine mine(Membership membership, ProgrammeOutline programme) {
        return membership == null ? null : membership.asSeenByMember(programme,
                membership.isOnWaitingList() ? places.before(membership.id()) + 1 : null);
    }

    private List<ProgrammePage.Room> rooms(List<ProgrammeOutline.Cohort> cohorts) {
        var left = cohorts.isEmpty() ? Map.<Long, Integer>of()
                : places.left(cohorts.stream().map(ProgrammeOutline.Cohort::id).toArray(Long[]::new));
        return cohorts.stream()
                .map(cohort -> new ProgrammePage.Room(cohort, left.get(cohort.id())))
                .toList();
    }

    /** Someone who may want to join a programme. */
    record Person(Account.Gender gender, Membership membership) {
    }
}
