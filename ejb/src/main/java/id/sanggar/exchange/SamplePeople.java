package id.sanggar.exchange;

import id.sanggar.exchange.SamplePerson.Enrolled;
import id.sanggar.exchange.SamplePerson.Grant;
import id.sanggar.identity.MyAccount;
import id.sanggar.identity.Organisations;
import id.sanggar.identity.Region;
import id.sanggar.identity.Regions;
import id.sanggar.identity.Registration;
import id.sanggar.identity.Residences;
import id.sanggar.identity.Role;
import id.sanggar.identity.RoleGranting;
import id.sanggar.programme.Admission;
import id.sanggar.programme.Admissions;
import id.sanggar.programme.Application;
import id.sanggar.programme.Confirming;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.HouseClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Brings the people of the sample world in, each in a transaction of her own and through the use cases that real people
 * use. Who is there already is left alone.
 */
@Stateless
@RolesAllowed(Role.IS_ADMIN)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SamplePeople {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private ImportLock lock;

    @Inject
    private Registration registration;

    @Inject
    private MyAccount myAccount;

    @Inject
    private RoleGranting granting;

    @Inject
    private Organisations organisations;

    @Inject
    private Regions regions;

    @Inject
    private Residences residences;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Admissions admissions;

    @Inject
    private Confirming confirming;

    @Inject
    private SampleStudies studies;

    /** The accounts of those who are there, by the slugs of the people. */
    public Map<String, Long> accounts(Collection<SamplePerson> people) {
        var accounts = new HashMap<String, Long>();
        people.forEach(person -> account(person).ifPresent(account -> accounts.put(person.slug(), account)));
        return accounts;
    }

    private Optional<Long> account(SamplePerson person) {
        return entityManager.createQuery("""
                select a.id from Account a where lower(a.email) = :email or a.phone = :phone""", Long.class)
                .setParameter("email", person.email())
                .setParameter("phone", person.phone())
                .getResultStream()
                .findFirst();
    }

    /**
     * Makes the account and grants its roles.
     *
     * @param administrator account that grants them; null: she herself
     * @return the account
     */
    public long register(SamplePerson person, Long administrator, SampleTimes times) {
        lock.take();
        var there = account(person);
        if (there.isPresent()) {
            return there.get();
        }
        var form = new Registration.Form(person.name(), person.contact(), person.password(), person.gender(), "id",
                true);
        Supplier<Long> registering = () ->
                person.password() == null ? registration.enter(form) : registration.register(form);
        long account = times == null ? registering.get() : HouseClock.at(times.registered(), registering);
        if (person.email() != null && person.phone() != null) {
            Acting.run(account, Role.LEARNER, () -> myAccount.addContact(person.phone()));
        }
        live(account, person.home());
        var granter = administrator == null ? account : administrator;
        person.grants().forEach(grant -> Acting.run(granter, Role.ADMIN, () -> grant(person, grant)));
        return account;
    }

    private void live(long account, SamplePerson.Home home) {
        if (home == null) {
            return;
        }
        regions.named(home.district(), Region.Level.DISTRICT, home.regency()).stream().findFirst().ifPresent(district ->
                residences.put(account, home.village() == null ? district
                        : regions.named(home.village(), Region.Level.VILLAGE, district.code()).stream().findFirst()
                                .orElse(district)));
    }

    private void grant(SamplePerson person, Grant grant) {
        granting.grant(person.contact(), grant.role(),
                grant.programme() == null ? null : programmes.bySlug(grant.programme()).id(),
                grant.organisation() == null ? null : organisations.bySlug(grant.organisation()).id());
    }

    /**
     * Makes her a member and lets her come as far as her profile says.
     *
     * @param manager account that decides about her and confirms what she has met
     * @return whether anything was to be done
     */
    public boolean join(SamplePerson person, long account, Enrolled membership, long manager, Role managerRole,
            SampleTimes times) {
        lock.take();
        var programme = programmes.bySlug(membership.programme());
        if (isMember(account, programme.id())) {
            return false;
        }
        var code = Set.of(Acting.as(account, Role.LEARNER, () -> HouseClock.at(times.applied(),
                () -> admissions.apply(programme.slug(),
                        new Application(person.business(), person.product(), membership.cohort())))));
        if (membership.profile() == Profile.WAITING) {
            return true;
        }
        if (programme.admission() == Admission.APPROVAL) {
            Acting.as(manager, managerRole, () -> HouseClock.at(times.admitted(), () -> admissions.approve(code)));
        }
        studies.study(account, programme.courses(), membership.profile(), times);
        membership.confirmed().forEach(requirement -> Acting.as(manager, managerRole, () -> HouseClock.at(times.to(),
                () -> confirming.confirm(programme.slug(), code, requirement))));
        return true;
    }

    private boolean isMember(long account, long programme) {
        return entityManager.createQuery("""
                select count(m) from Membership m where m.accountId = :account and m.programmeId = :programme""",
                Long.class)
                .setParameter("account", account)
                .setParameter("programme", programme)
                .getSingleResult() > 0;
    }
}
