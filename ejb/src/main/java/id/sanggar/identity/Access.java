package id.sanggar.identity;

import id.sanggar.shared.NotAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.security.enterprise.SecurityContext;
import java.util.List;
import java.util.Optional;

/**
 * The access policy, in one place: role × programme × organisation. A use case asks it before it acts; a query over
 * people carries {@link #OVER_MEMBERSHIP}. It reads the grants anew each time, so a role taken away is gone at once,
 * whatever the session still says.
 */
@ApplicationScoped
public class Access {

    /**
     * The rows of {@code membership m} that the account {@code :caller} manages, as a predicate of native SQL. Managers
     * see the programmes they are granted, a partner's managers only the members their organisation serves.
     */
    public static final String OVER_MEMBERSHIP = """
            exists (select 1 from role_grant g where g.account_id = :caller and (g.role = 'ADMIN'
                or g.role = 'MANAGER' and (g.programme_id is null or g.programme_id = m.programme_id)
                    and (g.organisation_id is null or g.organisation_id = m.organisation_id)))""";

    /**
     * The rows of {@code programme p} of which the account {@code :caller} manages some or all members, as a predicate
     * of native SQL.
     */
    public static final String OVER_PROGRAMME = """
            exists (select 1 from role_grant g where g.account_id = :caller and (g.role = 'ADMIN'
                or g.role = 'MANAGER' and (g.programme_id is null or g.programme_id = p.id)))""";

    /**
     * The rows of {@code programme p} that the account {@code :caller} manages with all its members, as a predicate of
     * native SQL.
     */
    public static final String OVER_WHOLE_PROGRAMME = """
            exists (select 1 from role_grant g where g.account_id = :caller and (g.role = 'ADMIN'
                or g.role = 'MANAGER' and g.organisation_id is null
                    and (g.programme_id is null or g.programme_id = p.id)))""";

    @Inject
    private SecurityContext security;

    @PersistenceContext
    private EntityManager entityManager;

    /** @return the account of whoever is signed in */
    public Optional<Long> caller() {
        var principal = security.getCallerPrincipal();
        return principal == null || "anonymous".equals(principal.getName())
                ? Optional.empty()
                : Optional.of(Long.valueOf(principal.getName()));
    }

    /** @throws NotAllowed if nobody is signed in */
    public long callerId() {
        return caller().orElseThrow(() -> new NotAllowed("anonymous"));
    }

    /** @throws NotAllowed if the caller manages not one member of the programme */
    public void requireManager(long programmeId) {
        if (!manages(programmeId)) {
            throw new NotAllowed("manage programme " + programmeId);
        }
    }

    /** Whether the caller manages at least some members of the programme. */
    public boolean manages(long programmeId) {
        return granted("select exists (select 1 from programme p where p.id = :programme and " + OVER_PROGRAMME + ")",
                programmeId);
    }

    /**
     * For what concerns a programme as a whole, such as issuing its certificates.
     *
     * @throws NotAllowed if the caller manages the programme not at all, or only the members of one partner
     */
    public void requireManagerOfAll(long programmeId) {
        if (!managesAll(programmeId)) {
            throw new NotAllowed("manage the whole programme " + programmeId);
        }
    }

    /** Whether the caller manages the programme with all its members. */
    public boolean managesAll(long programmeId) {
        return granted("select exists (select 1 from programme p where p.id = :programme and " + OVER_WHOLE_PROGRAMME
                + ")", programmeId);
    }

    /** Whether the caller may do everything, now. */
    public boolean isAdministrator() {
        return (Boolean) entityManager.createNativeQuery("""
                select exists (select 1 from role_grant g where g.account_id = :caller and g.role = 'ADMIN')""")
                .setParameter("caller", callerId())
                .getSingleResult();
    }

    /**
     * The organisations whose courses the caller may write: those she is an author of, all for an administrator or an
     * author without an organisation.
     */
    @SuppressWarnings("unchecked")
    public List<Long> organisationsAuthored() {
        return entityManager.createNativeQuery("""
                select o.id from organisation o where exists (select 1 from role_grant g where g.account_id = :caller
                    and (g.role = 'ADMIN' or g.role = 'AUTHOR'
                        and (g.organisation_id is null or g.organisation_id = o.id))) order by o.id""", Long.class)
                .setParameter("caller", callerId())
                .getResultList();
    }

    private boolean granted(String sql, long programmeId) {
        return (Boolean) entityManager.createNativeQuery(sql)
                .setParameter("caller", callerId())
                .setParameter("programme", programmeId)
                .getSingleResult();
    }
}
