package id.sanggar.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One open connection behind the application's back: what there is, and how fast the database alone can tell. */
final class Tally implements AutoCloseable {

    private final Connection connection;

    Tally(DataSource database) throws SQLException {
        connection = database.getConnection();
    }

    /** The first column of the first row. */
    String text(String sql) {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /** Reads all rows and looks at none. */
    void read(String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql); var rows = statement.executeQuery()) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }

    void write(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
