package id.sanggar.certificate;

import id.sanggar.certificate.badge.BadgeAddresses;
import id.sanggar.certificate.badge.StatusList;
import id.sanggar.certificate.seal.Seals;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.PublicAddress;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The status lists as they are handed out. Each is looked up again when it is ten seconds old, by one query however
 * many ask, and signed again only if somebody's badge has ended meanwhile. With the twenty seconds that others may keep
 * it, a revocation is known everywhere within half a minute.
 */
@ApplicationScoped
class StatusLists {

    /** For which whoever fetched a list may keep it. */
    static final int SECONDS = 20;

    private static final int LOOKED_UP_FOR_SECONDS = 10;

    @Inject
    private Sql sql;

    @Inject
    private Seals seals;

    @Inject
    private PublicAddress address;

    @Inject
    private Clock clock;

    private final ConcurrentMap<Long, Published> published = new ConcurrentHashMap<>();

    /** A list as it was found at a time. */
    private record Published(List<Integer> ended, String jwt, Instant lookedUp) {
    }

    /** @throws NotFound if no certificate is in that list yet */
    String jwt(long list) {
        return published.compute(list, this::upToDate).jwt();
    }

    private Published upToDate(long list, Published known) {
        var now = clock.instant();
        if (known != null && now.isBefore(known.lookedUp().plusSeconds(LOOKED_UP_FOR_SECONDS))) {
            return known;
        }
        var first = first(list);
        var ended = sql.rows("""
                select cast(status_index - ? as integer) from certificate
                where status_index >= ? and status_index < ? and (revoked_at is not null or replaced_at is not null)
                order by status_index""", row -> row.getInt(1), first, first, first + BadgeAddresses.LIST_LENGTH);
        if (known != null && known.ended().equals(ended)) {
            return new Published(ended, known.jwt(), now);
        }
        var addresses = new BadgeAddresses(address.of(""));
        return new Published(ended, StatusList.jwt(addresses, list, ended, seals.current(), now), now);
    }

    /** The first certificate that may be in a list. The first list is there before any certificate. */
    private long first(long list) {
        var last = sql.row("select coalesce(max(status_index), 0) from certificate", row -> row.getLong(1))
                .orElse(0L);
        if (list < 0 || list > last / BadgeAddresses.LIST_LENGTH) {
            throw new NotFound("status list");
        }
        return list * BadgeAddresses.LIST_LENGTH;
    }
}
