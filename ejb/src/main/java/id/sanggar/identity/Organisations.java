package id.sanggar.identity;

import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The partners. Called within other rooms' use cases; holds nothing about people, so anyone may read it. */
@ApplicationScoped
public class Organisations {

    @PersistenceContext
    private EntityManager entityManager;

    /** Creates the organisation, or describes the one of that slug anew. */
    @Transactional
    public Organisation put(String slug, LocalizedText name, Organisation.Kind kind, String region) {
        var known = find(slug);
        known.ifPresent(organisation -> organisation.describe(name, kind, region));
        return known.orElseGet(() -> {
            var organisation = new Organisation(slug, name, kind, region);
            entityManager.persist(organisation);
            return organisation;
        });
    }

    /** All of them, by slug. */
    public List<Organisation> all() {
        return entityManager.createQuery("select o from Organisation o order by o.slug", Organisation.class)
                .getResultList();
    }

    /** @throws NotFound if there is no organisation of that slug */
    public Organisation bySlug(String slug) {
        return find(slug).orElseThrow(() -> new NotFound("organisation " + slug));
    }

    private Optional<Organisation> find(String slug) {
        return entityManager.createQuery("select o from Organisation o where o.slug = :slug", Organisation.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }
}
