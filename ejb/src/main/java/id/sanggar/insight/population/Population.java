package id.sanggar.insight.population;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * All members of all programmes as of a moment not longer ago than {@link #FRESH}, in the memory of this node: about
 * ninety bytes each. Read from the tables when the node starts; from then on {@code figure_change} tells who changed.
 *
 * <p>Which changes are new is asked by transactions, not by a sequence: those that the last look could not see and this
 * one can. A transaction that commits late, after others that began later, is thus never missed, none is read twice,
 * and nodes need not know of each other. All of a look is one transaction that sees one state of the database.
 *
 * <p>Everybody is read again when very many changed at once; when stages or courses of a programme did; when the
 * database was started again, since one that crashed or was replaced by its replica may have lost what we saw; and when
 * this node did not look for longer than changes are kept.
 */
@ApplicationScoped
public class Population {

    /** Figures are as of this long ago at most, unless so much changed that reading it takes longer. */
    public static final Duration FRESH = Duration.ofSeconds(4);

    /** For so long at least changes are kept, and a node may sleep. */
    static final Duration REMEMBERED = Duration.ofMinutes(5);

    /** More changed persons are read faster all together. */
    private static final int MANY = 30_000;

    private static final Logger LOG = Logger.getLogger(Population.class.getName());

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    @Inject
    private Clock clock;

    private final ReentrantLock reading = new ReentrantLock();

    private volatile Moment latest;

    /**
     * Everybody at one moment.
     *
     * @param rolls by programme
     * @param snapshot which transactions were seen, as PostgreSQL writes it
     * @param databaseStarted when it was
     */
    public record Moment(Instant at, Map<Long, Roll> rolls, String snapshot, String databaseStarted) {

        public Moment {
            rolls = Map.copyOf(rolls);
        }
    }

    /**
     * As of now or a few seconds ago. Costs nothing but when the watch has fallen behind: then who asks reads. While
     * very much is being read nobody waits for it, but for the first time.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Moment now() {
        var moment = latest;
        return moment == null || isOlder(moment, FRESH) && !reading.isLocked() ? refreshed() : moment;
    }

    /** Looks what changed, now. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Moment refreshed() {
        var asked = clock.instant();
        reading.lock();
        try {
            if (latest == null || !latest.at().isAfter(asked)) {
                latest = read(latest);
            }
            return latest;
        } catch (SQLException failed) {
            throw new EJBException(failed);
        } finally {
            reading.unlock();
        }
    }

    private boolean isOlder(Moment moment, Duration age) {
        return moment.at().plus(age).isBefore(clock.instant());
    }

    private Moment read(Moment before) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                execute(connection, "set transaction isolation level repeatable read, read only");
                execute(connection, "set local work_mem = '64MB'");
                execute(connection, "set local jit = off");
                return read(before, connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private Moment read(Moment before, Connection connection) throws SQLException {
        var at = clock.instant();
        var snapshot = text(connection, "select cast(pg_current_snapshot() as text)");
        var started = text(connection, "select cast(pg_postmaster_start_time() as text)");
        if (before == null || !before.databaseStarted().equals(started) || isOlder(before, REMEMBERED)) {
            return everybody(at, snapshot, started, connection);
        }
        var changed = changed(before.snapshot(), connection);
        if (changed.length == 0) {
            return new Moment(at, before.rolls(), snapshot, started);
        }
        return changed.length > MANY || changed[0] == 0
                ? everybody(at, snapshot, started, connection)
                : new Moment(at, new Reading(connection).changed(before.rolls(), changed), snapshot, started);
    }

    private static Moment everybody(Instant at, String snapshot, String started, Connection connection)
            throws SQLException {
        var begun = System.nanoTime();
        var moment = new Moment(at, new Reading(connection).everybody(), snapshot, started);
        LOG.log(Level.FINE, () -> "Read " + moment.rolls().values().stream().mapToInt(Roll::size).sum()
                + " memberships in " + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
        return moment;
    }

    /** Everybody as a transaction sees them. */
    public static Map<Long, Roll> everybody(Connection connection) throws SQLException {
        return new Reading(connection).everybody();
    }

    /**
     * Accounts that transactions changed which the earlier snapshot could not see; ascending, 0 for everybody.
     * Transactions that are still to come are of another database, out of whose dump this one was restored.
     */
    private static long[] changed(String snapshot, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select coalesce(array_agg(distinct c.account_id order by c.account_id), '{}')
                from (select cast(? as pg_snapshot) as snapshot) as seen join figure_change c
                    on c.transaction >= pg_snapshot_xmin(seen.snapshot)
                    and c.transaction < pg_snapshot_xmax(pg_current_snapshot())
                    and not pg_visible_in_snapshot(c.transaction, seen.snapshot)""")) {
            statement.setString(1, snapshot);
            try (var row = statement.executeQuery()) {
                row.next();
                var accounts = (Long[]) row.getArray(1).getArray();
                var changed = new long[accounts.length];
                for (int index = 0; index < changed.length; index++) {
                    changed[index] = accounts[index];
                }
                return changed;
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
