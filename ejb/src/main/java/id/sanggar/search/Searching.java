package id.sanggar.search;

import id.sanggar.course.Outline;
import id.sanggar.search.SearchResult.CourseCount;
import id.sanggar.search.SearchResult.Hit;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.orm.Search;

/**
 * Finds what a person looks for among what she may open. Every word must be met, in the title or the text, in either
 * language; a title weighs more than a text. Words that are found nowhere as typed are taken for typing errors.
 */
@Stateless
public class Searching {

    private static final int PAGE_SIZE = 10;
    private static final int LAST_PAGE = 50;
    private static final int SUGGESTIONS = 6;
    private static final int SHORTEST_FUZZY = 3;

    private static final AggregationKey<Map<Long, Long>> BY_COURSE = AggregationKey.of("course");
    private static final AggregationKey<Map<DocumentKind, Long>> BY_KIND = AggregationKey.of("kind");
    private static final AggregationKey<Map<String, Long>> BY_LANGUAGE = AggregationKey.of("language");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Readable readable;

    @Inject
    private Spelling spelling;

    @Inject
    private Excerpts excerpts;

    /** A document, as the index knows it. */
    private record Found(Long id, DocumentKind kind, Long courseId, String target) {
    }

    /** Something to go to while one is still typing. */
    public record Suggestion(DocumentKind kind, LocalizedText title, String course, String activity) {
    }

    /**
     * @param language the titles are shown in
     * @return nothing found if nothing was asked
     */
    @PermitAll
    public SearchResult search(SearchRequest request, Locale language) {
        var words = Words.of(request.words());
        var courses = readable.courses();
        if (words.isEmpty() || courses.isEmpty()) {
            return new SearchResult(new Page<>(List.of(), 0, 1, PAGE_SIZE), List.of(), Map.of(), Map.of(), false, null);
        }
        var exact = find(request, words, courses, language, false);
        return exact.hits().total() > 0 ? exact : find(request, words, courses, language, true);
    }

    private SearchResult find(SearchRequest request, List<String> words, Map<Long, Outline> courses, Locale language,
            boolean inexact) {
        int page = Math.max(1, Math.min(LAST_PAGE, request.page()));
        var found = Search.session(entityManager).search(SearchDocument.class)
                .select(f -> f.composite()
                        .from(f.id(Long.class), f.field("kind", DocumentKind.class), f.field("courseId", Long.class),
                                f.field("target", String.class))
                        .asList(Searching::found))
                .where(f -> f.bool()
                        .with(all -> words.forEach(word -> all.must(meets(f, word, inexact))))
                        .with(all -> narrow(f, request, courses).forEach(all::filter)))
                .aggregation(BY_COURSE, f -> f.terms().field("courseId", Long.class))
                .aggregation(BY_KIND, f -> f.terms().field("kind", DocumentKind.class))
                .aggregation(BY_LANGUAGE, f -> f.terms().field("language", String.class))
                .fetch((page - 1) * PAGE_SIZE, PAGE_SIZE);
        var byCourse = found.aggregation(BY_COURSE).entrySet().stream()
                .map(count -> new CourseCount(courses.get(count.getKey()), count.getValue()))
                .sorted(Comparator.comparingLong(CourseCount::hits).reversed())
                .toList();
        var correct = inexact ? spelling.correct(words) : null;
        var sought = excerpts.sought(correct == null ? words : Words.of(correct));
        var hits = found.hits().stream()
                .filter(hit -> excerpts.has(hit.id()))
                .map(hit -> hit(hit, courses, sought, language))
                .toList();
        return new SearchResult(new Page<>(hits, found.total().hitCount(), page, PAGE_SIZE), byCourse,
                found.aggregation(BY_KIND), found.aggregation(BY_LANGUAGE), inexact, correct);
    }

    private static SearchPredicate meets(SearchPredicateFactory f, String word, boolean inexact) {
        var either = f.bool()
                .should(f.match().field("title").field("titleEn").matching(word).boost(5))
                .should(f.match().field("body").field("bodyEn").matching(word))
                .should(f.match().field("titleStart").field("titleEnStart").matching(word).boost(2));
        if (inexact && word.length() >= SHORTEST_FUZZY) {
            either.should(f.match().fields("title", "titleEn", "words").matching(word).fuzzy(2, 1).boost(0.5f))
                    .should(f.match().fields("body", "bodyWords").matching(word).fuzzy(1, 1).boost(0.1f));
        }
        return either.toPredicate();
    }

    /** Only what may be opened, and only the course, kind and language asked for. */
    private List<SearchPredicate> narrow(SearchPredicateFactory f, SearchRequest request,
            Map<Long, Outline> courses) {
        var wanted = courses.values().stream()
                .filter(course -> request.course() == null || course.courseSlug().equals(request.course()))
                .map(Outline::courseId)
                .toList();
        var may = wanted.isEmpty()
                ? f.matchNone().toPredicate()
                : f.terms().field("courseId").matchingAny(wanted).toPredicate();
        var kind = request.kind() == null
                ? f.matchAll().toPredicate()
                : f.match().field("kind").matching(request.kind()).toPredicate();
        var language = request.language() == null
                ? f.matchAll().toPredicate()
                : f.match().field("language").matching(request.language()).toPredicate();
        return List.of(may, kind, language, open(f, courses.values()));
    }

    /** All but the texts whose day has not come. */
    private SearchPredicate open(SearchPredicateFactory f, Collection<Outline> courses) {
        return f.bool().must(f.matchAll()).with(all -> readable.closed(courses).forEach((course, activities) ->
                all.mustNot(f.bool()
                        .filter(f.match().field("courseId").matching(course))
                        .filter(f.terms().field("kind").matchingAny(DocumentKind.LESSON, DocumentKind.SHEET))
                        .filter(f.terms().field("target").matchingAny(activities))))).toPredicate();
    }

    private static Found found(List<?> parts) {
        return new Found((Long) parts.get(0), (DocumentKind) parts.get(1), (Long) parts.get(2), (String) parts.get(3));
    }

    private Hit hit(Found found, Map<Long, Outline> courses, Excerpts.Sought sought, Locale language) {
        var course = courses.get(found.courseId());
        var section = found.target() == null ? null : course.find(found.target())
                .map(activity -> course.sectionOf(activity.slug()).title())
                .orElse(null);
        return new Hit(found.kind(), course, section, found.target(), excerpts.title(found.id(), sought, language),
                excerpts.passage(found.id(), sought, language));
    }

    /** @param start of what somebody is typing, untrusted */
    @PermitAll
    public List<Suggestion> suggest(String start) {
        var words = Words.of(start);
        var courses = readable.courses();
        if (words.isEmpty() || courses.isEmpty()) {
            return List.of();
        }
        var found = Search.session(entityManager).search(SearchDocument.class)
                .select(f -> f.composite()
                        .from(f.id(Long.class), f.field("kind", DocumentKind.class), f.field("courseId", Long.class),
                                f.field("target", String.class))
                        .asList(Searching::found))
                .where(f -> f.bool()
                        .with(all -> words.forEach(word -> all.must(
                                f.match().field("titleStart").field("titleEnStart").matching(word))))
                        .with(all -> all.filter(f.terms().field("courseId").matchingAny(courses.keySet()))))
                .fetchHits(SUGGESTIONS);
        return found.stream()
                .filter(hit -> excerpts.has(hit.id()))
                .map(hit -> new Suggestion(hit.kind(), excerpts.title(hit.id()),
                        courses.get(hit.courseId()).courseSlug(), hit.target()))
                .toList();
    }
}
