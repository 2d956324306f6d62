package id.sanggar.assessment;

import id.sanggar.shared.Message;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Reads the fields of a form as a question, and says what is wrong with which of them. Empty rows are passed over. */
final class FormReading {

    private static final int LONGEST_PROMPT = 4_000;
    private static final int LONGEST_LINE = 600;
    private static final int LONGEST_FEEDBACK = 2_000;

    private final QuestionForm form;
    private final Map<String, Message> problems = new LinkedHashMap<>();

    FormReading(QuestionForm form) {
        this.form = form;
    }

    /** By the name of the field. */
    Map<String, Message> problems() {
        return problems;
    }

    void wrong(String field, String key, Object... arguments) {
        problems.putIfAbsent(field, new Message(key, arguments));
    }

    /** What stands in a field that must not be empty. */
    String text(String field, int longest) {
        var text = form.get(field).strip();
        if (text.isEmpty()) {
            wrong(field, "assessment.form-needed");
        }
        return limited(field, text, longest);
    }

    private String limited(String field, String text, int longest) {
        if (text.length() > longest) {
            wrong(field, "assessment.form-too-long", longest);
        }
        return text;
    }

    private String optional(String field) {
        return limited(field, form.get(field).strip(), LONGEST_FEEDBACK);
    }

    <E extends Enum<E>> E constant(String field, Class<E> type, E otherwise) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(form.get(field))) {
                return constant;
            }
        }
        return otherwise;
    }

    /** @return nothing if there are problems */
    Optional<QuestionBody> body() {
        var prompt = text("prompt", LONGEST_PROMPT);
        var general = optional("general");
        var making = making();
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(making.apply(prompt, general));
        } catch (IllegalArgumentException incomplete) {
            wrong("body", "assessment.form-" + form.type().name().toLowerCase(Locale.ROOT)
                    .replace('_', '-'));
            return Optional.empty();
        }
    }

    private BiFunction<String, String, QuestionBody> making() {
        return switch (form.type()) {
            case CHOICE -> {
                var options = options(0);
                yield (prompt, general) -> new Choice(prompt, options, general);
            }
            case RESPONSE -> {
                var options = options(-1);
                yield (prompt, general) -> new MultipleResponse(prompt, options, general);
            }
            case TRUE_FALSE -> {
                var right = optional("whenRight");
                var wrong = optional("whenWrong");
                yield (prompt, general) -> new TrueFalse(prompt, form.get("truth").equals("true"), right, wrong,
                        general);
            }
            case SHORT -> {
                var accepted = wordings("accepted");
                yield (prompt, general) -> new ShortAnswer(prompt, accepted, form.has("forgiving"), general);
            }
            case NUMERIC -> numeric();
            case MATCHING -> {
                var pairs = each("pairs", (at, row) -> new Matching.Pair(cell(at, row, "item"),
                        cell(at, row, "match")));
                var others = texts("distractors");
                yield (prompt, general) -> new Matching(prompt, pairs, others, general);
            }
            case ORDERING -> {
                var items = texts("items");
                yield (prompt, general) -> new Ordering(prompt, items, general);
            }
            case CLOZE -> {
                var gaps = gaps();
                yield (prompt, general) -> new Cloze(prompt, gaps, general);
            }
            case HOTSPOT -> hotspot();
            case ESSAY -> {
                var least = number("leastWords", 0, 2_000);
                var most = number("mostWords", 1, 2_000);
                var rubric = rubric();
                yield (prompt, general) -> new Essay(prompt, least, most, rubric.get(), general);
            }
            case CHECKLIST -> checklist();
            case PHOTO -> {
                var least = number("least", 1, Photo.MOST);
                var most = number("most", 1, Photo.MOST);
                var rubric = rubric();
                yield (prompt, general) -> new Photo(prompt, least, most, rubric.get(), general);
            }
        };
    }

    private List<Option> options(int least) {
        return each("options", (at, row) -> new Option(cell(at, row, "text"), worth(at, row, least),
                feedback(at, row)));
    }

    private List<ShortAnswer.Accepted> wordings(String group) {
        return each(group, (at, row) -> {
            var text = cell(at, row, "text");
            return new ShortAnswer.Accepted(text.isEmpty() ? "?" : text, worth(at, row, 0), feedback(at, row));
        });
    }

    private List<String> texts(String group) {
        return each(group, (at, row) -> cell(at, row, "text"));
    }

    private BiFunction<String, String, QuestionBody> numeric() {
        var ranges = each("ranges", (at, row) -> {
            var low = decimal(at + ".low", row.getOrDefault("low", ""));
            var high = row.getOrDefault("high", "").isBlank() ? low : decimal(at + ".high", row.get("high"));
            var tolerance = row.getOrDefault("tolerance", "").isBlank() ? BigDecimal.ZERO
                    : decimal(at + ".tolerance", row.get("tolerance")).abs();
            if (low.compareTo(high) > 0) {
                wrong(at + ".high", "assessment.form-range");
                high = low;
            }
            return new Numeric.Range(low.subtract(tolerance), high.add(tolerance), worth(at, row, 0),
                    feedback(at, row));
        });
        var units = each("units", (at, row) -> {
            var factor = row.getOrDefault("factor", "").isBlank() ? BigDecimal.ONE
                    : decimal(at + ".factor", row.get("factor"));
            var name = cell(at, row, "name");
            if (factor.signum() <= 0) {
                wrong(at + ".factor", "assessment.form-number");
            }
            return new Numeric.Unit(name.isEmpty() ? "?" : name, factor.signum() <= 0 ? BigDecimal.ONE : factor);
        });
        var otherwise = optional("otherwise");
        return (prompt, general) -> new Numeric(prompt, ranges, units, form.has("unitRequired"), otherwise, general);
    }

    private List<Cloze.Gap> gaps() {
        var gaps = new ArrayList<Cloze.Gap>();
        for (int gap = 0; gap < form.rows("gaps").size(); gap++) {
            var row = form.rows("gaps").get(gap);
            var accepted = wordings("accepted-" + gap);
            try {
                gaps.add(new Cloze.Gap(accepted, !row.getOrDefault("chosen", "").isBlank(),
                        !row.getOrDefault("forgiving", "").isBlank(),
                        limited("gaps." + gap + ".otherwise", row.getOrDefault("otherwise", "").strip(),
                                LONGEST_FEEDBACK)));
            } catch (IllegalArgumentException incomplete) {
                wrong("accepted-" + gap + ".0.text", "assessment.form-gap");
            }
        }
        return gaps;
    }

    private BiFunction<String, String, QuestionBody> hotspot() {
        var picture = text("picture", 120);
        var alt = text("alt", LONGEST_LINE);
        var otherwise = optional("otherwise");
        var regions = new ArrayList<Hotspot.Region>();
        each("regions", (at, row) -> {
            var name = cell(at, row, "name");
            var outline = outline(row.getOrDefault("outline", ""));
            if (outline.size() < 2) {
                wrong(at + ".outline", "assessment.form-outline");
            } else if (!name.isEmpty()) {
                regions.add(new Hotspot.Region(name, outline, worth(at, row, 0), feedback(at, row)));
            }
            return at;
        });
        return (prompt, general) -> new Hotspot(prompt, picture, alt, regions, otherwise, general);
    }

    /** @return no points if one of them is none, or outside the picture, or there are too many */
    private static List<Hotspot.Point> outline(String written) {
        var points = new ArrayList<Hotspot.Point>();
        for (var point : written.strip().split("\\s+")) {
            if (!point.matches("\\d{1,3}(?:\\.\\d{1,2})?,\\d{1,3}(?:\\.\\d{1,2})?")) {
                return List.of();
            }
            var comma = point.indexOf(',');
            var at = new Hotspot.Point(hundredths(point.substring(0, comma)), hundredths(point.substring(comma + 1)));
            if (at.x() > Hotspot.Point.END || at.y() > Hotspot.Point.END) {
                return List.of();
            }
            points.add(at);
        }
        return points.size() > 60 ? List.of() : points;
    }

    private static int hundredths(String number) {
        return new BigDecimal(number).movePointRight(2).intValue();
    }

    private BiFunction<String, String, QuestionBody> checklist() {
        var byHand = form.get("graded").equals("RUBRIC");
        var elements = new ArrayList<String>();
        var expected = new ArrayList<Severity>();
        each("elements", (at, row) -> {
            elements.add(cell(at, row, "text"));
            expected.add(row.getOrDefault("expected", "").isBlank() ? Severity.NONE
                    : severity(row.get("expected")));
            return at;
        });
        var rules = each("rules", (at, row) -> {
            var level = cell(at, row, "level");
            return new Checklist.Rule(level.isEmpty() ? "?" : level, most(at, row, "minor"), most(at, row, "major"),
                    most(at, row, "serious"), most(at, row, "critical"));
        });
        var rubric = byHand ? rubric() : Optional.<Rubric>empty();
        return (prompt, general) -> new Checklist(prompt, elements, rules, byHand ? List.of() : expected,
                rubric.orElse(null), general);
    }

    private static Severity severity(String name) {
        for (var severity : Severity.values()) {
            if (severity.name().equals(name)) {
                return severity;
            }
        }
        return Severity.NONE;
    }

    private Integer most(String at, Map<String, String> row, String field) {
        var written = row.getOrDefault(field, "").strip();
        if (written.isEmpty()) {
            return null;
        }
        if (!written.matches("\\d{1,3}")) {
            wrong(at + "." + field, "assessment.form-number");
            return 0;
        }
        return Integer.valueOf(written);
    }

    private Optional<Rubric> rubric() {
        try {
            return Optional.of(new Rubric(IntStream.range(0, form.rows("criteria").size())
                    .filter(number -> !isEmpty(form.rows("criteria").get(number))
                            || form.rows("levels-" + number).stream().anyMatch(level ->
                                    !level.getOrDefault("text", "").isBlank()))
                    .mapToObj(this::criterion)
                    .toList()));
        } catch (IllegalArgumentException incomplete) {
            wrong("criteria.0.name", "assessment.form-rubric");
            return Optional.empty();
        }
    }

    private Rubric.Criterion criterion(int number) {
        var levels = each("levels-" + number, (at, row) -> {
            var text = cell(at, row, "text");
            var points = row.getOrDefault("points", "").strip();
            if (!points.matches("\\d{1,3}") || Integer.parseInt(points) > 100) {
                wrong(at + ".points", "assessment.form-points");
                points = "0";
            }
            return new Rubric.Level(text.isEmpty() ? "?" : text, Integer.parseInt(points));
        });
        return new Rubric.Criterion(limited("criteria." + number + ".name",
                form.rows("criteria").get(number).getOrDefault("name", "").strip(), LONGEST_LINE), levels);
    }

    private <T> List<T> each(String group, BiFunction<String, Map<String, String>, T> reading) {
        var rows = form.rows(group);
        return IntStream.range(0, rows.size())
                .filter(number -> !isEmpty(rows.get(number)))
                .mapToObj(number -> reading.apply(group + "." + number, rows.get(number)))
                .toList();
    }

    /** A row in which nobody wrote: what it is worth, or how many points, stands there from the beginning. */
    private static boolean isEmpty(Map<String, String> row) {
        return row.entrySet().stream().allMatch(field -> field.getValue().isBlank()
                || List.of("worth", "points", "factor", "expected").contains(field.getKey()));
    }

    private String cell(String at, Map<String, String> row, String field) {
        var text = row.getOrDefault(field, "").strip();
        if (text.isEmpty()) {
            wrong(at + "." + field, "assessment.form-needed");
        }
        return limited(at + "." + field, text, LONGEST_LINE);
    }

    private String feedback(String at, Map<String, String> row) {
        return limited(at + ".feedback", row.getOrDefault("feedback", "").strip(), LONGEST_FEEDBACK);
    }

    /** @param least 0 or −1 */
    private double worth(String at, Map<String, String> row, int least) {
        var written = row.getOrDefault("worth", "").strip();
        var worth = written.isEmpty() ? BigDecimal.ZERO : decimal(at + ".worth", written);
        if (worth.compareTo(BigDecimal.valueOf(100)) > 0 || worth.compareTo(BigDecimal.valueOf(least * 100L)) < 0) {
            wrong(at + ".worth", "assessment.form-worth", least * 100);
            return 0;
        }
        return worth.movePointLeft(2).doubleValue();
    }

    private BigDecimal decimal(String field, String written) {
        var plain = written.strip().replace(',', '.').replace('−', '-');
        if (!plain.matches("-?\\d{1,12}(?:\\.\\d{1,6})?")) {
            wrong(field, "assessment.form-number");
            return BigDecimal.ZERO;
        }
        return new BigDecimal(plain);
    }

    private int number(String field, int least, int most) {
        var written = form.get(field).strip();
        if (!written.matches("\\d{1,5}") || Integer.parseInt(written) < least || Integer.parseInt(written) > most) {
            wrong(field, "assessment.form-between", least, most);
            return least;
        }
        return Integer.parseInt(written);
    }
}
