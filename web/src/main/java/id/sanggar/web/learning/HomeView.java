package id.sanggar.web.learning;

import id.sanggar.learning.Journey;
import id.sanggar.learning.LearnerHome;
import id.sanggar.learning.LearnerHome.NextStep;
import id.sanggar.learning.Studying;
import id.sanggar.programme.Membership;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Where a learner begins: one thing to do next, how far she has come, her courses. */
@Named
@RequestScoped
public class HomeView {

    @Inject
    private Studying studying;

    private LearnerHome home;

    public LearnerHome getHome() {
        if (home == null) {
            home = studying.home();
        }
        return home;
    }

    /** Null if nothing is left to do, or nothing was begun. */
    public NextStep getNext() {
        return getHome().next().orElse(null);
    }

    /** What she waits for, where everything that is left is locked still; null where it is not so. */
    public NextStep getWaiting() {
        return getHome().waiting().orElse(null);
    }

    /** Programmes she is on the way through, or has been all the way. */
    public List<Journey> getJourneys() {
        return in(Membership.State.ACTIVE, Membership.State.COMPLETED);
    }

    /** Applications that were not accepted, or not yet, or wait for a place. */
    public List<Journey> getApplications() {
        return in(Membership.State.WAITLISTED, Membership.State.APPLIED, Membership.State.REJECTED);
    }

    private List<Journey> in(Membership.State... states) {
        return getHome().journeys().stream()
                .filter(journey -> List.of(states).contains(journey.state()))
                .toList();
    }
}
