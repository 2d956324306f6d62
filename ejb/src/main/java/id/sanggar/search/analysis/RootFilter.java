package id.sanggar.search.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.id.IndonesianStemmer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Puts the root in place of an Indonesian word: the known one, or else what Lucene's own stemmer leaves of it. */
final class RootFilter extends TokenFilter {

    private static final int LONGEST_AFFIXED = 25;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final IndonesianStemmer stemmer = new IndonesianStemmer();

    RootFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (term.length() <= LONGEST_AFFIXED) {
            Roots.of(term.toString()).ifPresentOrElse(
                    root -> term.setEmpty().append(root),
                    () -> term.setLength(stemmer.stem(term.buffer(), term.length(), true)));
        }
        return true;
    }
}
