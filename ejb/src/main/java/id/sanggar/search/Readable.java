package id.sanggar.search;

import id.sanggar.course.Audience;
import id.sanggar.course.Outline;
import id.sanggar.course.Outlines;
import id.sanggar.identity.Access;
import id.sanggar.learning.Lock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The courses whose content a person may open: the public ones that still take people in, and those she takes. What
 * opens on a later day is kept back from everyone.
 */
@ApplicationScoped
class Readable {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Outlines outlines;

    @Inject
    private Access access;

    @Inject
    private Clock clock;

    /** By id. */
    Map<Long, Outline> courses() {
        var all = outlines.allPublished();
        var taken = all.stream().allMatch(this::isOpen) ? Set.of() : taken();
        return all.stream()
                .filter(course -> isOpen(course) || taken.contains(course.courseId()))
                .collect(Collectors.toUnmodifiableMap(Outline::courseId, Function.identity()));
    }

    /** Slugs of what nobody may read yet, because its day has not come, by the course's id. */
    Map<Long, List<String>> closed(Collection<Outline> courses) {
        var today = Lock.today(clock);
        var closed = new HashMap<Long, List<String>>();
        courses.forEach(course -> {
            var later = course.activities().stream()
                    .filter(activity -> activity.opensOn() != null && activity.opensOn().isAfter(today))
                    .map(Outline.Activity::slug)
                    .toList();
            if (!later.isEmpty()) {
                closed.put(course.courseId(), later);
            }
        });
        return closed;
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
