package id.sanggar.identity;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.learning.Classroom;
import id.sanggar.testing.InContainerTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleGrantingIT extends InContainerTest {

    @Inject
    private Classroom classroom;

    @Inject
    private RoleGranting granting;

    @Inject
    private OpenSessions sessions;

    @Test
    void aSessionEndsWithTheRoleItHasAndNotWithAnother() throws Exception {
        var asna = classroom.woman("Asna Uji");
        var email = (String) classroom.read("select email from account where id = ?", asna.account());
        var admin = classroom.administrator();
        admin.call(() -> {
            granting.grant(email, Role.MANAGER, null, null);
            return null;
        });
        var signedIn = Instant.now();
        assertThat(sessions.holds(asna.account(), signedIn, Set.of(Role.IS_MANAGER))).isTrue();
        var grant = ((Number) classroom.read("select id from role_grant where account_id = ?", asna.account()))
                .longValue();
        admin.call(() -> {
            granting.withdraw(grant);
            return null;
        });
        assertThat(sessions.holds(asna.account(), signedIn, Set.of(Role.IS_MANAGER))).isFalse();
        assertThat(sessions.holds(asna.account(), signedIn, Set.of())).isTrue();
    }

    @Test
    void aSessionOfALockedAccountDoesNotHold() throws Exception {
        var asna = classroom.woman("Asna Uji");
        classroom.write("update account set state = 'LOCKED' where id = ?", asna.account());
        assertThat(sessions.holds(asna.account(), Instant.now(), Set.of())).isFalse();
    }
}
