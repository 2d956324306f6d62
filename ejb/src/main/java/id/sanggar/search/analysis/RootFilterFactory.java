package id.sanggar.search.analysis;

import java.util.Map;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;

/** Makes {@link RootFilter}s; Lucene finds the constructor. */
public class RootFilterFactory extends TokenFilterFactory {

    /** The name Lucene knows the filter by. */
    public static final String NAME = "indonesianRoot";

    public RootFilterFactory(Map<String, String> parameters) {
        super(parameters);
        if (!parameters.isEmpty()) {
            throw new IllegalArgumentException("Unknown parameters: " + parameters);
        }
    }

    /** Lucene asks for it; it always throws, for the filter cannot be found by name alone. */
    public RootFilterFactory() {
        throw defaultCtorException();
    }

    @Override
    public TokenStream create(TokenStream input) {
        return new RootFilter(input);
    }
}
