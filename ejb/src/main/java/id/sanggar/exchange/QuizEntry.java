package id.sanggar.exchange;

import id.sanggar.assessment.Difficulty;
import id.sanggar.assessment.Draw;
import id.sanggar.assessment.FixedQuestion;
import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.QuizDefinition;
import id.sanggar.assessment.QuizLayout;
import id.sanggar.assessment.QuizPurpose;
import id.sanggar.assessment.QuizRules;
import id.sanggar.assessment.QuizSection;
import id.sanggar.assessment.QuizSlot;
import id.sanggar.assessment.ReviewPolicy;
import id.sanggar.assessment.ReviewRules;
import id.sanggar.assessment.ReviewTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/** The rules of a quiz as they stand in a pack's manifest; what is usual need not be said. */
final class QuizEntry {

    private static final QuizRules USUAL = QuizRules.USUAL;

    private QuizEntry() {
    }

    /** The topics a quiz draws on, in order. */
    static List<String> topics(YamlEntry entry) {
        return slotEntries(entry)
                .map(slot -> slot.optional("topic").orElse(""))
                .filter(topic -> !topic.isEmpty())
                .distinct()
                .toList();
    }

    private static Stream<YamlEntry> slotEntries(YamlEntry entry) {
        return entry.has("parts")
                ? entry.optionalEntries("parts").stream().flatMap(part -> part.optionalEntries("slots").stream())
                : entry.optionalEntries("draw").stream();
    }

    /** @param passMark of the course */
    static QuizDefinition read(String activity, YamlEntry entry, int passMark, List<QuestionDefinition> bank) {
        var sections = entry.has("parts")
                ? entry.entries("parts").stream().map(part -> part(activity, part, bank, new HashSet<>())).toList()
                : List.of(new QuizSection("", slots(activity, entry, "draw", bank, new HashSet<>())));
        var quiz = new QuizDefinition(activity, entry.one("purpose", QuizPurpose.class),
                boxed(entry.optionalNumber("timeLimit", 1, QuizDefinition.LONGEST)),
                boxed(entry.optionalNumber("attempts", 1, QuizDefinition.MOST_ATTEMPTS)),
                entry.optionalNumber("passMark", 0, 100).orElse(passMark), entry.one("layout", QuizLayout.class),
                review(entry), sections, rules(entry));
        entry.nothingElse();
        return quiz;
    }

    private static QuizSection part(String activity, YamlEntry part, List<QuestionDefinition> bank, Set<Draw> drawn) {
        var title = part.optional("title").orElse("");
        if (title.length() > QuizSection.LONGEST_TITLE) {
            part.problem("title", "exchange.too-long", "title", title.length(), QuizSection.LONGEST_TITLE);
            title = "";
        }
        var section = new QuizSection(title, slots(activity, part, "slots", bank, drawn));
        part.nothingElse();
        return section;
    }

    private static List<QuizSlot> slots(String activity, YamlEntry entry, String key, List<QuestionDefinition> bank,
            Set<Draw> drawn) {
        var slots = new ArrayList<QuizSlot>();
        for (var slot : entry.entries(key)) {
            var mark = slot.optionalNumber("mark", 1, QuizSlot.MOST_MARK).orElse(1);
            if (slot.has("question")) {
                var question = slot.slug("question");
                if (bank.stream().noneMatch(known -> known.slug().equals(question))) {
                    slot.hint("question", "exchange.no-question", question);
                }
                if (!question.isEmpty()) {
                    slots.add(new FixedQuestion(question, mark));
                }
            } else {
                slots.add(draw(activity, slot, mark, bank, drawn));
            }
            slot.nothingElse();
        }
        return slots;
    }

    private static Draw draw(String activity, YamlEntry slot, int mark, List<QuestionDefinition> bank,
            Set<Draw> drawn) {
        var tag = slot.optionalSlug("tag").filter(given -> !given.isEmpty()).orElse(null);
        var difficulty = slot.has("difficulty") ? slot.one("difficulty", Difficulty.class) : null;
        var topic = tag == null && difficulty == null || slot.has("topic") ? slot.slug("topic") : null;
        var draw = new Draw(topic == null || topic.isEmpty() ? null : topic, tag, difficulty,
                slot.number("count", 1, Draw.MOST), mark);
        var there = bank.stream().filter(question -> fits(draw, question)).count();
        if (there < draw.count()) {
            slot.hint("topic", "exchange.draws-too-many", activity, draw.count(), named(draw), there);
        }
        if (!drawn.add(new Draw(draw.topic(), tag, difficulty, 1, 1))) {
            slot.problem("topic", "exchange.draws-twice", activity, named(draw));
        }
        return draw;
    }

    private static boolean fits(Draw draw, QuestionDefinition question) {
        return (draw.topic() == null || draw.topic().equals(question.topic()))
                && (draw.tag() == null || question.tags().contains(draw.tag()))
                && (draw.difficulty() == null || draw.difficulty() == question.difficulty());
    }

    private static String named(Draw draw) {
        return Stream.of(draw.topic(), draw.tag(),
                draw.difficulty() == null ? null : YamlEntry.written(draw.difficulty()))
                .filter(part -> part != null)
                .reduce((one, other) -> one + ", " + other)
                .orElse("?");
    }

    private static ReviewRules review(YamlEntry entry) {
        if (!entry.isMapping("review")) {
            return entry.one("review", ReviewPolicy.class).rules();
        }
        var review = entry.entry("review");
        var rules = new ReviewRules(review.one("marks", ReviewTime.class), review.one("answers", ReviewTime.class),
                review.one("feedback", ReviewTime.class));
        review.nothingElse();
        return rules;
    }

    private static QuizRules rules(YamlEntry entry) {
        return new QuizRules(entry.truth("shuffleQuestions", USUAL.shuffleQuestions()),
                entry.truth("shuffleOptions", USUAL.shuffleOptions()),
                boxed(entry.optionalNumber("delay", 1, QuizRules.LONGEST_DELAY)),
                entry.optionalNumber("grace", 0, QuizRules.LONGEST_GRACE).orElse(USUAL.grace()),
                entry.has("closesOn") ? entry.date("closesOn") : null, entry.truth("anonymous", USUAL.anonymous()),
                entry.truth("secondMarker", USUAL.secondMarker()));
    }

    private static Integer boxed(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    /** What the manifest says of these rules. */
    static Map<String, Node> write(QuizDefinition quiz) {
        var entry = new LinkedHashMap<String, Node>();
        number(entry, "timeLimit", quiz.timeLimit());
        number(entry, "attempts", quiz.attempts());
        entry.put("passMark", YamlText.number(quiz.passMark()));
        entry.put("layout", YamlText.text(YamlEntry.written(quiz.layout())));
        entry.put("review", review(quiz.review()));
        var rules = quiz.rules();
        truth(entry, "shuffleQuestions", rules.shuffleQuestions(), USUAL.shuffleQuestions());
        truth(entry, "shuffleOptions", rules.shuffleOptions(), USUAL.shuffleOptions());
        number(entry, "delay", rules.delay());
        number(entry, "grace", rules.grace() == USUAL.grace() ? null : Integer.valueOf(rules.grace()));
        if (rules.closesOn() != null) {
            entry.put("closesOn", YamlText.day(rules.closesOn()));
        }
        truth(entry, "anonymous", rules.anonymous(), USUAL.anonymous());
        truth(entry, "secondMarker", rules.secondMarker(), USUAL.secondMarker());
        if (quiz.sections().size() == 1 && quiz.sections().get(0).title().isEmpty()) {
            entry.put("draw", slots(quiz.sections().get(0)));
        } else {
            entry.put("parts", YamlText.lines(quiz.sections().stream().map(section -> {
                var part = new LinkedHashMap<String, Node>();
                if (!section.title().isEmpty()) {
                    part.put("title", YamlText.text(section.title()));
                }
                part.put("slots", slots(section));
                return YamlText.block(part);
            }).toList()));
        }
        return entry;
    }

    private static Node review(ReviewRules review) {
        for (var policy : ReviewPolicy.values()) {
            if (policy.rules().equals(review)) {
                return YamlText.text(YamlEntry.written(policy));
            }
        }
        var rules = new LinkedHashMap<String, Node>();
        rules.put("marks", YamlText.text(YamlEntry.written(review.marks())));
        rules.put("answers", YamlText.text(YamlEntry.written(review.answers())));
        rules.put("feedback", YamlText.text(YamlEntry.written(review.feedback())));
        return YamlText.mapping(rules);
    }

    private static Node slots(QuizSection section) {
        return YamlText.lines(section.slots().stream().map(slot -> {
            var entry = new LinkedHashMap<String, Node>();
            if (slot instanceof FixedQuestion fixed) {
                entry.put("question", YamlText.text(fixed.question()));
            } else if (slot instanceof Draw draw) {
                text(entry, "topic", draw.topic());
                text(entry, "tag", draw.tag());
                text(entry, "difficulty", draw.difficulty() == null ? null : YamlEntry.written(draw.difficulty()));
                entry.put("count", YamlText.number(draw.count()));
            }
            number(entry, "mark", slot.mark() == 1 ? null : Integer.valueOf(slot.mark()));
            return YamlText.mapping(entry);
        }).toList());
    }

    private static void number(Map<String, Node> entry, String key, Integer number) {
        if (number != null) {
            entry.put(key, YamlText.number(number));
        }
    }

    private static void text(Map<String, Node> entry, String key, String text) {
        if (text != null) {
            entry.put(key, YamlText.text(text));
        }
    }

    private static void truth(Map<String, Node> entry, String key, boolean truth, boolean usual) {
        if (truth != usual) {
            entry.put(key, YamlText.truth(truth));
        }
    }
}
