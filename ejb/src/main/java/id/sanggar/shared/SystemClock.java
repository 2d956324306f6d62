package id.sanggar.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Hands the house's clock to everything that has one injected. */
@ApplicationScoped
class SystemClock {

    @Produces
    Clock clock() {
        return new HouseClock();
    }
}
