package id.sanggar.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.identity.AccountIdentityStore;
import id.sanggar.testing.InContainerTest;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The people whom tests and demonstrations share, as {@code docs/sample-world.md} tells of them. */
class SampleWorldIT extends InContainerTest {

    private static final String FLAGSHIP = "pengendalian-mutu-olahan-pangan";

    /** Other tests may borrow a name; the sample world was there first. */
    private static final String ENROLMENT = """
            enrolment e join account a on a.id = e.account_id join course c on c.id = e.course_id
            where a.id = (select min(id) from account where name = ?) and c.slug = ?""";

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    @Inject
    private AccountIdentityStore store;

    @ParameterizedTest
    @CsvSource({
        "ratna@sanggar.example, sanggar-demo-ratna, LEARNER",
        "+6284000000101, sanggar-demo-ratna, LEARNER",
        "iswan@sanggar.example, sanggar-demo-iswan, AUTHOR",
        "zulkifli@sanggar.example, sanggar-demo-zulkifli, AUTHOR",
        "marwah@sanggar.example, sanggar-demo-marwah, MANAGER",
        "ningsih@sanggar.example, sanggar-demo-ningsih, MANAGER",
        "admin@sanggar.example, sanggar-demo-admin, ADMIN",
    })
    void theDemoAccountsCanSignIn(String contact, String password, String role) {
        var signedIn = store.validate(new UsernamePasswordCredential(contact, password));
        assertThat(signedIn.getStatus()).isEqualTo(CredentialValidationResult.Status.VALID);
        assertThat(signedIn.getCallerGroups()).isEqualTo(
                role.equals("LEARNER") ? Set.of("LEARNER") : Set.of("LEARNER", role));
    }

    @ParameterizedTest
    @CsvSource({"melati@sanggar.example, none", "melati@sanggar.example, sanggar-demo-melati", "+6284000000103, none"})
    void nobodyElseCan(String contact, String password) {
        assertThat(store.validate(new UsernamePasswordCredential(contact, password)).getStatus())
                .isEqualTo(CredentialValidationResult.Status.INVALID);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            Sri Wahyuni,     APPLIED, -
            Rahmat Puluhulawa, ACTIVE, P2
            Asna Karim,      ACTIVE,  P2
            Yusuf Hasan,     ACTIVE,  P2
            Fatmah Abdullah, ACTIVE,  P2
            Hamzah Doda,     ACTIVE,  P3
            Taufik Djafar,   ACTIVE,  P4
            Melati Anggraeni, ACTIVE, P5
            """)
    void everyoneStandsWhereHerProfileSays(String name, String state, String stage) throws SQLException {
        assertThat(one("""
                select m.state || ' ' || coalesce(s.code, '-') from membership m
                left join stage s on s.id = m.stage_id
                where m.account_id = (select min(id) from account where name = ?)""", name))
                .isEqualTo(state + ' ' + (stage == null ? "-" : stage));
    }

    @ParameterizedTest
    @CsvSource({
        "Rahmat Puluhulawa, 0, 0",
        "Yusuf Hasan, 2, 0",
        "Fatmah Abdullah, 0, 55",
        "Hamzah Doda, 0, 80",
        "Taufik Djafar, 0, 90",
    })
    void everyoneHasDoneWhatHerProfileSays(String name, int lessonsLeft, int postTest) throws SQLException {
        assertThat(one("select coalesce(e.score, 0)::int from " + ENROLMENT, name, FLAGSHIP))
                .isEqualTo(String.valueOf(postTest));
        if (lessonsLeft > 0) {
            assertThat(one("""
                    select count(*) from activity l where l.version_id = (select e.version_id from %s)
                        and l.kind = 'LESSON' and l.slug not in (select r.activity_slug from activity_record r
                            where r.enrolment_id = (select e.id from %s) and r.completed_at is not null)"""
                    .formatted(ENROLMENT, ENROLMENT), name, FLAGSHIP, name, FLAGSHIP))
                    .isEqualTo(String.valueOf(lessonsLeft));
        }
    }

    @Test
    void whatWasDoneWasDoneInThePastAndInOrder() throws SQLException {
        assertThat(one("select count(*) from membership where applied_at > now() or decided_at < applied_at"))
                .isEqualTo("0");
        assertThat(one("select count(*) from activity_fact where at > now()")).isEqualTo("0");
    }

    @Test
    void whoHasFinishedGetsHerCertificateFromABatch() throws SQLException {
        var patience = Instant.now().plus(Duration.ofMinutes(2));
        var issued = "";
        do {
            // Batches and corrections of other tests may have made more papers of the same.
            issued = one("""
                    select count(distinct (c.account_id, c.programme_id, c.course_id)) from certificate c
                    join account a on a.id = c.account_id
                    where a.name in ('Taufik Djafar', 'Melati Anggraeni') and c.award = 'COMPLETION'""");
            if (issued.equals("3")) {
                break;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        } while (Instant.now().isBefore(patience));
        assertThat(issued).isEqualTo("3");
        assertThat(one("""
                select count(*) from certificate c join account a on a.id = c.account_id
                where a.name = 'Hamzah Doda'"""))
                .isEqualTo("0");
    }

    private String one(String sql, String... parameters) throws SQLException {
        try (var connection = database.getConnection(); var query = connection.prepareStatement(sql)) {
            for (var number = 1; number <= parameters.length; number++) {
                query.setString(number, parameters[number - 1]);
            }
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).as(sql).isTrue();
                return rows.getString(1);
            }
        }
    }
}
