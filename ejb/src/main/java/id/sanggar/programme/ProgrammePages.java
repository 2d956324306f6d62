package id.sanggar.programme;

import id.sanggar.identity.Access;
import id.sanggar.identity.Account;
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
                .map(person -> new ProgrammePage(programme, person.membership(),
                        programme.refusal(person.gender(), now).orElse(null), cohorts))
                .orElseGet(() -> new ProgrammePage(programme, null, programme.refusal(now).orElse(null), cohorts));
    }

    private List<ProgrammePage.Room> rooms(List<ProgrammeOutline.Cohort> cohorts) {
        var limited = cohorts.stream()
                .filter(cohort -> cohort.capacity() != null)
                .map(ProgrammeOutline.Cohort::id)
                .toList();
        var members = limited.isEmpty() ? Map.<Long, Integer>of() : memberships.countMembers(limited);
        return cohorts.stream()
                .map(cohort -> new ProgrammePage.Room(cohort, cohort.capacity() == null
                        ? null
                        : cohort.capacity() - members.getOrDefault(cohort.id(), 0)))
                .toList();
    }

    /** Someone who may want to join a programme. */
    record Person(Account.Gender gender, ProgrammePage.Mine membership) {
    }
}
