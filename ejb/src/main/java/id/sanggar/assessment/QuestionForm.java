package id.sanggar.assessment;

import id.sanggar.shared.Invalid;
import id.sanggar.shared.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A question while somebody writes it: the fields of a form, whatever stands in them. Rows of things, such as options,
 * have fields named {@code options.0.text}; rows within a row, such as the wordings of the third gap, {@code
 * accepted-2.0.text}. It is made into a question when all is right.
 */
public final class QuestionForm {

    private static final Pattern ROW = Pattern.compile("([a-z]+(?:-\\d{1,2})?)\\.(\\d{1,3})\\.([a-zA-Z]+)");
    private static final Set<String> FIELDS = Set.of("title", "topic", "difficulty", "tags", "prompt", "general",
            "truth", "whenRight", "whenWrong", "forgiving", "unitRequired", "otherwise", "picture", "alt",
            "leastWords", "mostWords", "graded", "least", "most");
    private static final int MOST_ROWS = 100;
    private static final int LONGEST = 20_000;

    /** Groups of rows that lie within a row of another group. */
    private static final Map<String, String> WITHIN = Map.of("gaps", "accepted", "criteria", "levels");

    private final QuestionType type;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();

    QuestionForm(QuestionType type) {
        this.type = type;
    }

    /** An empty question with as many empty rows as one usually needs. */
    public static QuestionForm empty(QuestionType type) {
        var form = new QuestionForm(type);
        form.put("difficulty", Difficulty.MEDIUM.name());
        new FormFilling(form).begin();
        return form;
    }

    public static QuestionForm of(QuestionDefinition question) {
        var form = new QuestionForm(question.body().type());
        form.put("title", question.title());
        form.put("topic", question.topic());
        form.put("difficulty", question.difficulty().name());
        form.put("tags", String.join(", ", question.tags()));
        form.put("prompt", question.body().prompt());
        form.put("general", question.body().generalFeedback());
        new FormFilling(form).fill(question.body());
        return form;
    }

    /** @param sent what a browser sent; what is no field of such a form is passed over */
    public static QuestionForm from(QuestionType type, Map<String, String> sent) {
        var form = new QuestionForm(type);
        var numbered = new LinkedHashMap<String, TreeMap<Integer, Map<String, String>>>();
        sent.forEach((name, value) -> {
            var row = ROW.matcher(name);
            var text = (value.length() > LONGEST ? value.substring(0, LONGEST) : value).replace("\r\n", "\n");
            if (row.matches()) {
                numbered.computeIfAbsent(row.group(1), group -> new TreeMap<>())
                        .computeIfAbsent(Integer.valueOf(row.group(2)), number -> new LinkedHashMap<>())
                        .put(row.group(3), text);
            } else if (FIELDS.contains(name)) {
                form.put(name, text);
            }
        });
        numbered.forEach((group, found) -> form.rows.put(group, new ArrayList<>(found.values())));
        return form;
    }

    public QuestionType type() {
        return type;
    }

    /** What stands in a field; empty if nothing does. */
    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    public boolean has(String field) {
        return !get(field).isBlank();
    }

    /** The rows of a group, each with its fields by name. */
    public List<Map<String, String>> rows(String group) {
        return rows.getOrDefault(group, List.of());
    }

    /** All fields by their whole names, in order. */
    public Map<String, String> flat() {
        var flat = new LinkedHashMap<>(fields);
        rows.forEach((group, list) -> {
            for (int row = 0; row < list.size(); row++) {
                var at = group + "." + row + ".";
                list.get(row).forEach((field, value) -> flat.put(at + field, value));
            }
        });
        return flat;
    }

    /** What is said to learners to choose from, put in order, match or fill in: no feedback, no rubric. */
    String words() {
        return rows.entrySet().stream().filter(group -> !group.getKey().matches("criteria|levels-.*|rules"))
                .flatMap(group -> group.getValue().stream())
                .flatMap(row -> Stream.of("text", "item", "match", "name", "low").map(row::get))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    void put(String field, String value) {
        fields.put(field, value);
    }

    void addRow(String group, Map<String, String> row) {
        rows.computeIfAbsent(group, name -> new ArrayList<>()).add(new LinkedHashMap<>(row));
    }

    /**
     * Does what a button beside rows says: {@code add:options}, {@code remove:options:1}, {@code up:options:1}, {@code
     * down:options:1}, {@code share:options}.
     */
    public void act(String order) {
        var words = order.split(":");
        var group = words.length > 1 ? words[1] : "";
        var at = words.length > 2 && words[2].matches("\\d{1,3}") ? Integer.parseInt(words[2]) : -1;
        switch (words[0]) {
            case "add" -> add(group);
            case "remove" -> remove(group, at);
            case "up" -> exchange(group, at, at - 1);
            case "down" -> exchange(group, at, at + 1);
            case "share" -> share(group);
            default -> { }
        }
    }

    private void add(String group) {
        if (rows(group).size() < MOST_ROWS) {
            addRow(group, Map.of());
            var within = WITHIN.get(group);
            if (within != null) {
                rows.put(within + "-" + (rows(group).size() - 1), new ArrayList<>(List.of(new LinkedHashMap<>())));
            }
        }
    }

    private void remove(String group, int at) {
        if (at < 0 || at >= rows(group).size()) {
            return;
        }
        rows.get(group).remove(at);
        var within = WITHIN.get(group);
        if (within != null) {
            for (int row = at; row < rows(group).size(); row++) {
                rows.put(within + "-" + row, new ArrayList<>(rows(within + "-" + (row + 1))));
            }
            rows.remove(within + "-" + rows(group).size());
        }
    }

    private void exchange(String group, int one, int other) {
        var size = rows(group).size();
        if (one < 0 || other < 0 || one >= size || other >= size) {
            return;
        }
        var list = rows.get(group);
        list.set(one, list.set(other, list.get(one)));
        var within = WITHIN.get(group);
        if (within != null) {
            var inner = rows.getOrDefault(within + "-" + one, new ArrayList<>());
            rows.put(within + "-" + one, rows.getOrDefault(within + "-" + other, new ArrayList<>()));
            rows.put(within + "-" + other, inner);
        }
    }

    /** What is right shares all there is; each wrong one takes away as much as it would take to lose it all. */
    private void share(String group) {
        var right = rows(group).stream().filter(row -> worth(row) > 0).count();
        var wrong = rows(group).size() - right;
        rows(group).forEach(row -> row.put("worth", FormFilling.percent(
                worth(row) > 0 ? 1.0 / right : wrong == 0 ? 0 : -1.0 / wrong)));
    }

    private static double worth(Map<String, String> row) {
        try {
            return Double.parseDouble(row.getOrDefault("worth", "").replace(',', '.'));
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /**
     * The question that stands here.
     *
     * @param category names from the outermost
     * @throws Invalid if it is not one yet, with what is wrong by field
     */
    public QuestionDefinition question(String slug, List<String> category, QuestionState state) {
        var reading = new FormReading(this);
        var title = reading.text("title", 200);
        var topic = QuestionDefinition.tag(reading.text("topic", 60));
        if (topic.isEmpty()) {
            reading.wrong("topic", "assessment.form-needed");
        }
        var difficulty = reading.constant("difficulty", Difficulty.class, Difficulty.MEDIUM);
        var body = reading.body();
        if (reading.problems().isEmpty() && body.isPresent()) {
            return new QuestionDefinition(slug, title, topic, difficulty, body.get(), List.of(get("tags").split(",")),
                    category, state);
        }
        var problems = new LinkedHashMap<String, Message>(reading.problems());
        throw new Invalid(problems);
    }
}
