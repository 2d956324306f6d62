package id.sanggar.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Where accounts and their granted roles are kept. */
@ApplicationScoped
class Accounts {

    @PersistenceContext
    private EntityManager entityManager;

    void add(Account account) {
        entityManager.persist(account);
        entityManager.flush();
    }

    Account get(long id) {
        return entityManager.find(Account.class, id);
    }

    Optional<Account> by(Contact contact) {
        var hql = contact.email() != null
                ? "select a from Account a where lower(a.email) = :login"
                : "select a from Account a where a.phone = :login";
        return entityManager.createQuery(hql, Account.class)
                .setParameter("login", contact.login())
                .getResultStream()
                .findFirst();
    }

    List<Role> rolesOf(long accountId) {
        return entityManager
                .createQuery("select distinct g.role from RoleGrant g where g.accountId = :account", Role.class)
                .setParameter("account", accountId)
                .getResultList();
    }
}
