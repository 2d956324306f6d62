package id.sanggar.programme;

import id.sanggar.shared.Invalid;
import id.sanggar.shared.Message;
import id.sanggar.shared.ThreeWay;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Forms that several managers have open at once: nobody overrules another unseen. */
final class Meanwhile {

    /** Their values are words of the program's, not of people. */
    private static final Set<String> CHOSEN = Set.of("gender", "kind", "turnover");

    private Meanwhile() {
    }

    /**
     * What was typed, and what somebody else changed where the caller did not.
     *
     * @param was what the form showed when it was opened
     * @throws Invalid with every field that both changed, and what stands there now
     */
    static Map<String, String> merge(Map<String, String> was, Map<String, String> typed, Map<String, String> now) {
        var both = ThreeWay.of(was, typed, now);
        if (!both.collisions().isEmpty()) {
            var wrong = new LinkedHashMap<String, Message>();
            both.collisions().forEach(field -> wrong.put(field,
                    CHOSEN.contains(field) || now.get(field).isEmpty() ? new Message("programme.changed-too")
                            : new Message("programme.changed-to", now.get(field))));
            throw new Invalid(wrong);
        }
        return both.fields();
    }
}
