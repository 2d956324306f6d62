package id.sanggar.testing;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The application's tables, behind its back: what would take people weeks is written at once, and looked up. */
public record Tables(DataSource database) {

    /** @return how many rows */
    public int write(String sql, Object... parameters) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            return statement.executeUpdate();
        }
    }

    /** The only value of the only row; null if there is none. */
    public Object read(String sql, Object... parameters) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getObject(1) : null;
            }
        }
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (var index = 0; index < parameters.length; index++) {
            statement.setObject(index + 1, parameters[index]);
        }
    }
}
