package id.sanggar.certificate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A checked batch that, however fast the machine, is not done with its last third before this is closed: the account
 * of one person in it is locked, and the chunk with her certificate waits.
 */
final class HeldBatch implements AutoCloseable {

    /** A batch of so many is held in the first of several pages of its last partition. */
    static final int PEOPLE = 2_000;

    private final Connection connection;

    HeldBatch(DataSource database, UUID batch) throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement("""
                select a.id from account a where a.id = (
                    select m.account_id from issuance b join issuance_item i on i.issuance_id = b.id
                    join membership m on m.id = i.membership_id
                    where b.code = ? and i.state = 'ELIGIBLE' order by i.position offset ? fetch first row only)
                for update""")) {
            statement.setObject(1, batch);
            statement.setInt(2, PEOPLE * 2 / 3 + 10);
            if (!statement.executeQuery().next()) {
                throw new IllegalArgumentException("fewer than " + PEOPLE + " people in " + batch);
            }
        }
    }

    /** Lets the batch go on. */
    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
