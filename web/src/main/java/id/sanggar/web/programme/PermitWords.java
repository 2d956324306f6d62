package id.sanggar.web.programme;

import id.sanggar.programme.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** Says how a permit stands. */
@Named
@ApplicationScoped
public class PermitWords {

    @Inject
    private Clock clock;

    /** {@code over}, {@code soon} or, where nothing is to be done, empty. */
    public String ends(LocalDate day, ZoneId zone) {
        var permit = Permit.of(day, LocalDate.now(clock.withZone(zone)));
        return permit == null ? "" : permit.name().toLowerCase(Locale.ROOT);
    }
}
