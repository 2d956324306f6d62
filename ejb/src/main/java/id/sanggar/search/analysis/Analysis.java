package id.sanggar.search.analysis;

import org.apache.lucene.analysis.charfilter.MappingCharFilterFactory;
import org.apache.lucene.analysis.core.FlattenGraphFilterFactory;
import org.apache.lucene.analysis.core.LowerCaseFilterFactory;
import org.apache.lucene.analysis.core.StopFilterFactory;
import org.apache.lucene.analysis.en.EnglishPossessiveFilterFactory;
import org.apache.lucene.analysis.en.PorterStemFilterFactory;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilterFactory;
import org.apache.lucene.analysis.ngram.EdgeNGramFilterFactory;
import org.apache.lucene.analysis.standard.StandardTokenizerFactory;
import org.apache.lucene.analysis.synonym.SynonymGraphFilterFactory;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/**
 * The house's analyzers. Abbreviations with hyphens (P-IRT, SPP-IRT, CPPB-IRT) become one word before anything else;
 * synonyms are added when a text is indexed, so that a question stays as short as it was asked.
 */
public class Analysis implements LuceneAnalysisConfigurer {

    public static final String INDONESIAN = "indonesian";
    public static final String INDONESIAN_QUERY = "indonesian-query";
    public static final String ENGLISH = "english";
    public static final String ENGLISH_QUERY = "english-query";
    public static final String PLAIN = "plain";
    public static final String START_OF_WORDS = "start-of-words";

    private static final String FILES = "id/sanggar/search/analysis/";

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        context.analyzer(INDONESIAN).custom()
                .tokenizer(StandardTokenizerFactory.class)
                .charFilter(MappingCharFilterFactory.class).param("mapping", FILES + "abbreviations.txt")
                .tokenFilter(LowerCaseFilterFactory.class)
                .tokenFilter(ASCIIFoldingFilterFactory.class)
                .tokenFilter(SynonymGraphFilterFactory.class)
                        .param("synonyms", FILES + "synonyms.txt").param("expand", "true")
                .tokenFilter(FlattenGraphFilterFactory.class)
                .tokenFilter(StopFilterFactory.class).param("words", FILES + "stop-words-id.txt")
                .tokenFilter(RootFilterFactory.class);
        context.analyzer(INDONESIAN_QUERY).custom()
                .tokenizer(StandardTokenizerFactory.class)
                .charFilter(MappingCharFilterFactory.class).param("mapping", FILES + "abbreviations.txt")
                .tokenFilter(LowerCaseFilterFactory.class)
                .tokenFilter(ASCIIFoldingFilterFactory.class)
                .tokenFilter(StopFilterFactory.class).param("words", FILES + "stop-words-id.txt")
                .tokenFilter(RootFilterFactory.class);
        context.analyzer(ENGLISH).custom()
                .tokenizer(StandardTokenizerFactory.class)
                .charFilter(MappingCharFilterFactory.class).param("mapping", FILES + "abbreviations.txt")
                .tokenFilter(EnglishPossessiveFilterFactory.class)
                .tokenFilter(LowerCaseFilterFactory.class)
                .tokenFilter(SynonymGraphFilterFactory.class)
                        .param("synonyms", FILES + "synonyms.txt").param("expand", "true")
                .tokenFilter(FlattenGraphFilterFactory.class)
                .tokenFilter(StopFilterFactory.class)
                .tokenFilter(PorterStemFilterFactory.class);
        context.analyzer(ENGLISH_QUERY).custom()
                .tokenizer(StandardTokenizerFactory.class)
                .charFilter(MappingCharFilterFactory.class).param("mapping", FILES + "abbreviations.txt")
                .tokenFilter(EnglishPossessiveFilterFactory.class)
                .tokenFilter(LowerCaseFilterFactory.class)
                .tokenFilter(StopFilterFactory.class)
                .tokenFilter(PorterStemFilterFactory.class);
        context.analyzer(PLAIN).custom()
                .tokenizer(StandardTokenizerFactory.class)
                .charFilter(MappingCharFilterFactory.class).param("mapping", FILES + "abbreviations.txt")
                .tokenFilter(LowerCaseFilterFactory.class);
        context.analyzer(START_OF_WORDS).custom()
                .tokenizer(StandardTokenizerFactory.class)
                .charFilter(MappingCharFilterFactory.class).param("mapping", FILES + "abbreviations.txt")
                .tokenFilter(LowerCaseFilterFactory.class)
                .tokenFilter(EdgeNGramFilterFactory.class).param("minGramSize", "1").param("maxGramSize", "12")
                        .param("preserveOriginal", "true");
    }
}
