package id.sanggar.insight;

import id.sanggar.shared.LocalizedText;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the things are called that columns know by their ids.
 *
 * @param organisations by id
 * @param cohorts of the programme, by id
 * @param courses of the programme, by id
 */
record Names(Map<Long, Name> organisations, Map<Long, Name> cohorts, Map<Long, Name> courses) {

    Names {
        organisations = Map.copyOf(organisations);
        cohorts = Map.copyOf(cohorts);
        courses = Map.copyOf(courses);
    }

    record Name(String slug, LocalizedText title) {
    }

    /** @return null if there is no such organisation */
    String organisationSlug(Long id) {
        return slug(organisations.get(id));
    }

    /** @return null if there is no such cohort */
    String cohortSlug(Long id) {
        return slug(cohorts.get(id));
    }

    /** @return null if the programme has no such course */
    Long courseId(String slug) {
        return courses.entrySet().stream()
                .filter(course -> course.getValue().slug().equals(slug))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** @param id of a course of the programme */
    Numbers.Course course(Long id) {
        return new Numbers.Course(id, courses.get(id).slug(), courses.get(id).title());
    }

    /** By slug. */
    Map<String, LocalizedText> titles(Map<Long, Name> names) {
        return names.values().stream().collect(Collectors.toMap(Name::slug, Name::title));
    }

    private static String slug(Name name) {
        return name == null ? null : name.slug();
    }
}
