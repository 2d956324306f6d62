package id.sanggar.search;

import id.sanggar.course.Audience;
import id.sanggar.course.Outline;
import id.sanggar.course.Outlines;
import id.sanggar.identity.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The courses whose content a person may open: the public ones that still take people in, and those she takes.
 */
@ApplicationScoped
class Readable {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Outlines outlines;

    @Inject
    private Access access;

    /** By id. */
    Map<Long, Outline> courses() {
        var all = outlines.allPublished();
        var taken = all.stream().allMatch(this::isOpen) ? Set.of() : taken();
        return all.stream()
                .filter(course -> isOpen(course) || taken.contains(course.courseId()))
                .collect(Collectors.toUnmodifiableMap(Outline::courseId, Function.identity()));
    }

    private boolean isOpen(Outline course) {
        return course.audience() == Audience.PUBLIC && !outlines.isRetired(course.courseId());
    }

    private Set<?> taken() {
        return access.caller()
                .map(caller -> Set.copyOf(entityManager
                        .createNativeQuery("select course_id from enrolment where account_id = :caller", Long.class)
                        .setParameter("caller", caller)
                        .getResultList()))
                .orElse(Set.of());
    }
}
