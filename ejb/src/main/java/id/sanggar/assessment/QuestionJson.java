package id.sanggar.assessment;

import id.sanggar.shared.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A question as the database keeps it. The same question always gives the same text, so that its hash tells whether it
 * changed.
 */
public final class QuestionJson {

    private QuestionJson() {
    }

    public static String write(QuestionBody body) {
        var object = JsonText.object().add("type", body.type().name()).add("prompt", body.prompt());
        parts(body, object);
        return JsonText.write(object.add("general", body.generalFeedback()));
    }

    private static void parts(QuestionBody body, JsonObjectBuilder object) {
        if (body instanceof Choice choice) {
            object.add("options", array(choice.options(), QuestionJson::option));
        } else if (body instanceof MultipleResponse response) {
            object.add("options", array(response.options(), QuestionJson::option));
        } else if (body instanceof TrueFalse statement) {
            object.add("truth", statement.truth())
                    .add("whenRight", statement.whenRight())
                    .add("whenWrong", statement.whenWrong());
        } else if (body instanceof ShortAnswer question) {
            object.add("accepted", array(question.accepted(), QuestionJson::wording));
            // What came to a question later is written only where it is used: else all older questions would seem new.
            if (question.forgiving()) {
                object.add("forgiving", true);
            }
        } else if (body instanceof Numeric question) {
            object.add("accepted", array(question.accepted(), QuestionJson::range))
                    .add("otherwise", question.otherwise());
            if (!question.units().isEmpty()) {
                object.add("units", array(question.units(), QuestionJson::unit))
                        .add("unitRequired", question.unitRequired());
            }
        } else if (body instanceof Matching matching) {
            object.add("pairs", array(matching.pairs(), QuestionJson::pair));
            object.add("distractors", texts(matching.distractors()));
        } else if (body instanceof Ordering ordering) {
            object.add("items", texts(ordering.items()));
        } else if (body instanceof Cloze cloze) {
            object.add("gaps", array(cloze.gaps(), QuestionJson::gap));
        } else if (body instanceof Hotspot hotspot) {
            object.add("picture", hotspot.picture()).add("alt", hotspot.alt())
                    .add("regions", array(hotspot.regions(), QuestionJson::region))
                    .add("otherwise", hotspot.otherwise());
        } else if (body instanceof Essay essay) {
            object.add("leastWords", essay.leastWords()).add("mostWords", essay.mostWords());
        } else if (body instanceof Checklist checklist) {
            object.add("elements", texts(checklist.elements()))
                    .add("rules", array(checklist.rules(), QuestionJson::rule))
                    .add("expected", texts(checklist.expected().stream().map(Severity::name).toList()));
        } else if (body instanceof Photo photo) {
            object.add("least", photo.least()).add("most", photo.most());
        }
        if (body.rubric() != null) {
            object.add("rubric", array(body.rubric().criteria(), QuestionJson::criterion));
        }
    }

    /** @throws RuntimeException of whatever kind if the text is no question: who reads what others wrote, catches it */
    public static QuestionBody read(String json) {
        var object = JsonText.object(json);
        var prompt = object.getString("prompt");
        var general = object.getString("general");
        return switch (QuestionType.valueOf(object.getString("type"))) {
            case CHOICE -> new Choice(prompt, list(object, "options", QuestionJson::option), general);
            case RESPONSE -> new MultipleResponse(prompt, list(object, "options", QuestionJson::option), general);
            case TRUE_FALSE -> new TrueFalse(prompt, object.getBoolean("truth"), object.getString("whenRight"),
                    object.getString("whenWrong"), general);
            case SHORT -> new ShortAnswer(prompt, list(object, "accepted", QuestionJson::wording),
                    object.getBoolean("forgiving", false), general);
            case NUMERIC -> new Numeric(prompt, list(object, "accepted", QuestionJson::range),
                    object.containsKey("units") ? list(object, "units", QuestionJson::unit) : List.of(),
                    object.getBoolean("unitRequired", false), object.getString("otherwise"), general);
            case MATCHING -> new Matching(prompt, list(object, "pairs", QuestionJson::pair),
                    texts(object, "distractors"), general);
            case ORDERING -> new Ordering(prompt, texts(object, "items"), general);
            case CLOZE -> new Cloze(prompt, list(object, "gaps", QuestionJson::gap), general);
            case HOTSPOT -> new Hotspot(prompt, object.getString("picture"), object.getString("alt"),
                    list(object, "regions", QuestionJson::region), object.getString("otherwise"), general);
            case ESSAY -> new Essay(prompt, object.getInt("leastWords"), object.getInt("mostWords"), rubric(object),
                    general);
            case CHECKLIST -> new Checklist(prompt, texts(object, "elements"),
                    list(object, "rules", QuestionJson::rule),
                    texts(object, "expected").stream().map(Severity::valueOf).toList(), rubric(object), general);
            case PHOTO -> new Photo(prompt, object.getInt("least"), object.getInt("most"), rubric(object), general);
        };
    }

    private static JsonArray texts(List<String> texts) {
        var array = JsonText.array();
        texts.forEach(array::add);
        return array.build();
    }

    private static List<String> texts(JsonObject object, String name) {
        return object.getJsonArray(name).getValuesAs(JsonString::getString);
    }

    private static <T> JsonArray array(List<T> things, BiFunction<T, JsonObjectBuilder, JsonObjectBuilder> object) {
        var array = JsonText.array();
        things.forEach(thing -> array.add(object.apply(thing, JsonText.object())));
        return array.build();
    }

    private static <T> List<T> list(JsonObject object, String name, Function<JsonObject, T> thing) {
        return object.getJsonArray(name).getValuesAs(JsonObject.class).stream().map(thing).toList();
    }

    private static JsonObjectBuilder option(Option option, JsonObjectBuilder object) {
        return graded(object.add("text", option.text()), option.fraction(), option.feedback());
    }

    private static Option option(JsonObject object) {
        return new Option(object.getString("text"), fraction(object), object.getString("feedback"));
    }

    private static JsonObjectBuilder wording(ShortAnswer.Accepted wording, JsonObjectBuilder object) {
        return graded(object.add("text", wording.text()), wording.fraction(), wording.feedback());
    }

    private static ShortAnswer.Accepted wording(JsonObject object) {
        return new ShortAnswer.Accepted(object.getString("text"), fraction(object), object.getString("feedback"));
    }

    private static JsonObjectBuilder range(Numeric.Range range, JsonObjectBuilder object) {
        return graded(object.add("low", range.low()).add("high", range.high()), range.fraction(), range.feedback());
    }

    private static Numeric.Range range(JsonObject object) {
        return new Numeric.Range(object.getJsonNumber("low").bigDecimalValue(),
                object.getJsonNumber("high").bigDecimalValue(), fraction(object), object.getString("feedback"));
    }

    private static JsonObjectBuilder pair(Matching.Pair pair, JsonObjectBuilder object) {
        return object.add("item", pair.item()).add("match", pair.match());
    }

    private static Matching.Pair pair(JsonObject object) {
        return new Matching.Pair(object.getString("item"), object.getString("match"));
    }

    private static JsonObjectBuilder unit(Numeric.Unit unit, JsonObjectBuilder object) {
        return object.add("name", unit.name()).add("factor", unit.factor());
    }

    private static Numeric.Unit unit(JsonObject object) {
        return new Numeric.Unit(object.getString("name"), object.getJsonNumber("factor").bigDecimalValue());
    }

    private static JsonObjectBuilder gap(Cloze.Gap gap, JsonObjectBuilder object) {
        return object.add("accepted", array(gap.accepted(), QuestionJson::wording)).add("chosen", gap.chosen())
                .add("forgiving", gap.forgiving()).add("otherwise", gap.otherwise());
    }

    private static Cloze.Gap gap(JsonObject object) {
        return new Cloze.Gap(list(object, "accepted", QuestionJson::wording), object.getBoolean("chosen"),
                object.getBoolean("forgiving"), object.getString("otherwise"));
    }

    private static JsonObjectBuilder region(Hotspot.Region region, JsonObjectBuilder object) {
        return graded(object.add("name", region.name()).add("outline", array(region.outline(),
                (point, corner) -> corner.add("x", point.x()).add("y", point.y()))), region.fraction(),
                region.feedback());
    }

    private static Hotspot.Region region(JsonObject object) {
        return new Hotspot.Region(object.getString("name"),
                list(object, "outline", point -> new Hotspot.Point(point.getInt("x"), point.getInt("y"))),
                fraction(object), object.getString("feedback"));
    }

    private static JsonObjectBuilder rule(Checklist.Rule rule, JsonObjectBuilder object) {
        object.add("level", rule.level());
        most(object, "minor", rule.minor());
        most(object, "major", rule.major());
        most(object, "serious", rule.serious());
        most(object, "critical", rule.critical());
        return object;
    }

    private static void most(JsonObjectBuilder object, String name, Integer most) {
        if (most != null) {
            object.add(name, most);
        }
    }

    private static Checklist.Rule rule(JsonObject object) {
        return new Checklist.Rule(object.getString("level"), most(object, "minor"), most(object, "major"),
                most(object, "serious"), most(object, "critical"));
    }

    private static Integer most(JsonObject object, String name) {
        return object.containsKey(name) ? object.getInt(name) : null;
    }

    private static JsonObjectBuilder criterion(Rubric.Criterion criterion, JsonObjectBuilder object) {
        return object.add("name", criterion.name()).add("levels", array(criterion.levels(),
                (level, each) -> each.add("text", level.text()).add("points", level.points())));
    }

    private static Rubric rubric(JsonObject object) {
        return object.containsKey("rubric")
                ? new Rubric(list(object, "rubric", criterion -> new Rubric.Criterion(criterion.getString("name"),
                        list(criterion, "levels", level ->
                                new Rubric.Level(level.getString("text"), level.getInt("points"))))))
                : null;
    }

    private static JsonObjectBuilder graded(JsonObjectBuilder object, double fraction, String feedback) {
        return object.add("fraction", fraction).add("feedback", feedback);
    }

    private static double fraction(JsonObject object) {
        return object.getJsonNumber("fraction").doubleValue();
    }
}
