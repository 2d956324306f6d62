package id.sanggar.shared;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A form that two people changed at once, put together field by field: what only one of them changed is taken from her.
 *
 * @param fields as they are to be
 * @param collisions the fields that both changed, differently
 */
public record ThreeWay(Map<String, String> fields, Set<String> collisions) {

    /**
     * @param was what her page showed when she opened it
     * @param typed what she made of it
     * @param now what stands there now
     */
    public static ThreeWay of(Map<String, String> was, Map<String, String> typed, Map<String, String> now) {
        var fields = new LinkedHashMap<String, String>();
        var collisions = new LinkedHashSet<String>();
        now.forEach((name, current) -> {
            var mine = typed.getOrDefault(name, current);
            var before = was.getOrDefault(name, current);
            if (!mine.equals(before) && !current.equals(before) && !mine.equals(current)) {
                collisions.add(name);
            }
            fields.put(name, mine.equals(before) ? current : mine);
        });
        return new ThreeWay(fields, collisions);
    }
}
