package id.sanggar.identity;

import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where granted roles are kept. */
@ApplicationScoped
class RoleGrants {

    @PersistenceContext
    private EntityManager entityManager;

    void add(RoleGrant grant) {
        entityManager.persist(grant);
        entityManager.flush();
    }

    Optional<RoleGrant> find(long id) {
        return Optional.ofNullable(entityManager.find(RoleGrant.class, id));
    }

    void remove(RoleGrant grant) {
        entityManager.remove(grant);
    }

    /** By the names of those who hold them. */
    Page<RoleGranting.Granted> page(int number, int size) {
        long total = ((Number) entityManager.createNativeQuery("select count(*) from role_grant").getSingleResult())
                .longValue();
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entityManager.createNativeQuery("""
                select g.id, a.name, g.role, p.title_id, p.title_en, o.name_id, o.name_en, g.granted_at
                from role_grant g
                join account a on a.id = g.account_id
                left join programme p on p.id = g.programme_id
                left join organisation o on o.id = g.organisation_id
                order by a.name, g.id""")
                .setFirstResult((number - 1) * size)
                .setMaxResults(size)
                .getResultList();
        return new Page<>(rows.stream()
                .map(row -> new RoleGranting.Granted(((Number) row[0]).longValue(), (String) row[1],
                        Role.valueOf((String) row[2]), text(row[3], row[4]), text(row[5], row[6]), (Instant) row[7]))
                .toList(), total, number, size);
    }

    private static LocalizedText text(Object indonesian, Object english) {
        return indonesian == null ? null : new LocalizedText((String) indonesian, (String) english);
    }
}
