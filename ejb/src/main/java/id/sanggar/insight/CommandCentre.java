package id.sanggar.insight;

import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import id.sanggar.programme.Members;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;

/** Where programmes stand against their targets, for those who manage them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CommandCentre {

    @Inject
    private Members members;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private MemberCounts counts;

    @Inject
    private Access access;

    @Inject
    private Clock clock;

    /** Every programme the caller manages some or all members of, by slug. Two statements for any number of them. */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public List<ProgrammeFigures> overview() {
        var managed = members.programmes();
        var found = counts.byStage(managed.stream().map(ProgrammeOutline::id).toList(), access.callerId());
        return managed.stream().map(programme -> ProgrammeFigures.of(programme, found)).toList();
    }

    /**
     * One programme. Two statements.
     *
     * @throws NotFound if there is no such programme
     * @throws NotAllowed if the caller manages none of its members
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public ProgrammeFigures programme(String programmeSlug) {
        var programme = managed(programmeSlug);
        return ProgrammeFigures.of(programme, counts.byStage(List.of(programme.id()), access.callerId()));
    }

    /**
     * Whom one programme admitted in which month and year. Two statements.
     *
     * @throws NotFound if there is no such programme
     * @throws NotAllowed if the caller manages none of its members
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public AdmissionFigures admissions(String programmeSlug) {
        var programme = managed(programmeSlug);
        var thisMonth = YearMonth.from(programme.day(clock.instant()));
        return AdmissionFigures.of(programme, thisMonth,
                counts.byMonthOfAdmission(programme, thisMonth, access.callerId()));
    }

    private ProgrammeOutline managed(String programmeSlug) {
        var programme = programmes.bySlug(programmeSlug);
        access.requireManager(programme.id());
        return programme;
    }
}
