package id.sanggar.certificate.batch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * That a batch is being worked on, anywhere in the cluster: an advisory lock of PostgreSQL on a connection of its own.
 * The database takes it back when the node that holds it dies.
 */
final class WorkLock implements AutoCloseable {

    /** Keeps these locks apart from others on small numbers. */
    private static final int KIND = 0x155e;

    private final Connection connection;

    private WorkLock(Connection connection) {
        this.connection = connection;
    }

    /** Waits until nobody else works on the batch. */
    static WorkLock take(DataSource database, long issuanceId) throws SQLException {
        var connection = database.getConnection();
        try {
            ask(connection, "select pg_advisory_lock(?, ?)", issuanceId);
            return new WorkLock(connection);
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
    }

    /** @return empty if somebody works on the batch */
    static Optional<WorkLock> tryTake(DataSource database, long issuanceId) throws SQLException {
        var connection = database.getConnection();
        try {
            if (Boolean.TRUE.equals(ask(connection, "select pg_try_advisory_lock(?, ?)", issuanceId))) {
                return Optional.of(new WorkLock(connection));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
    }

    private static Object ask(Connection connection, String sql, long issuanceId) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, KIND);
            statement.setInt(2, Math.toIntExact(issuanceId));
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getObject(1);
            }
        }
    }

    /** The connection that holds the lock, for what belongs to it. */
    Connection connection() {
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
