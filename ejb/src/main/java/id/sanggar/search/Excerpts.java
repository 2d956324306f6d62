package id.sanggar.search;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import id.sanggar.search.analysis.Analysis;
import id.sanggar.shared.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.hibernate.search.backend.lucene.LuceneBackend;
import org.hibernate.search.mapper.orm.Search;

/**
 * Titles and passages of what was found, with the words marked. A document never changes (a new version of a course has
 * new ones), so each is taken apart once; to mark a page of hits then costs next to nothing.
 */
@ApplicationScoped
class Excerpts {

    private static final int CHARACTERS_KEPT = 8_000_000;
    private static final int PASSAGE = 220;

    @PersistenceContext
    private EntityManager entityManager;

    @PersistenceUnit
    private EntityManagerFactory entityManagers;

    private final LoadingCache<Long, Document> documents = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS_KEPT)
            .weigher((Long id, Document document) -> document.length())
            .executor(Runnable::run)
            .build(this::read);

    private record Document(LocalizedText plainTitle, MarkedText title, MarkedText titleEn, MarkedText body,
            MarkedText bodyEn) {

        int length() {
            return title.length() + titleEn.length() + body.length() + bodyEn.length();
        }
    }

    /** The words of a question, in the form they are found by in each language. */
    record Sought(Set<String> indonesian, Set<String> english) {
    }

    Sought sought(List<String> words) {
        var text = String.join(" ", words);
        return new Sought(forms(text, Analysis.INDONESIAN_QUERY), forms(text, Analysis.ENGLISH_QUERY));
    }

    /** False for what the index still holds and the database no more, until the index is built anew. */
    boolean has(Long document) {
        return documents.get(document) != null;
    }

    /** As it was written. */
    LocalizedText title(long document) {
        return documents.get(document).plainTitle();
    }

    /** As HTML. */
    String title(long document, Sought sought, Locale language) {
        var found = documents.get(document);
        return isEnglish(language) ? found.titleEn().whole(sought.english()) : found.title().whole(sought.indonesian());
    }

    /** As HTML, in the preferred language unless the words stand only in the other; empty where there is no text. */
    String passage(long document, Sought sought, Locale language) {
        var found = documents.get(document);
        boolean inEnglish = found.bodyEn().has(sought.english());
        boolean inIndonesian = found.body().has(sought.indonesian());
        boolean english = isEnglish(language) ? inEnglish || !inIndonesian : inEnglish && !inIndonesian;
        return english && found.bodyEn().length() > 0
                ? found.bodyEn().excerpt(sought.english(), PASSAGE)
                : found.body().excerpt(sought.indonesian(), PASSAGE);
    }

    private static boolean isEnglish(Locale language) {
        return "en".equals(language.getLanguage());
    }

    private Document read(long id) {
        var document = entityManager.find(SearchDocument.class, id);
        return document == null ? null : new Document(document.title(),
                marked(document.title().id(), Analysis.INDONESIAN), marked(document.title().en(), Analysis.ENGLISH),
                marked(document.body().id(), Analysis.INDONESIAN), marked(document.body().en(), Analysis.ENGLISH));
    }

    private MarkedText marked(String text, String analyzer) {
        return MarkedText.read(text, analyzer(analyzer));
    }

    private Set<String> forms(String text, String analyzer) {
        Set<String> forms = new HashSet<>();
        try (var words = analyzer(analyzer).tokenStream("text", text)) {
            var word = words.addAttribute(CharTermAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                forms.add(word.toString());
            }
            words.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return forms;
    }

    private Analyzer analyzer(String name) {
        return Search.mapping(entityManagers).backend().unwrap(LuceneBackend.class).analyzer(name).orElseThrow();
    }
}
