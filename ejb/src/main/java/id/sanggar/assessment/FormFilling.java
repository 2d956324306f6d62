package id.sanggar.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a question into the fields of its form. */
final class FormFilling {

    private final QuestionForm form;

    FormFilling(QuestionForm form) {
        this.form = form;
    }

    /** A share of 1 as people write it: 33.333 for a third. */
    static String percent(double fraction) {
        return BigDecimal.valueOf(fraction * 100).setScale(5, RoundingMode.HALF_UP).stripTrailingZeros()
                .toPlainString();
    }

    /** The rows one usually needs. */
    void begin() {
        switch (form.type()) {
            case CHOICE -> worths("options", "100", "0", "0");
            case RESPONSE -> worths("options", "50", "50", "-50", "-50");
            case SHORT -> worths("accepted", "100");
            case NUMERIC -> worths("ranges", "100");
            case MATCHING -> empty("pairs", 3);
            case ORDERING -> empty("items", 3);
            case CLOZE -> {
                empty("gaps", 1);
                worths("accepted-0", "100");
            }
            case HOTSPOT -> worths("regions", "100", "0");
            case ESSAY -> {
                form.put("leastWords", "50");
                form.put("mostWords", "200");
                rubric();
            }
            case CHECKLIST -> {
                form.put("graded", "EXPECTED");
                empty("elements", 3);
                form.addRow("rules", Map.of("level", "I", "major", "0", "serious", "0", "critical", "0", "minor", "1"));
                form.addRow("rules", Map.of("level", "IV"));
            }
            case PHOTO -> {
                form.put("least", "1");
                form.put("most", "3");
                rubric();
            }
            default -> form.put("truth", "true");
        }
    }

    private void empty(String group, int times) {
        for (int row = 0; row < times; row++) {
            form.addRow(group, Map.of());
        }
    }

    private void worths(String group, String... worths) {
        List.of(worths).forEach(worth -> form.addRow(group, Map.of("worth", worth)));
    }

    private void rubric() {
        form.addRow("criteria", Map.of());
        form.addRow("levels-0", Map.of("points", "0"));
        form.addRow("levels-0", Map.of("points", "5"));
        form.addRow("levels-0", Map.of("points", "10"));
    }

    void fill(QuestionBody body) {
        body.options().forEach(option -> graded("options", Map.of("text", option.text()), option.fraction(),
                option.feedback()));
        if (body instanceof TrueFalse statement) {
            form.put("truth", Boolean.toString(statement.truth()));
            form.put("whenRight", statement.whenRight());
            form.put("whenWrong", statement.whenWrong());
        } else if (body instanceof ShortAnswer question) {
            checked("forgiving", question.forgiving());
            wordings("accepted", question.accepted());
        } else if (body instanceof Numeric numeric) {
            fill(numeric);
        } else if (body instanceof Matching matching) {
            matching.pairs().forEach(pair -> form.addRow("pairs", Map.of("item", pair.item(), "match", pair.match())));
            matching.distractors().forEach(text -> form.addRow("distractors", Map.of("text", text)));
        } else if (body instanceof Ordering ordering) {
            ordering.items().forEach(text -> form.addRow("items", Map.of("text", text)));
        } else if (body instanceof Cloze cloze) {
            for (int gap = 0; gap < cloze.gaps().size(); gap++) {
                fill(gap, cloze.gaps().get(gap));
            }
        } else if (body instanceof Hotspot hotspot) {
            fill(hotspot);
        } else if (body instanceof Essay essay) {
            form.put("leastWords", Integer.toString(essay.leastWords()));
            form.put("mostWords", Integer.toString(essay.mostWords()));
        } else if (body instanceof Checklist checklist) {
            fill(checklist);
        } else if (body instanceof Photo photo) {
            form.put("least", Integer.toString(photo.least()));
            form.put("most", Integer.toString(photo.most()));
        }
        if (body.rubric() != null) {
            fill(body.rubric());
        }
    }

    private void fill(Numeric numeric) {
        numeric.accepted().forEach(range -> graded("ranges", Map.of("low", range.low().toPlainString(),
                "high", range.low().compareTo(range.high()) == 0 ? "" : range.high().toPlainString()),
                range.fraction(), range.feedback()));
        numeric.units().forEach(unit ->
                form.addRow("units", Map.of("name", unit.name(), "factor", unit.factor().toPlainString())));
        checked("unitRequired", numeric.unitRequired());
        form.put("otherwise", numeric.otherwise());
    }

    private void fill(int number, Cloze.Gap gap) {
        form.addRow("gaps", Map.of("chosen", gap.chosen() ? "1" : "", "forgiving", gap.forgiving() ? "1" : "",
                "otherwise", gap.otherwise()));
        wordings("accepted-" + number, gap.accepted());
    }

    private void fill(Hotspot hotspot) {
        form.put("picture", hotspot.picture());
        form.put("alt", hotspot.alt());
        form.put("otherwise", hotspot.otherwise());
        hotspot.regions().forEach(region -> graded("regions", Map.of("name", region.name(), "outline",
                region.outline().stream().map(FormFilling::point).collect(Collectors.joining(" "))),
                region.fraction(), region.feedback()));
    }

    /** In hundredths of the picture, as people point: "12.5,40". */
    private static String point(Hotspot.Point point) {
        return BigDecimal.valueOf(point.x(), 2).stripTrailingZeros().toPlainString() + ","
                + BigDecimal.valueOf(point.y(), 2).stripTrailingZeros().toPlainString();
    }

    private void fill(Checklist checklist) {
        form.put("graded", checklist.expected().isEmpty() ? "RUBRIC" : "EXPECTED");
        for (int element = 0; element < checklist.elements().size(); element++) {
            form.addRow("elements", Map.of("text", checklist.elements().get(element), "expected",
                    checklist.expected().isEmpty() ? "" : checklist.expected().get(element).name()));
        }
        checklist.rules().forEach(rule -> form.addRow("rules", Map.of("level", rule.level(), "minor",
                most(rule.minor()), "major", most(rule.major()), "serious", most(rule.serious()), "critical",
                most(rule.critical()))));
    }

    private static String most(Integer most) {
        return most == null ? "" : most.toString();
    }

    private void fill(Rubric rubric) {
        for (int number = 0; number < rubric.criteria().size(); number++) {
            var criterion = rubric.criteria().get(number);
            form.addRow("criteria", Map.of("name", criterion.name()));
            for (var level : criterion.levels()) {
                form.addRow("levels-" + number, Map.of("text", level.text(), "points",
                        Integer.toString(level.points())));
            }
        }
    }

    private void wordings(String group, List<ShortAnswer.Accepted> accepted) {
        accepted.forEach(each -> graded(group, Map.of("text", each.text()), each.fraction(), each.feedback()));
    }

    private void graded(String group, Map<String, String> row, double fraction, String feedback) {
        var all = new LinkedHashMap<>(row);
        all.put("worth", percent(fraction));
        all.put("feedback", feedback);
        form.addRow(group, all);
    }

    private void checked(String field, boolean value) {
        form.put(field, value ? "1" : "");
    }
}
