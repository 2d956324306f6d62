package id.sanggar.web.programme;

import id.sanggar.identity.Region;
import id.sanggar.identity.Regions;
import id.sanggar.programme.OpenTo;
import id.sanggar.programme.ProgrammePage;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says whom a class is for, and how many it can take. */
@Named
@RequestScoped
public class CohortWords {

    @Inject
    private Regions regions;

    @Inject
    private Texts text;

    /** A class as a choice shows it: with how many places are left. */
    public String choice(ProgrammePage.Room room) {
        var title = text.in(room.cohort().title());
        if (room.left() == null) {
            return title;
        }
        return title + " · " + (room.isFull() ? text.of("programme.full") : text.of("programme.left", room.left()));
    }

    /** "perempuan, warga Jagakarsa"; empty where it is for everyone. */
    public String of(OpenTo openTo) {
        return Stream.of(openTo.gender() == null ? "" : text.of("programme.for-" + openTo.gender()),
                openTo.residentsOf().isEmpty() ? "" : text.of("programme.residents-of", openTo.residentsOf().stream()
                        .map(code -> regions.find(code).map(Region::name).orElse(code))
                        .collect(Collectors.joining(", "))))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
