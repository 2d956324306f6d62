package id.sanggar.shared;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Statements in the caller's transaction, for rooms that keep no entities. Answers arrive by the hundred a second when
 * a class sits its test, and each is one statement; entities would first read what the statement itself can check.
 */
@ApplicationScoped
public class Sql {

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    /** Makes one row into a thing. */
    public interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> rows(String sql, Reading<T> reading, Object... parameters) {
        try (var connection = database.getConnection(); var statement = prepare(connection, sql, parameters);
                var result = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            while (result.next()) {
                rows.add(reading.read(result));
            }
            return rows;
        } catch (SQLException failed) {
            throw new EJBException(failed);
        }
    }

    public <T> Optional<T> row(String sql, Reading<T> reading, Object... parameters) {
        return rows(sql, reading, parameters).stream().findFirst();
    }

    /**
     * One page of a list, and how many there are on all: in one statement. Beyond the end, which an address may still
     * ask for when the list has become shorter, it is the first page.
     *
     * @param sql its last two parameters are the limit and the offset; its column {@code total} counts all rows
     * @param number from 1
     * @param parameters those before the last two
     */
    public <T> Page<T> page(String sql, Reading<T> reading, int number, int size, Object... parameters) {
        var all = Arrays.copyOf(parameters, parameters.length + 2, Object[].class);
        all[parameters.length] = size;
        all[parameters.length + 1] = (number - 1L) * size;
        var total = new long[1];
        var rows = rows(sql, row -> {
            total[0] = row.getLong("total");
            return reading.read(row);
        }, all);
        return rows.isEmpty() && number > 1 ? page(sql, reading, 1, size, parameters)
                : new Page<>(rows, total[0], number, size);
    }

    /** What somebody typed, for a pattern of {@code like}: it means nothing but itself. */
    public static String literal(String typed) {
        return typed.replaceAll("[\\\\%_]", "\\\\$0");
    }

    /** @return the number of rows the statement wrote */
    public int write(String sql, Object... parameters) {
        try (var connection = database.getConnection(); var statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new EJBException(failed);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int index = 0; index < parameters.length; index++) {
            statement.setObject(index + 1, parameter(connection, parameters[index]));
        }
        return statement;
    }

    private static Object parameter(Connection connection, Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof String[] texts) {
            return connection.createArrayOf("text", texts);
        }
        if (value instanceof Integer[] numbers) {
            return connection.createArrayOf("integer", numbers);
        }
        if (value instanceof Long[] numbers) {
            return connection.createArrayOf("bigint", numbers);
        }
        if (value instanceof Double[] numbers) {
            return connection.createArrayOf("float8", numbers);
        }
        if (value instanceof byte[][] blobs) {
            return connection.createArrayOf("bytea", blobs);
        }
        return value;
    }

    /** @return null where the column is empty */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** @return null where the column is empty */
    public static Integer integer(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}
