package id.sanggar.search;

import id.sanggar.course.CoursePublished;
import id.sanggar.course.Lessons;
import id.sanggar.course.MediaFiles;
import id.sanggar.course.Outline;
import id.sanggar.course.Outlines;
import id.sanggar.shared.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.search.mapper.orm.Search;

/** Keeps, for every published course, what can be found in it. */
@ApplicationScoped
public class SearchDocuments {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Outlines outlines;

    @Inject
    private Lessons lessons;

    @Inject
    private MediaFiles media;

    void follow(@Observes CoursePublished event) {
        write(outlines.version(event.versionId()));
    }

    /** Replaces what is known of a course. Searches see all of the old or all of the new. */
    public void write(Outline course) {
        entityManager.createQuery("select d from SearchDocument d where d.courseId = :course", SearchDocument.class)
                .setParameter("course", course.courseId())
                .getResultList()
                .forEach(entityManager::remove);
        entityManager.flush();
        writeCourse(course);
        course.sections().forEach(section -> writeSection(course, section));
        var sheets = media.texts(course.versionId());
        course.activities().forEach(activity -> writeActivity(course, activity, sheets));
        course.topics().forEach(topic -> writeTopic(course, topic));
    }

    private void writeCourse(Outline course) {
        add(course, DocumentKind.COURSE, course.courseSlug(), null, course.title(), inBoth(language ->
                course.summary().in(language) + "\n" + course.outcomes().stream()
                        .map(outcome -> outcome.in(language))
                        .collect(Collectors.joining("\n"))));
    }

    private void writeSection(Outline course, Outline.Section section) {
        var first = section.activities().isEmpty() ? null : section.activities().get(0).slug();
        add(course, DocumentKind.SECTION, section.slug(), first, section.title(), inBoth(language ->
                section.activities().stream()
                        .map(activity -> activity.title().in(language))
                        .collect(Collectors.joining(" · "))));
    }

    private void writeActivity(Outline course, Outline.Activity activity, Map<String, String> sheets) {
        if (activity.isLesson()) {
            add(course, DocumentKind.LESSON, activity.slug(), activity.slug(), activity.title(),
                    taught(course, lessons.plainText(activity.id())));
        } else if (activity.isSheet()) {
            var file = activity.media().substring(activity.media().lastIndexOf('/') + 1);
            add(course, DocumentKind.SHEET, activity.slug(), activity.slug(), activity.title(),
                    taught(course, sheets.getOrDefault(file, "")));
        }
    }

    private void writeTopic(Outline course, Outline.Topic topic) {
        var teaching = course.lessonsTeaching(topic.slug());
        add(course, DocumentKind.TOPIC, topic.slug(), teaching.isEmpty() ? null : teaching.get(0).slug(), topic.title(),
                inBoth(language -> teaching.stream()
                        .map(lesson -> lesson.title().in(language))
                        .collect(Collectors.joining(" · "))));
    }

    private static LocalizedText taught(Outline course, String text) {
        return "en".equals(course.language()) ? new LocalizedText("", text) : new LocalizedText(text, "");
    }

    private static LocalizedText inBoth(Function<Locale, String> text) {
        return new LocalizedText(text.apply(LocalizedText.INDONESIAN), text.apply(Locale.ENGLISH));
    }

    private void add(Outline course, DocumentKind kind, String slug, String target, LocalizedText title,
            LocalizedText body) {
        entityManager.persist(
                new SearchDocument(course.courseId(), kind, slug, target, course.language(), title, body));
    }

    /** @return how many documents of the index were not in the database any more */
    @Transactional
    public int removeStrays() {
        var session = Search.session(entityManager);
        var indexed = session.search(SearchDocument.class)
                .select(f -> f.id(Long.class))
                .where(f -> f.matchAll())
                .fetchAllHits();
        var known = Set.copyOf(
                entityManager.createQuery("select d.id from SearchDocument d", Long.class).getResultList());
        var strays = indexed.stream().filter(id -> !known.contains(id)).toList();
        strays.forEach(id -> session.indexingPlan().purge(SearchDocument.class, id, null));
        return strays.size();
    }

    long count() {
        return entityManager.createQuery("select count(d) from SearchDocument d", Long.class).getSingleResult();
    }
}
