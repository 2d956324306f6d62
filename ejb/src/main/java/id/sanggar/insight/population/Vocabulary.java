package id.sanggar.insight.population;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values that occur in a column, each with its code: what a filter asks of a value is asked once for each of these,
 * not for each member. Codes never change; new ones are added at the end. The first is that of null.
 */
public final class Vocabulary<T> {

    private final List<T> values;
    private final Map<T, Integer> codes;

    private Vocabulary(List<T> values) {
        this.values = Collections.unmodifiableList(values);
        this.codes = new HashMap<>(2 * values.size());
        for (int code = 0; code < values.size(); code++) {
            codes.put(values.get(code), code);
        }
    }

    static <T> Vocabulary<T> empty() {
        return new Vocabulary<>(Collections.singletonList(null));
    }

    /** By code. */
    public List<T> values() {
        return values;
    }

    /** Finds codes while members are read, and gives new ones. */
    static final class Learning<T> {

        private final Vocabulary<T> known;
        private final Map<T, Integer> codes = new HashMap<>();
        private final List<T> learnt = new ArrayList<>();

        Learning(Vocabulary<T> known) {
            this.known = known;
        }

        int code(T value) {
            var code = known.codes.get(value);
            return code != null ? code : codes.computeIfAbsent(value, unknown -> {
                learnt.add(unknown);
                return known.values.size() + learnt.size() - 1;
            });
        }

        Vocabulary<T> learnt() {
            if (learnt.isEmpty()) {
                return known;
            }
            var values = new ArrayList<>(known.values);
            values.addAll(learnt);
            return new Vocabulary<>(values);
        }
    }
}
