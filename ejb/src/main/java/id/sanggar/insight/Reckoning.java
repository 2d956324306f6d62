package id.sanggar.insight;

import id.sanggar.insight.population.Population;
import id.sanggar.programme.MemberFilter;
import id.sanggar.shared.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Reckons figures for whoever may see them, now: from the members in memory, and the names of things from the database.
 */
@ApplicationScoped
public class Reckoning {

    @Inject
    private Population population;

    @Inject
    private Naming naming;

    @Inject
    private Clock clock;

    public Funnel funnel(Sight sight, MemberFilter filter) {
        return look(sight, filter).funnel();
    }

    public Breakdown breakdown(Sight sight, MemberFilter filter, Dimension dimension) {
        return look(sight, filter).breakdown(dimension);
    }

    StageTimes stageTimes(Sight sight, MemberFilter filter) {
        return look(sight, filter).stageTimes();
    }

    Months months(Sight sight, MemberFilter filter) {
        return look(sight, filter).months();
    }

    /** Of whenever they were admitted: what comes in is what a forecast is about. */
    Forecast forecast(Sight sight, MemberFilter filter) {
        return look(sight, filter.admittedBetween(null, null)).forecast();
    }

    Board board(Sight sight, MemberFilter filter, MemberFilter within, Dimension area, Dimension by) {
        var look = look(sight, filter);
        return new Board(look.funnel(), look.stageTimes(), look.months(),
                look.at(filter.admittedBetween(null, null)).forecast(), look.at(within).breakdown(area),
                look.breakdown(by), look.choices(Dimension.PARTNER), look.choices(Dimension.KBLI));
    }

    private Look look(Sight sight, MemberFilter filter) {
        var programme = sight.programme();
        var moment = population.now();
        if (!moment.rolls().containsKey(programme.id())) {
            // It was set up a moment ago.
            moment = population.refreshed();
        }
        var roll = moment.rolls().get(programme.id());
        if (roll == null) {
            throw new NotFound("figures of " + programme.slug());
        }
        return Look.at(roll, moment.at(), naming.of(roll.layout()), programme.day(clock.instant()), sight,
                filter.inProgramme(programme.slug()).named(null));
    }
}
