package id.sanggar.course;

import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What anyone, signed in or not, may know about the courses there are. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Catalogue {

    private static final int PAGE_SIZE = 24;

    @Inject
    private Outlines outlines;

    /** A course in a list. */
    public record CourseCard(String slug, LocalizedText title, LocalizedText summary, Level level, int hours,
            int lessons, LocalizedText organisation, Audience audience) {

        public static CourseCard of(Outline course) {
            return new CourseCard(course.courseSlug(), course.title(), course.summary(), course.level(),
                    course.hours(), course.lessons().size(), course.organisation().name(), course.audience());
        }
    }

    /**
     * The courses open to everyone, by title in the reader's language.
     *
     * @param number of the page, from 1
     */
    public Page<CourseCard> courses(int number, Locale locale) {
        var open = outlines.allPublished().stream()
                .filter(course -> course.audience() == Audience.PUBLIC && !outlines.isRetired(course.courseId()))
                .sorted(Comparator.comparing(course -> course.title().in(locale), String.CASE_INSENSITIVE_ORDER))
                .toList();
        var page = Math.max(1, number);
        List<CourseCard> cards = open.stream()
                .skip((page - 1L) * PAGE_SIZE)
                .limit(PAGE_SIZE)
                .map(CourseCard::of)
                .toList();
        return new Page<>(cards, open.size(), page, PAGE_SIZE);
    }

    /**
     * A course as its public page shows it, without the text of its lessons.
     *
     * @throws NotFound if there is no such course, or nothing of it is published
     */
    public Outline course(String slug) {
        return outlines.published(slug);
    }
}
