package id.sanggar.exchange.members;

import id.sanggar.exchange.table.UnreadableTable;
import id.sanggar.identity.NikKey;
import id.sanggar.identity.Organisations;
import id.sanggar.identity.Regions;
import id.sanggar.programme.ProgrammeOutlines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.function.BooleanSupplier;

/** Reads the table of an import row by row and keeps what it says, some thousand rows to a transaction. */
@ApplicationScoped
class MemberStaging {

    private static final int AT_ONCE = 5_000;

    @Inject
    private SealedPieces pieces;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Organisations organisations;

    @Inject
    private Regions regions;

    @Inject
    private NikKey nikKey;

    @Inject
    private Clock clock;

    @Inject
    private MemberRows rows;

    /**
     * Reads on where it was left.
     *
     * @param stopped asked after every chunk
     * @throws UnreadableTable if the table breaks off somewhere
     */
    void read(MemberImportRecords.Stored stored, BooleanSupplier stopped) throws IOException {
        var lines = new MemberLines(columns(stored), regions, nikKey, Year.now(clock));
        var chunk = new ArrayList<MemberLine>(AT_ONCE);
        var heading = new boolean[] {true};
        stored.format().read(pieces.file(stored.id(), stored.size()), (number, cells) -> {
            if (heading[0]) {
                heading[0] = false;
            } else if (number > stored.readTo()) {
                chunk.add(lines.read(number, cells));
                if (chunk.size() == AT_ONCE) {
                    rows.keep(stored.id(), chunk);
                    chunk.clear();
                }
            }
            return !stopped.getAsBoolean();
        });
        if (!stopped.getAsBoolean()) {
            rows.keep(stored.id(), chunk);
        }
    }

    private MemberColumns columns(MemberImportRecords.Stored stored) {
        var programme = programmes.byId(stored.programme());
        var partners = new HashMap<String, Long>();
        if (stored.organisation() == null) {
            organisations.all().forEach(partner -> {
                partners.put(MemberField.key(partner.slug()), partner.id());
                partners.put(MemberField.key(partner.name().id()), partner.id());
                partners.put(MemberField.key(partner.name().en()), partner.id());
            });
        }
        var cohorts = new HashMap<String, Long>();
        programme.cohorts().forEach(cohort -> {
            cohorts.put(MemberField.key(cohort.slug()), cohort.id());
            cohorts.put(MemberField.key(cohort.title().id()), cohort.id());
            cohorts.put(MemberField.key(cohort.title().en()), cohort.id());
        });
        return new MemberColumns(stored.mapping(), stored.organisation(), partners, cohorts, programme.openTo(),
                programme.region().substring(0, Math.min(2, programme.region().length())));
    }
}
