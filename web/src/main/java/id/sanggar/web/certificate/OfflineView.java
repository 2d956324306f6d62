package id.sanggar.web.certificate;

import id.sanggar.certificate.BadgePublication;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What a page needs so that a browser can verify a certificate by itself. */
@Named
@RequestScoped
public class OfflineView {

    @Inject
    private BadgePublication publication;

    @Inject
    private Clock clock;

    /** What {@code /.well-known/jwks.json} says: in the page, so that a page somebody saved has it too. */
    public String getKeys() {
        return publication.keys().text();
    }

    /** The day on which the keys were asked for. */
    public LocalDate getToday() {
        return LocalDate.ofInstant(clock.instant(), Texts.WITA);
    }

    /** What {@code proof.js} finds. */
    public List<String> getStates() {
        return List.of("GENUINE", "EXPIRED", "FORGED", "STRANGE", "BARE", "UNREADABLE");
    }
}
