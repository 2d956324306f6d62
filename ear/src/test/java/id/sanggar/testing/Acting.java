package id.sanggar.testing;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.authz.RoleMapper;
import org.wildfly.security.authz.Roles;

/** Does something in the container as one of the people of the sample world, with the roles she has. */
public final class Acting {

    private final long account;
    private final Set<String> roles;

    private Acting(long account, Set<String> roles) {
        this.account = account;
        this.roles = roles;
    }

    /** @param email the address she signs in with */
    public static Acting as(String email) throws SQLException, NamingException {
        var database = (DataSource) new InitialContext().lookup("java:jboss/datasources/SanggarDS");
        var roles = new HashSet<>(Set.of("LEARNER"));
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select a.id, g.role from account a left join role_grant g on g.account_id = a.id
                        where lower(a.email) = lower(?)""")) {
            query.setString(1, email);
            try (var rows = query.executeQuery()) {
                long account = 0;
                while (rows.next()) {
                    account = rows.getLong(1);
                    if (rows.getString(2) != null) {
                        roles.add(rows.getString(2));
                    }
                }
                if (account == 0) {
                    throw new IllegalArgumentException("nobody signs in as " + email);
                }
                return new Acting(account, roles);
            }
        }
    }

    public <T> T call(Callable<T> what) throws Exception {
        return SecurityDomain.getCurrent()
                .createAdHocIdentity(new NamePrincipal(String.valueOf(account)))
                .withDefaultRoleMapper(RoleMapper.constant(Roles.fromSet(roles)))
                .runAs(what);
    }

    /** The account she acts with. */
    public long account() {
        return account;
    }
}
