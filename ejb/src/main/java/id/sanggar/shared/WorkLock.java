package id.sanggar.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * That a long piece of work is being done, anywhere in the cluster: an advisory lock of PostgreSQL on a connection of
 * its own. The database takes it back when the node that holds it dies.
 */
public final class WorkLock implements AutoCloseable {

    /** Certificates being issued, by the id of their batch. */
    public static final int ISSUANCE = 0x155e;

    /** Learners being moved, by the id of the version they move to. */
    public static final int EDITION_MOVE = 0xed17;

    /** Members being measured anew, by the id of the recomputation. */
    public static final int RECOMPUTATION = 0x4ec0;

    /** Imports being applied, by their ids. */
    public static final int IMPORT = 0x1a90;

    /** Imports of members being looked through, applied or undone, by their ids. */
    public static final int MEMBER_IMPORT = 0x3e3b;

    private final Connection connection;

    private WorkLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Waits until nobody else does it.
     *
     * @param kind keeps these locks apart from others on small numbers
     */
    public static WorkLock take(DataSource database, int kind, long id) throws SQLException {
        var connection = database.getConnection();
        try {
            ask(connection, "select pg_advisory_lock(?, ?)", kind, id);
            return new WorkLock(connection);
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
    }

    /** @return empty if somebody does it */
    public static Optional<WorkLock> tryTake(DataSource database, int kind, long id) throws SQLException {
        var connection = database.getConnection();
        try {
            if (Boolean.TRUE.equals(ask(connection, "select pg_try_advisory_lock(?, ?)", kind, id))) {
                return Optional.of(new WorkLock(connection));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
    }

    private static Object ask(Connection connection, String sql, int kind, long id) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, kind);
            statement.setInt(2, Math.toIntExact(id));
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getObject(1);
            }
        }
    }

    /** The connection that holds the lock, for what belongs to it. */
    public Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        try (connection; var statement = connection.createStatement()) {
            // The connection goes back to a pool and lives on.
            statement.execute("select pg_advisory_unlock_all()");
        }
    }
}
