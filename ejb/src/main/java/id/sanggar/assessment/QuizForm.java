package id.sanggar.assessment;

import id.sanggar.shared.Invalid;
import id.sanggar.shared.Message;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The rules of a quiz while somebody writes them: the fields of a form, whatever stands in them. A section's title is
 * {@code sections.0.title}, a slot's fields {@code slots-0.2.topic}. It is made into rules when all is right.
 */
public final class QuizForm {

    private static final Pattern SECTION = Pattern.compile("sections\\.(\\d{1,2})\\.title");
    private static final Pattern SLOT = Pattern.compile("slots-(\\d{1,2})\\.(\\d{1,3})\\.([a-z]+)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
    private static final int MOST_SECTIONS = 20;
    private static final int MOST_SLOTS = 100;
    private static final int LONGEST = 200;

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<Part> sections = new ArrayList<>();
    private final Map<String, Message> problems = new LinkedHashMap<>();

    /** A section with its slots, each a map of its fields. */
    public static final class Part {

        private String title = "";
        private final List<Map<String, String>> slots = new ArrayList<>();

        public String getTitle() {
            return title;
        }

        public List<Map<String, String>> getSlots() {
            return slots;
        }
    }

    private QuizForm() {
    }

    public static QuizForm of(QuizDefinition quiz) {
        var form = new QuizForm();
        var rules = quiz.rules();
        form.put("purpose", quiz.purpose());
        form.put("timeLimit", quiz.timeLimit());
        form.put("grace", rules.grace() == 0 ? null : rules.grace());
        form.put("attempts", quiz.attempts());
        form.delay(rules.delay());
        form.put("passMark", quiz.passMark());
        form.put("layout", quiz.layout());
        form.put("marks", quiz.review().marks());
        form.put("answers", quiz.review().answers());
        form.put("feedback", quiz.review().feedback());
        form.put("closesOn", rules.closesOn());
        form.put("shuffleQuestions", rules.shuffleQuestions() ? 1 : null);
        form.put("shuffleOptions", rules.shuffleOptions() ? 1 : null);
        form.put("anonymous", rules.anonymous() ? 1 : null);
        form.put("secondMarker", rules.secondMarker() ? 1 : null);
        quiz.sections().forEach(section -> {
            var part = new Part();
            part.title = section.title();
            section.slots().forEach(slot -> part.slots.add(row(slot)));
            form.sections.add(part);
        });
        form.atLeastOne();
        return form;
    }

    private static Map<String, String> row(QuizSlot slot) {
        var row = new LinkedHashMap<String, String>();
        if (slot instanceof FixedQuestion fixed) {
            row.put("question", fixed.question());
        } else if (slot instanceof Draw draw) {
            row.put("topic", draw.topic() == null ? "" : draw.topic());
            row.put("tag", draw.tag() == null ? "" : draw.tag());
            row.put("difficulty", draw.difficulty() == null ? "" : draw.difficulty().name());
            row.put("count", Integer.toString(draw.count()));
        }
        row.put("mark", Integer.toString(slot.mark()));
        return row;
    }

    /** @param sent what a browser sent; what is no field of such a form is passed over */
    public static QuizForm from(Map<String, String> sent) {
        var form = new QuizForm();
        var parts = new TreeMap<Integer, Part>();
        var slots = new TreeMap<Integer, TreeMap<Integer, Map<String, String>>>();
        sent.forEach((name, value) -> {
            var text = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
            var section = SECTION.matcher(name);
            var slot = SLOT.matcher(name);
            if (section.matches()) {
                parts.computeIfAbsent(Integer.valueOf(section.group(1)), number -> new Part()).title = text;
            } else if (slot.matches()) {
                slots.computeIfAbsent(Integer.valueOf(slot.group(1)), number -> new TreeMap<>())
                        .computeIfAbsent(Integer.valueOf(slot.group(2)), number -> new LinkedHashMap<>())
                        .put(slot.group(3), text);
            } else {
                form.fields.put(name, text);
            }
        });
        parts.forEach((number, part) -> {
            part.slots.addAll(slots.getOrDefault(number, new TreeMap<>()).values());
            form.sections.add(part);
        });
        form.atLeastOne();
        return form;
    }

    private void atLeastOne() {
        if (sections.isEmpty()) {
            sections.add(new Part());
        }
    }

    private void put(String field, Object value) {
        fields.put(field, value == null ? "" : value.toString());
    }

    private void delay(Integer minutes) {
        var unit = minutes == null || minutes % (24 * 60) == 0 ? 24 * 60 : minutes % 60 == 0 ? 60 : 1;
        put("delayUnit", unit);
        put("delay", minutes == null ? null : minutes / unit);
    }

    /** What stands in a field; empty if nothing does. */
    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    public boolean has(String field) {
        return !get(field).isBlank();
    }

    public List<Part> sections() {
        return sections;
    }

    /**
     * Does what a button says: {@code section}; {@code draw:0} and {@code fixed:0}, which take the question named in
     * the field {@code pick-0}; {@code up:0:1}, {@code down:0:1} and {@code remove:0:1} for slots, the same with a
     * section alone; {@code move:0:1:1:0} takes a slot to another place.
     */
    public void act(String order) {
        var words = order.split(":");
        var at = new int[words.length];
        for (int word = 1; word < words.length; word++) {
            at[word] = words[word].matches("\\d{1,3}") ? Integer.parseInt(words[word]) : -1;
        }
        switch (words[0] + (words.length - 1)) {
            case "section0" -> addSection();
            case "draw1" -> addSlot(at[1], Map.of("topic", "", "count", "1", "mark", "1"));
            case "fixed1" -> addFixed(at[1]);
            case "up1" -> exchange(at[1], at[1] - 1);
            case "down1" -> exchange(at[1], at[1] + 1);
            case "remove1" -> removeSection(at[1]);
            case "up2" -> step(at[1], at[2], -1);
            case "down2" -> step(at[1], at[2], 1);
            case "remove2" -> take(at[1], at[2]);
            case "move4" -> move(at[1], at[2], at[3], at[4]);
            default -> { }
        }
    }

    private void addSection() {
        if (sections.size() < MOST_SECTIONS) {
            sections.add(new Part());
        }
    }

    private void addSlot(int section, Map<String, String> row) {
        if (isSection(section) && sections.get(section).slots.size() < MOST_SLOTS) {
            sections.get(section).slots.add(new LinkedHashMap<>(row));
        }
    }

    private void addFixed(int section) {
        var picked = get("pick-" + section).strip();
        var slug = picked.contains(" ") ? picked.substring(0, picked.indexOf(' ')) : picked;
        if (!slug.isEmpty()) {
            addSlot(section, Map.of("question", slug, "mark", "1"));
            fields.remove("pick-" + section);
        }
    }

    private boolean isSection(int section) {
        return section >= 0 && section < sections.size();
    }

    private void exchange(int one, int other) {
        if (isSection(one) && isSection(other)) {
            sections.set(one, sections.set(other, sections.get(one)));
        }
    }

    /** What was in it goes to the section before, or the one after it. */
    private void removeSection(int section) {
        if (isSection(section) && sections.size() > 1) {
            var removed = sections.remove(section);
            if (section == 0) {
                sections.get(0).slots.addAll(0, removed.slots);
            } else {
                sections.get(section - 1).slots.addAll(removed.slots);
            }
        }
    }

    private Map<String, String> take(int section, int slot) {
        return isSection(section) && slot >= 0 && slot < sections.get(section).slots.size()
                ? sections.get(section).slots.remove(slot) : null;
    }

    /** One place up or down, into the next section at the end of one. */
    private void step(int section, int slot, int by) {
        if (!isSection(section)) {
            return;
        }
        var to = slot + by;
        if (to >= 0 && to < sections.get(section).slots.size()) {
            move(section, slot, section, to);
        } else if (isSection(section + by)) {
            move(section, slot, section + by, by < 0 ? sections.get(section - 1).slots.size() : 0);
        }
    }

    private void move(int section, int slot, int toSection, int to) {
        if (isSection(toSection)) {
            var row = take(section, slot);
            if (row != null) {
                var slots = sections.get(toSection).slots;
                slots.add(Math.min(Math.max(0, to), slots.size()), row);
            }
        }
    }

    /** The sections as far as they can be read: what makes no sense counts as little as it can. */
    public List<QuizSection> readable() {
        return sections.stream()
                .map(part -> new QuizSection(limited(part.title, QuizSection.LONGEST_TITLE),
                        part.slots.stream().map(this::slot).toList()))
                .toList();
    }

    private static String limited(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    private QuizSlot slot(Map<String, String> row) {
        var mark = between(row.get("mark"), 1, QuizSlot.MOST_MARK, 1);
        var question = row.getOrDefault("question", "").strip();
        if (!question.isEmpty()) {
            return new FixedQuestion(question, mark);
        }
        return new Draw(given(row, "topic"), given(row, "tag"), difficulty(row.getOrDefault("difficulty", "")),
                between(row.get("count"), 1, Draw.MOST, 1), mark);
    }

    private static String given(Map<String, String> row, String field) {
        var value = row.getOrDefault(field, "").strip();
        return value.isEmpty() ? null : value;
    }

    private static Difficulty difficulty(String name) {
        for (var difficulty : Difficulty.values()) {
            if (difficulty.name().equals(name)) {
                return difficulty;
            }
        }
        return null;
    }

    private static int between(String text, int least, int most, int otherwise) {
        var stripped = text == null ? "" : text.strip();
        return NUMBER.matcher(stripped).matches() && Integer.parseInt(stripped) >= least
                && Integer.parseInt(stripped) <= most ? Integer.parseInt(stripped) : otherwise;
    }

    /** @throws Invalid if it is no quiz yet, with what is wrong by field */
    public QuizDefinition definition(String activitySlug) {
        problems.clear();
        checkSlots();
        var delay = number("delay", 1, QuizRules.LONGEST_DELAY);
        var unit = between(get("delayUnit"), 1, 24 * 60, 1);
        if (delay != null && delay * (long) unit > QuizRules.LONGEST_DELAY) {
            wrong("delay", "assessment.quiz-delay");
        }
        var grace = number("grace", 0, QuizRules.LONGEST_GRACE);
        var timeLimit = number("timeLimit", 1, QuizDefinition.LONGEST);
        var attempts = number("attempts", 1, QuizDefinition.MOST_ATTEMPTS);
        var passMark = number("passMark", 0, 100);
        if (passMark == null) {
            wrong("passMark", "assessment.form-between", 0, 100);
        }
        var review = new ReviewRules(time("marks"), time("answers"), time("feedback"));
        var closesOn = closesOn();
        if (review.waitsForTheLast() && attempts == null && closesOn == null) {
            wrong("marks", "assessment.quiz-never-last");
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return new QuizDefinition(activitySlug, constant(QuizPurpose.values(), "purpose", QuizPurpose.SECTION),
                timeLimit, attempts, passMark, constant(QuizLayout.values(), "layout", QuizLayout.ONE), review,
                readable(), new QuizRules(has("shuffleQuestions"), has("shuffleOptions"),
                        delay == null ? null : delay * unit, grace == null || timeLimit == null ? 0 : grace, closesOn,
                        has("anonymous"), has("secondMarker")));
    }

    private void checkSlots() {
        var slots = 0;
        var draws = new HashSet<String>();
        for (int section = 0; section < sections.size(); section++) {
            for (int slot = 0; slot < sections.get(section).slots.size(); slot++) {
                var row = sections.get(section).slots.get(slot);
                var at = "slots-" + section + "." + slot + ".";
                if (between(row.get("mark"), 1, QuizSlot.MOST_MARK, 0) == 0) {
                    wrong(at + "mark", "assessment.form-between", 1, QuizSlot.MOST_MARK);
                }
                if (row.getOrDefault("question", "").isBlank()) {
                    checkDraw(at, row, draws.add(section + "/" + given(row, "topic") + "/" + given(row, "tag") + "/"
                            + given(row, "difficulty")));
                }
                slots++;
            }
        }
        if (slots == 0) {
            wrong("slots", "assessment.quiz-empty");
        }
    }

    /** @param alone no other draw of the section asks for the same: two such would be one of more questions */
    private void checkDraw(String at, Map<String, String> row, boolean alone) {
        if (between(row.get("count"), 1, Draw.MOST, 0) == 0) {
            wrong(at + "count", "assessment.form-between", 1, Draw.MOST);
        } else if (given(row, "topic") == null && given(row, "tag") == null && given(row, "difficulty") == null) {
            wrong(at + "count", "assessment.quiz-draw-what");
        } else if (!alone) {
            wrong(at + "count", "assessment.quiz-draw-twice");
        }
    }

    private void wrong(String field, String key, Object... arguments) {
        problems.putIfAbsent(field, new Message(key, arguments));
    }

    /** @return null where nothing stands, or nothing that makes sense */
    private Integer number(String field, int least, int most) {
        if (!has(field)) {
            return null;
        }
        var number = between(get(field), least, most, -1);
        if (number < 0) {
            wrong(field, "assessment.form-between", least, most);
            return null;
        }
        return number;
    }

    private LocalDate closesOn() {
        try {
            return has("closesOn") && get("closesOn").strip().matches("\\d{4}-\\d{2}-\\d{2}")
                    ? LocalDate.parse(get("closesOn").strip()) : null;
        } catch (DateTimeException none) {
            wrong("closesOn", "assessment.quiz-day");
            return null;
        }
    }

    private ReviewTime time(String field) {
        return constant(ReviewTime.values(), field, ReviewTime.AFTER);
    }

    private <E extends Enum<E>> E constant(E[] constants, String field, E otherwise) {
        for (var constant : constants) {
            if (constant.name().equals(get(field))) {
                return constant;
            }
        }
        return otherwise;
    }
}
