package id.sanggar.insight;

import id.sanggar.programme.MemberFilter;
import id.sanggar.shared.LocalizedText;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the things are called that columns know by their ids.
 *
 * @param organisations by id
 * @param cohorts of the programme, by id
 * @param courses of the programme, by id
 * @param areas by code; null of what is none
 * @param targets of partners and areas
 */
record Names(Map<Long, Name> organisations, Map<Long, Name> cohorts, Map<Long, Name> courses,
        Function<String, LocalizedText> areas, List<Targets.OfPart> targets) {

    Names {
        organisations = Map.copyOf(organisations);
        cohorts = Map.copyOf(cohorts);
        courses = Map.copyOf(courses);
        targets = List.copyOf(targets);
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

    /** Of organisations or cohorts, by slug; nothing of other dimensions. */
    Map<String, LocalizedText> titles(Dimension dimension) {
        var named = switch (dimension) {
            case PARTNER -> organisations;
            case COHORT -> cohorts;
            default -> Map.<Long, Name>of();
        };
        return named.values().stream().collect(Collectors.toMap(Name::slug, Name::title));
    }

    /** @param key of a group of areas. @return null where there is none of that code */
    LocalizedText area(String key) {
        return areas.apply(key.endsWith(MemberFilter.NONE) ? key.substring(0, key.length() - 1) : key);
    }

    private static String slug(Name name) {
        return name == null ? null : name.slug();
    }
}
