package id.sanggar.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one place that knows what time it is; everything else has the clock injected. */
@ApplicationScoped
class SystemClock {

    @Produces
    Clock clock() {
        return new HouseClock();
    }
}
