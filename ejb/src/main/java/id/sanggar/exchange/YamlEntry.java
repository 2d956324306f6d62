package id.sanggar.exchange;

import id.sanggar.shared.JsonText;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Slug;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping in a YAML file that knows its place. Whoever asks it for something that is missing or wrong gets a harmless
 * stand-in, and the problem is noted with file and line: so one reading finds all problems. No Java object is ever
 * made from what a file says.
 */
final class YamlEntry {

    private static final int LARGEST_FILE = 500_000;
    private static final int DEEPEST_NESTING = 20;

    private final String file;
    private final int firstLine;
    private final Problems problems;
    private final Node node;
    private final Map<String, Node> values = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    private YamlEntry(String file, int firstLine, Node node, Problems problems) {
        this.file = file;
        this.firstLine = firstLine;
        this.node = node;
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> keep(tuple.getKeyNode(), tuple.getValueNode()));
        } else if (node != null) {
            problems.add(file, line(), "exchange.key-value");
        }
    }

    private void keep(Node key, Node value) {
        var name = key instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (values.put(name, value) != null) {
            problems.add(file, lineOf(key), "exchange.twice", name);
        }
        lines.put(name, lineOf(key));
    }

    /** The mapping that a file consists of. */
    static YamlEntry mapping(String file, String text, Problems problems) {
        return mapping(file, 1, text, problems);
    }

    /** @param firstLine the line of the file at which the text begins */
    static YamlEntry mapping(String file, int firstLine, String text, Problems problems) {
        return new YamlEntry(file, firstLine, compose(file, firstLine, text, problems), problems);
    }

    /** The mappings of the list that a file consists of. */
    static List<YamlEntry> list(String file, String text, Problems problems) {
        var node = compose(file, 1, text, problems);
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(item -> new YamlEntry(file, 1, item, problems)).toList();
        }
        if (node != null) {
            problems.add(file, 1, "exchange.no-list-file");
        }
        return List.of();
    }

    private static Node compose(String file, int firstLine, String text, Problems problems) {
        var options = new LoaderOptions();
        options.setCodePointLimit(LARGEST_FILE);
        options.setNestingDepthLimit(DEEPEST_NESTING);
        options.setMaxAliasesForCollections(0);
        try {
            var root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root == null) {
                problems.add(file, firstLine, "exchange.empty-file");
            }
            return root;
        } catch (MarkedYAMLException unreadable) {
            var mark = unreadable.getProblemMark();
            problems.add(file, mark == null ? firstLine : firstLine + mark.getLine(), "exchange.yaml",
                    unreadable.getProblem());
        } catch (YAMLException unreadable) {
            problems.add(file, firstLine, "exchange.yaml", unreadable.getMessage());
        }
        return null;
    }

    int line() {
        return node == null ? firstLine : lineOf(node);
    }

    int line(String key) {
        return lines.getOrDefault(key, line());
    }

    private int lineOf(Node place) {
        return firstLine + place.getStartMark().getLine();
    }

    /** All there is, asked for or not. */
    Set<String> keys() {
        return values.keySet();
    }

    /** The values under these keys, as JSON. */
    JsonObject json(Predicate<String> keys) {
        var object = JsonText.object();
        values.forEach((key, value) -> {
            if (keys.test(key)) {
                asked.add(key);
                object.add(key, json(value));
            }
        });
        return object.build();
    }

    private JsonValue json(Node value) {
        if (value instanceof MappingNode mapping) {
            var object = JsonText.object();
            new YamlEntry(file, firstLine, mapping, problems).values
                    .forEach((key, each) -> object.add(key, json(each)));
            return object.build();
        }
        if (value instanceof SequenceNode sequence) {
            var array = JsonText.array();
            sequence.getValue().forEach(each -> array.add(json(each)));
            return array.build();
        }
        var text = ((ScalarNode) value).getValue();
        if (value.getTag().equals(Tag.NULL)) {
            return JsonValue.NULL;
        }
        if (value.getTag().equals(Tag.BOOL)) {
            return text.equals("true") || text.equals("yes") || text.equals("on") ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value.getTag().equals(Tag.INT) || value.getTag().equals(Tag.FLOAT)) {
            if (Bodies.isNumber(text)) {
                return JsonText.array().add(new BigDecimal(text)).build().get(0);
            }
            problems.add(file, lineOf(value), "exchange.number", text);
        }
        return JsonText.array().add(text).build().get(0);
    }

    /** @param sentence key of the bundle */
    void problem(String key, String sentence, Object... arguments) {
        problems.add(file, line(key), sentence, arguments);
    }

    void hint(String key, String sentence, Object... arguments) {
        problems.hint(file, line(key), sentence, arguments);
    }

    boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    /** The text under a key that must be there; an empty text is a problem too. */
    String text(String key, int longest) {
        var text = optional(key).orElse("");
        if (!values.containsKey(key)) {
            problem(key, "exchange.missing", key);
        } else if (text.isBlank()) {
            problems.hint(file, line(key), "exchange.empty", key);
        } else if (text.length() > longest) {
            problem(key, "exchange.too-long", key, text.length(), longest);
        }
        return text;
    }

    Optional<String> optional(String key) {
        asked.add(key);
        var value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue().strip());
        }
        problem(key, "exchange.no-text", key);
        return Optional.of("");
    }

    /** As {@link #text}; the text must be whole in the form given. */
    String text(String key, Pattern form) {
        var text = text(key, Integer.MAX_VALUE);
        if (!text.isEmpty() && !form.matcher(text).matches()) {
            problem(key, "exchange.form", key, text, form);
        }
        return text;
    }

    String slug(String key) {
        var slug = text(key, Integer.MAX_VALUE);
        if (!slug.isEmpty() && !Slug.isValid(slug)) {
            problem(key, "exchange.no-slug", slug);
        }
        return slug;
    }

    Optional<String> optionalSlug(String key) {
        return has(key) ? Optional.of(slug(key)) : Optional.empty();
    }

    int number(String key, int least, int most) {
        var text = text(key, Integer.MAX_VALUE);
        try {
            var number = text.isEmpty() ? least : Integer.parseInt(text);
            if (number < least || number > most) {
                problem(key, "exchange.out-of-range", key, number, least, most);
            }
            return Math.max(least, Math.min(most, number));
        } catch (NumberFormatException noNumber) {
            problem(key, "exchange.no-number", key, text);
            return least;
        }
    }

    OptionalInt optionalNumber(String key, int least, int most) {
        return has(key) ? OptionalInt.of(number(key, least, most)) : OptionalInt.empty();
    }

    boolean truth(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        var text = text(key, Integer.MAX_VALUE);
        if (!text.equals("true") && !text.equals("false")) {
            problem(key, "exchange.none-of", key, text, "true, false");
        }
        return text.equals("true");
    }

    LocalDate date(String key) {
        var text = text(key, Integer.MAX_VALUE);
        try {
            return text.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            problem(key, "exchange.no-date", key, text);
            return LocalDate.EPOCH;
        }
    }

    /** One of the values of an enumeration, written in small letters. */
    <E extends Enum<E>> E one(String key, Class<E> values) {
        var text = text(key, Integer.MAX_VALUE);
        var all = Arrays.asList(values.getEnumConstants());
        return all.stream().filter(value -> written(value).equals(text)).findFirst().orElseGet(() -> {
            if (!text.isEmpty()) {
                problem(key, "exchange.none-of", key, text,
                        all.stream().map(YamlEntry::written).collect(Collectors.joining(", ")));
            }
            return all.get(0);
        });
    }

    /** A constant as it is written in YAML. */
    static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isMapping(String key) {
        return values.get(key) instanceof MappingNode;
    }

    boolean isText(String key) {
        return values.get(key) instanceof ScalarNode;
    }

    /** A text in both languages. */
    LocalizedText localized(String key, int longest) {
        var texts = entry(key);
        var localized = new LocalizedText(texts.text("id", longest), texts.text("en", longest));
        texts.nothingElse();
        return localized;
    }

    Optional<LocalizedText> optionalLocalized(String key, int longest) {
        return has(key) ? Optional.of(localized(key, longest)) : Optional.empty();
    }

    /** This entry itself as a text in both languages. */
    LocalizedText asLocalized(int longest) {
        var localized = new LocalizedText(text("id", longest), text("en", longest));
        nothingElse();
        return localized;
    }

    YamlEntry entry(String key) {
        asked.add(key);
        var value = values.get(key);
        if (value == null) {
            problem(key, "exchange.missing", key);
            return nothing(line());
        }
        return new YamlEntry(file, firstLine, value, problems);
    }

    Optional<YamlEntry> optionalEntry(String key) {
        return has(key) ? Optional.of(entry(key)) : Optional.empty();
    }

    /** What asks nothing of its author: it stands in for an entry whose absence has been noted. */
    private YamlEntry nothing(int line) {
        return new YamlEntry(file, line, null, new Problems());
    }

    /** The entries of a list that must be there, with one entry or more. */
    List<YamlEntry> entries(String key) {
        var entries = optionalEntries(key);
        if (entries.isEmpty()) {
            hintOrMissing(key);
        }
        return entries;
    }

    private void hintOrMissing(String key) {
        if (values.containsKey(key)) {
            problems.hint(file, line(key), "exchange.empty", key);
        } else {
            problem(key, "exchange.missing", key);
        }
    }

    List<YamlEntry> optionalEntries(String key) {
        return sequence(key).stream().map(item -> new YamlEntry(file, firstLine, item, problems)).toList();
    }

    /** The texts of a list; empty where there is none. */
    List<String> texts(String key, int longest) {
        return sequence(key).stream().map(item -> {
            if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()
                    && scalar.getValue().length() <= longest) {
                return scalar.getValue().strip();
            }
            problems.add(file, lineOf(item), "exchange.texts", key, longest);
            return "";
        }).toList();
    }

    private List<Node> sequence(String key) {
        asked.add(key);
        var value = values.get(key);
        if (value == null || value instanceof SequenceNode) {
            return value == null ? List.of() : ((SequenceNode) value).getValue();
        }
        problem(key, "exchange.no-list", key);
        return List.of();
    }

    /** Notes every key that nobody asked for: most are misspelt. */
    void nothingElse() {
        values.keySet().stream().filter(key -> !asked.contains(key)).sorted()
                .forEach(key -> problem(key, "exchange.unknown", key));
    }
}
