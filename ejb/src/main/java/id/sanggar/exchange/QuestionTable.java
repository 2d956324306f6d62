package id.sanggar.exchange;

import id.sanggar.assessment.Difficulty;
import id.sanggar.assessment.Matching;
import id.sanggar.assessment.Numeric;
import id.sanggar.assessment.Option;
import id.sanggar.assessment.Ordering;
import id.sanggar.assessment.QuestionBody;
import id.sanggar.assessment.QuestionType;
import id.sanggar.assessment.ShortAnswer;
import id.sanggar.assessment.TrueFalse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Questions as rows of a table; which columns there are is told in {@code docs/exchange.md}. */
final class QuestionTable {

    static final int MOST_ANSWERS = 20;

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("id", "id"), Map.entry("kode", "id"),
            Map.entry("topik", "topic"), Map.entry("topic", "topic"),
            Map.entry("kesulitan", "difficulty"), Map.entry("difficulty", "difficulty"),
            Map.entry("jenis", "type"), Map.entry("tipe", "type"), Map.entry("type", "type"),
            Map.entry("judul", "title"), Map.entry("title", "title"),
            Map.entry("pertanyaan", "prompt"), Map.entry("soal", "prompt"), Map.entry("question", "prompt"),
            Map.entry("question text", "prompt"), Map.entry("teks soal", "prompt"),
            Map.entry("jenis soal", "type"), Map.entry("tipe soal", "type"), Map.entry("question type", "type"),
            Map.entry("tingkat kesulitan", "difficulty"), Map.entry("difficulty level", "difficulty"),
            Map.entry("materi", "topic"), Map.entry("subject", "topic"), Map.entry("category", "topic"),
            Map.entry("kategori", "topic"),
            Map.entry("kunci", "key"), Map.entry("kunci jawaban", "key"), Map.entry("jawaban benar", "key"),
            Map.entry("key", "key"), Map.entry("answer", "key"), Map.entry("correct answer", "key"),
            Map.entry("correct", "key"), Map.entry("correct option", "key"), Map.entry("jawaban", "key"),
            Map.entry("umpan balik umum", "general"), Map.entry("pembahasan", "general"),
            Map.entry("general feedback", "general"), Map.entry("explanation", "general"));
    private static final Pattern ANSWER =
            Pattern.compile("(?:jawaban|pilihan|opsi|answer|option|choice) ?([0-9]{1,2}|[a-j])");
    private static final Pattern WEIGHT = Pattern.compile("(?:nilai|bobot|weight) ?([0-9]{1,2})");
    private static final Pattern FEEDBACK = Pattern.compile("(?:umpan balik|feedback) ?([0-9]{1,2})");
    private static final Map<String, QuestionType> TYPES = types();
    private static final Map<String, Difficulty> DIFFICULTIES = Map.of("mudah", Difficulty.EASY, "easy",
            Difficulty.EASY, "sedang", Difficulty.MEDIUM, "medium", Difficulty.MEDIUM, "sulit", Difficulty.HARD,
            "hard", Difficulty.HARD);
    private static final Set<String> ESSAY = Set.of("essay", "esai", "uraian", "karangan");
    private static final Pattern TRUE = Pattern.compile("benar|betul|true|t|b|ya|yes|1", Pattern.CASE_INSENSITIVE);
    private static final Pattern FALSE = Pattern.compile("salah|false|f|s|tidak|no|0", Pattern.CASE_INSENSITIVE);
    private static final String PERHAPS_FORMULA = "'[=+\\-@\\t].*";

    private final String file;
    private final Problems problems;
    private final Map<String, Integer> columns = new HashMap<>();
    private final ForeignText foreign;
    private Spreadsheet.Row row;

    /** One answer of a row. */
    private record Answer(String text, String weight, String feedback) {
    }

    private QuestionTable(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.foreign = new ForeignText(true,
                (sentence, arguments) -> problems.hint(file, row.number(), sentence, arguments));
    }

    private static Map<String, QuestionType> types() {
        var types = new HashMap<String, QuestionType>();
        List.of("pilihan", "pilihan ganda", "satu jawaban", "choice", "multiple choice", "multi choice",
                "single choice", "mc")
                .forEach(name -> types.put(name, QuestionType.CHOICE));
        List.of("beberapa jawaban", "jawaban ganda", "pilihan majemuk", "response", "multiple response",
                "multiple answer", "multiple answers").forEach(name -> types.put(name, QuestionType.RESPONSE));
        List.of("benar-salah", "benar/salah", "benar salah", "true-false", "true/false", "true false", "tf")
                .forEach(name -> types.put(name, QuestionType.TRUE_FALSE));
        List.of("isian", "isian singkat", "jawaban singkat", "short", "short answer")
                .forEach(name -> types.put(name, QuestionType.SHORT));
        List.of("angka", "hitungan", "numeric", "number", "numerical")
                .forEach(name -> types.put(name, QuestionType.NUMERIC));
        List.of("menjodohkan", "jodohkan", "matching").forEach(name -> types.put(name, QuestionType.MATCHING));
        List.of("mengurutkan", "urutan", "ordering").forEach(name -> types.put(name, QuestionType.ORDERING));
        return Map.copyOf(types);
    }

    static List<WrittenQuestion> parse(String file, List<Spreadsheet.Row> rows, Problems problems) {
        var table = new QuestionTable(file, problems);
        var questions = new ArrayList<WrittenQuestion>();
        if (rows.isEmpty()) {
            problems.add(file, 0, "exchange.empty-file");
            return questions;
        }
        table.row = rows.get(0);
        table.readHead();
        if (!table.columns.containsKey("prompt")) {
            problems.add(file, rows.get(0).number(), "exchange.no-prompt-column");
            return questions;
        }
        for (var row : rows.subList(1, rows.size())) {
            table.row = row;
            try {
                questions.add(table.question());
            } catch (UnreadableQuestion reason) {
                reason.tell(file, row.number(), problems);
            }
        }
        return questions;
    }

    private void readHead() {
        for (var i = 0; i < row.cells().size(); i++) {
            var said = row.cells().get(i).replace("\uFEFF", "");
            var name = plain(said);
            var column = column(name);
            if (column == null && !name.isEmpty()) {
                problems.hint(file, row.number(), "exchange.unknown-column", said);
            } else if (column != null && columns.putIfAbsent(column, i) != null) {
                problems.hint(file, row.number(), "exchange.column-twice", said);
            }
        }
    }

    /** Small words, whether they were written_so, writtenSo or Written So. */
    private static String plain(String name) {
        return name.strip().replaceAll("(?<=[a-z])(?=[A-Z])", " ").replaceAll("[\\s_]+", " ").toLowerCase(Locale.ROOT);
    }

    private static String column(String name) {
        if (COLUMNS.containsKey(name)) {
            return COLUMNS.get(name);
        }
        if (name.matches("[a-j]")) {
            return "answer " + (name.charAt(0) - 'a' + 1);
        }
        var answer = ANSWER.matcher(name);
        if (answer.matches()) {
            var which = answer.group(1);
            var isNumber = Character.isDigit(which.charAt(0));
            return "answer " + (isNumber ? Integer.parseInt(which) : which.charAt(0) - 'a' + 1);
        }
        var weight = WEIGHT.matcher(name);
        if (weight.matches()) {
            return "weight " + Integer.parseInt(weight.group(1));
        }
        var feedback = FEEDBACK.matcher(name);
        return feedback.matches() ? "feedback " + Integer.parseInt(feedback.group(1)) : null;
    }

    /** A text of the row; the apostrophe that keeps a spreadsheet from computing it is taken away. */
    private String cell(String column) {
        var at = columns.get(column);
        var text = at == null || at >= row.cells().size() ? "" : row.cells().get(at).strip();
        return text.matches(PERHAPS_FORMULA) ? text.substring(1) : text;
    }

    private String words(String column) {
        return foreign.words(null, cell(column));
    }

    private WrittenQuestion question() {
        if (cell("prompt").isEmpty()) {
            throw new UnreadableQuestion(0, "exchange.no-prompt");
        }
        var answers = new ArrayList<Answer>();
        for (var i = 1; i <= MOST_ANSWERS; i++) {
            if (!cell("answer " + i).isEmpty()) {
                answers.add(new Answer(cell("answer " + i), weight(i, answers.size()), words("feedback " + i)));
            }
        }
        var difficulty = cell("difficulty").toLowerCase(Locale.ROOT);
        if (!difficulty.isEmpty() && !DIFFICULTIES.containsKey(difficulty)) {
            problems.hint(file, row.number(), "exchange.unknown-difficulty", difficulty);
        }
        return new WrittenQuestion(row.number(), cell("id"), List.of(), List.of(), cell("topic"),
                DIFFICULTIES.get(difficulty), null, cell("title"), body(type(answers), answers));
    }

    /** What the column beside it says, else whether the key names it: by letter, by number, or as it stands. */
    private String weight(int column, int position) {
        var said = cell("weight " + column);
        if (!said.isEmpty() || cell("key").isEmpty()) {
            return said;
        }
        for (var key : cell("key").split("[,;/&]| dan | and ")) {
            var name = key.strip();
            if (name.equalsIgnoreCase(cell("answer " + column)) || name.equals(String.valueOf(column))
                    || name.equalsIgnoreCase(String.valueOf((char) ('A' + column - 1)))) {
                return "100";
            }
        }
        return "0";
    }

    private QuestionType type(List<Answer> answers) {
        var said = plain(cell("type"));
        if (!said.isEmpty()) {
            if (ESSAY.contains(said)) {
                throw UnreadableQuestion.leftOut(0, "exchange.essay");
            }
            var type = TYPES.get(said);
            if (type == null) {
                throw new UnreadableQuestion(0, "exchange.unknown-type", said);
            }
            return type;
        }
        if (answers.isEmpty()) {
            return TRUE.matcher(cell("key")).matches() || FALSE.matcher(cell("key")).matches()
                    ? QuestionType.TRUE_FALSE : QuestionType.SHORT;
        }
        if (answers.size() == 1) {
            return answers.get(0).text.contains("->") ? QuestionType.MATCHING : QuestionType.SHORT;
        }
        var right = answers.stream().filter(answer -> fraction(answer, 0) > 0).count();
        return right > 1 ? QuestionType.RESPONSE : QuestionType.CHOICE;
    }

    private QuestionBody body(QuestionType type, List<Answer> answers) {
        var prompt = words("prompt");
        var general = words("general");
        return switch (type) {
            case CHOICE -> Bodies.options(prompt, answers.stream().map(answer ->
                    new Option(foreign.words(null, answer.text), fraction(answer, 0), answer.feedback)).toList(), true,
                    general);
            case RESPONSE -> Bodies.options(prompt, shared(answers), false, general);
            case TRUE_FALSE -> trueFalse(prompt, answers, general);
            case SHORT -> Bodies.shortAnswer(prompt, typed(answers).stream().map(answer -> new ShortAnswer.Accepted(
                    answer.text, Bodies.positive(fraction(answer, 1)), answer.feedback)).toList(), general);
            case NUMERIC -> numeric(prompt, typed(answers), general);
            case MATCHING -> matching(prompt, answers, general);
            case ORDERING -> ordering(prompt, answers, general);
            default -> throw new UnreadableQuestion(0, "exchange.unknown-type", cell("type"));
        };
    }

    /** Where there is a key and no answers, the key is the answer. */
    private List<Answer> typed(List<Answer> answers) {
        return answers.isEmpty() && !cell("key").isEmpty() ? List.of(new Answer(cell("key"), "100", "")) : answers;
    }

    /** Several right ones that are all said to be wholly right share what there is. */
    private List<Option> shared(List<Answer> answers) {
        var whole = answers.stream().filter(answer -> fraction(answer, 0) == 1).count();
        var wrong = answers.stream().filter(answer -> fraction(answer, 0) <= 0).count();
        return answers.stream().map(answer -> {
            var fraction = fraction(answer, 0);
            if (whole > 1) {
                fraction = fraction == 1 ? 1.0 / whole : fraction == 0 && wrong > 0 ? -1.0 / wrong : fraction;
            }
            return new Option(foreign.words(null, answer.text), fraction, answer.feedback);
        }).toList();
    }

    private double fraction(Answer answer, double unsaid) {
        var said = answer.weight.replace("%", "").replace(',', '.').strip();
        if (said.isEmpty()) {
            return unsaid;
        }
        if (said.equalsIgnoreCase("x") || said.equals("✓") || said.matches("(?i)benar|betul|true|ya|yes")) {
            return 1;
        }
        return said.matches("(?i)salah|false|tidak|no") ? 0 : Bodies.fraction(said, 0);
    }

    private QuestionBody trueFalse(String prompt, List<Answer> answers, String general) {
        var said = answers.isEmpty() ? cell("key") : answers.size() == 1 ? answers.get(0).text
                : answers.stream().filter(answer -> fraction(answer, 0) == 1).map(Answer::text).findFirst().orElse("");
        var truth = TRUE.matcher(said).matches();
        if (!truth && !FALSE.matcher(said).matches()) {
            throw new UnreadableQuestion(0, "exchange.no-truth", said);
        }
        return new TrueFalse(prompt, truth, answers.isEmpty() ? "" : answers.get(0).feedback,
                answers.size() > 1 ? answers.get(1).feedback : words("feedback 2"), general);
    }

    private QuestionBody numeric(String prompt, List<Answer> answers, String general) {
        var ranges = new ArrayList<Numeric.Range>();
        var otherwise = "";
        for (var answer : answers) {
            if (answer.text.equals("*")) {
                otherwise = answer.feedback;
            } else {
                var text = answer.text.replaceAll("\\s", "").replaceAll("(?<=[0-9]),(?=[0-9])", ".");
                ranges.add(Bodies.range(text, Bodies.positive(fraction(answer, 1)), answer.feedback, 0));
            }
        }
        return Bodies.numeric(prompt, ranges, otherwise, general);
    }

    private QuestionBody matching(String prompt, List<Answer> answers, String general) {
        var pairs = new ArrayList<Matching.Pair>();
        var distractors = new ArrayList<String>();
        for (var answer : answers) {
            var sides = answer.text.split("\\s*(?:->|→)\\s*", -1);
            if (sides.length != 2 || sides[1].isBlank()) {
                throw new UnreadableQuestion(0, "exchange.no-pair");
            }
            if (sides[0].isBlank()) {
                distractors.add(foreign.words(null, sides[1].strip()));
            } else {
                pairs.add(new Matching.Pair(foreign.words(null, sides[0].strip()),
                        foreign.words(null, sides[1].strip())));
            }
        }
        return Bodies.matching(prompt, pairs, distractors, general);
    }

    private QuestionBody ordering(String prompt, List<Answer> answers, String general) {
        var items = answers.stream().map(answer -> foreign.words(null, answer.text)).toList();
        if (items.size() < 2 || items.stream().distinct().count() < items.size()) {
            throw new UnreadableQuestion(0, "exchange.no-order");
        }
        return new Ordering(prompt, items, general);
    }
}
