package id.sanggar.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.mapper.orm.Search;

/** Guesses what a misspelt word was meant to be, from the words that stand in the courses. */
@ApplicationScoped
class Spelling {

    private static final String WORDS = "bodyWords";

    @PersistenceContext
    private EntityManager entityManager;

    private final DirectSpellChecker checker = new DirectSpellChecker();

    /** @return the words with the unknown ones corrected; null if nothing better is known */
    String correct(List<String> words) {
        try (var reader = Search.session(entityManager).scope(SearchDocument.class)
                .extension(LuceneExtension.get()).openIndexReader()) {
            var corrected = words.stream().map(word -> nearest(word, reader)).toList();
            return corrected.equals(words) ? null : String.join(" ", corrected);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String nearest(String word, IndexReader reader) {
        try {
            var similar = checker.suggestSimilar(
                    new Term(WORDS, word), 1, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
            return similar.length == 0 ? word : similar[0].string;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
