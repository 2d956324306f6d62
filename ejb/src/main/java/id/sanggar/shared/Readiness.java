package id.sanggar.shared;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whether this node can serve people now: asked by load balancers, the launcher and the tests. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Readiness {

    private static final int ANSWER_WITHIN_SECONDS = 2;

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    /**
     * True when the database answers a query within two seconds, on a connection such as every request gets: where the
     * pool is exhausted nobody is served either. A query, because its failure makes the pool drop what a restart of the
     * database cut off.
     */
    public boolean databaseAnswers() {
        try (var connection = database.getConnection(); var question = connection.createStatement()) {
            question.setQueryTimeout(ANSWER_WITHIN_SECONDS);
            return question.execute("select 1");
        } catch (SQLException unreachable) {
            return false;
        }
    }
}
