package id.sanggar.exchange;

import id.sanggar.identity.Role;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.authz.RoleMapper;
import org.wildfly.security.authz.Roles;

/** Does something as one of the people of the sample world would, so that every use case knows its caller. */
final class Acting {

    private Acting() {
    }

    static <T> T as(long account, Role role, Supplier<T> act) {
        return SecurityDomain.getCurrent()
                .createAdHocIdentity(new NamePrincipal(String.valueOf(account)))
                .withDefaultRoleMapper(RoleMapper.constant(Roles.fromSet(names(role))))
                .runAsSupplier(act);
    }

    static void run(long account, Role role, Runnable act) {
        as(account, role, () -> {
            act.run();
            return null;
        });
    }

    private static Set<String> names(Role role) {
        return EnumSet.of(Role.LEARNER, role).stream().map(Role::name).collect(Collectors.toSet());
    }
}
