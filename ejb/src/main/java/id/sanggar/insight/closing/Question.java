package id.sanggar.insight.closing;

import id.sanggar.shared.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** A statement whose gaps have names, for those that ask the same in several places: {@code :programme}. */
record Question(String sql, List<Object> parameters) {

    private static final Pattern GAP = Pattern.compile("(?<![:\\w]):([a-z]+)");

    /** @param values by the name of the gap, none of them null */
    static Question of(String sql, Map<String, Object> values) {
        var parameters = new ArrayList<Object>();
        var text = GAP.matcher(sql).replaceAll(gap -> {
            parameters.add(Objects.requireNonNull(values.get(gap.group(1)), gap.group(1)));
            return "?";
        });
        return new Question(text, parameters);
    }

    <T> List<T> rows(Sql database, Sql.Reading<T> reading) {
        return database.rows(sql, reading, parameters.toArray());
    }

    int write(Sql database) {
        return database.write(sql, parameters.toArray());
    }
}
