package id.sanggar.assessment;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Which questions a list of the bank shows. What is null does not narrow it.
 *
 * @param owner {@code course:} or {@code organisation:} with the slug
 * @param category id
 * @param text part of title, prompt or slug
 */
public record BankFilter(String owner, Long category, String topic, String tag, Difficulty difficulty,
        QuestionType type, QuestionState state, String text) {

    public static final BankFilter EVERYTHING = new BankFilter(null, null, null, null, null, null, null, null);

    private static final int LONGEST = 200;

    /** Reads what {@link #parameters} wrote, from whoever sent it: what makes no sense is left out. */
    public static BankFilter from(Map<String, String> parameters) {
        var category = given(parameters, "category");
        return new BankFilter(given(parameters, "owner"),
                category == null || !category.matches("[0-9]{1,18}") ? null : Long.valueOf(category),
                given(parameters, "topic"), given(parameters, "tag"),
                constant(Difficulty.class, given(parameters, "difficulty")),
                constant(QuestionType.class, given(parameters, "type")),
                constant(QuestionState.class, given(parameters, "state")), given(parameters, "q"));
    }

    private static String given(Map<String, String> parameters, String name) {
        var value = parameters.get(name);
        return value == null || value.isBlank() || value.length() > LONGEST ? null : value.strip();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(name)) {
                return constant;
            }
        }
        return null;
    }

    /** What narrows the list, for an address. */
    public Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "owner", owner);
        put(parameters, "category", category);
        put(parameters, "topic", topic);
        put(parameters, "tag", tag);
        put(parameters, "difficulty", difficulty);
        put(parameters, "type", type);
        put(parameters, "state", state);
        put(parameters, "q", text);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, Object value) {
        if (value != null) {
            parameters.put(name, value instanceof Enum<?> constant
                    ? constant.name().toLowerCase(Locale.ROOT) : value.toString());
        }
    }

    String course() {
        return owned("course:");
    }

    String organisation() {
        return owned("organisation:");
    }

    private String owned(String prefix) {
        return owner != null && owner.startsWith(prefix) ? owner.substring(prefix.length()) : null;
    }
}
