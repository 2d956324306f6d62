package id.sanggar.exchange;

import id.sanggar.certificate.BatchPlan;
import id.sanggar.certificate.BatchPlanning;
import id.sanggar.certificate.Issuing;
import id.sanggar.course.Outlines;
import id.sanggar.exchange.SamplePerson.Enrolled;
import id.sanggar.identity.Role;
import id.sanggar.programme.ProgrammeDefinition;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Peoples a server that is only tried out, or tested, with those of {@code content/world}. Done again, it adds only who
 * is missing.
 */
@ApplicationScoped
class SampleWorld {

    private static final Logger LOG = Logger.getLogger(SampleWorld.class.getName());

    @Inject
    private SamplePeople people;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Outlines courses;

    @Inject
    private BatchPlanning planning;

    @Inject
    private Issuing issuing;

    @Inject
    private Clock clock;

    /** Who decides about the members of a programme. */
    private record Decider(long account, Role role) {
    }

    /** A class whose members have all they need for their certificates. */
    private record Finished(String programme, String cohort) {
    }

    void bringIn(Collection<SamplePerson> all, Map<String, ProgrammeDefinition> definitions) {
        var accounts = people.accounts(all);
        var there = accounts.size();
        var administrator = all.stream().filter(SampleWorld::administers).findFirst();
        administrator.ifPresent(person -> accounts.computeIfAbsent(person.slug(),
                slug -> people.register(person, null, null)));
        var granter = administrator.map(person -> accounts.get(person.slug())).orElse(null);
        all.forEach(person -> accounts.computeIfAbsent(person.slug(),
                slug -> people.register(person, granter, registered(person, definitions))));
        var finished = new LinkedHashSet<Finished>();
        for (var person : all) {
            for (var membership : person.memberships()) {
                var decider = decider(membership.programme(), all, accounts);
                if (join(person, accounts.get(person.slug()), membership, decider, definitions)
                        && membership.profile() == Profile.FINISHED) {
                    finished.add(new Finished(membership.programme(), membership.cohort()));
                }
            }
        }
        if (accounts.size() > there) {
            LOG.log(Level.INFO, "Sample world: {0} people came in", accounts.size() - there);
        }
        finished.forEach(members -> issue(members, decider(members.programme(), all, accounts),
                secondPerson(members.programme(), all, accounts)));
    }

    private static boolean administers(SamplePerson person) {
        return person.grants().stream().anyMatch(grant -> grant.role() == Role.ADMIN);
    }

    private SampleTimes registered(SamplePerson person, Map<String, ProgrammeDefinition> definitions) {
        return person.memberships().stream().findFirst()
                .map(membership -> times(membership, definitions))
                .orElse(null);
    }

    private SampleTimes times(Enrolled membership, Map<String, ProgrammeDefinition> definitions) {
        return SampleTimes.of(definitions.get(membership.programme()), membership.cohort(), clock.instant());
    }

    /** Who approves what the decider has planned: another manager of the programme, else an administrator. */
    private static Decider secondPerson(String programme, Collection<SamplePerson> all, Map<String, Long> accounts) {
        var first = decider(programme, all, accounts).account();
        return Stream.of(Role.MANAGER, Role.ADMIN)
                .flatMap(role -> all.stream()
                        .filter(person -> person.grants().stream().anyMatch(grant -> grant.role() == role
                                && (role == Role.ADMIN || programme.equals(grant.programme()))))
                        .map(person -> new Decider(accounts.get(person.slug()), role)))
                .filter(person -> person.account() != first)
                .findFirst()
                .orElseThrow();
    }

    private static Decider decider(String programme, Collection<SamplePerson> all, Map<String, Long> accounts) {
        return all.stream()
                .filter(person -> person.grants().stream().anyMatch(
                        grant -> grant.role() == Role.MANAGER && programme.equals(grant.programme())))
                .findFirst()
                .map(person -> new Decider(accounts.get(person.slug()), Role.MANAGER))
                .orElseGet(() -> all.stream().filter(SampleWorld::administers).findFirst()
                        .map(person -> new Decider(accounts.get(person.slug()), Role.ADMIN))
                        .orElseThrow());
    }

    private boolean join(SamplePerson person, long account, Enrolled membership, Decider decider,
            Map<String, ProgrammeDefinition> definitions) {
        try {
            return people.join(person, account, membership, decider.account(), decider.role(),
                    times(membership, definitions));
        } catch (Conflict | Invalid refused) {
            LOG.log(Level.WARNING, "{0} does not become a member of {1}: {2}",
                    new Object[] {person, membership.programme(), refused.getMessage()});
            return false;
        }
    }

    /** A batch for every course of the programme that gives a certificate. */
    private void issue(Finished members, Decider planner, Decider approver) {
        var programme = programmes.bySlug(members.programme());
        var cohort = programme.cohort(members.cohort());
        programme.courses().stream()
                .map(courses::publishedById)
                .filter(course -> course.certificateTemplate() != null)
                .forEach(course -> {
                    var batch = UUID.randomUUID();
                    Acting.run(planner.account(), planner.role(), () -> planning.check(batch, new BatchPlan(
                            programme.slug(), course.courseSlug(), cohort.slug(), null,
                            cohort.title().id() + " " + course.code())));
                    Acting.run(approver.account(), approver.role(), () -> {
                        issuing.approve(batch, issuing.batch(batch).checkedAt());
                        issuing.issue(batch);
                    });
                });
    }
}
