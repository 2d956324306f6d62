package id.sanggar.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;

/** For rooms above that take memberships away: the places that become free by it go to who waits for them longest. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class FreedPlaces {

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Places places;

    @Inject
    private Entrance entrance;

    /** Locks these cohorts until the transaction ends; to be called before a membership of theirs is locked. */
    public void hold(Collection<Long> cohortIds) {
        places.lock(cohortIds);
    }

    /** Gives away what is free in these cohorts of a programme. */
    public void giveAway(long programmeId, Collection<Long> cohortIds) {
        if (!cohortIds.isEmpty()) {
            entrance.fill(programmes.byId(programmeId), cohortIds);
        }
    }
}
