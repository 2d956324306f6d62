package id.sanggar.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.shared.Readiness;
import id.sanggar.testing.InContainerTest;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class DatabaseIT extends InContainerTest {

    @Inject
    private Readiness readiness;

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    @Test
    void theApplicationReachesItsDatabase() {
        assertThat(readiness.databaseAnswers()).isTrue();
    }

    @Test
    void theSchemaIsTheMigrationsAndTheBatchRepositoryIsInIt() throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("""
                        select (select count(*) from flyway_schema_history where success and version is not null),
                               (select count(*) from flyway_schema_history where not success),
                               to_regclass('job_execution') is not null""")) {
            rows.next();
            assertThat(rows.getInt(1)).isPositive();
            assertThat(rows.getInt(2)).isZero();
            assertThat(rows.getBoolean(3)).isTrue();
        }
    }
}
