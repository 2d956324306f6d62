package id.sanggar.exchange;

import id.sanggar.assessment.Difficulty;
import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.QuestionState;
import id.sanggar.authoring.CourseContent;
import id.sanggar.course.LessonDocument;
import id.sanggar.course.Outline;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import id.sanggar.shared.Slug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions on their way into the bank of a course: they come as drafts, for somebody to look at. */
final class QuestionArrival {

    private static final int MOST = 5_000;
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_LETTERS = 60_000;

    private final String file;
    private final Destination to;
    private final Problems problems;
    private final FreeSlug slugs;
    private final Map<String, QuestionDefinition> known = new HashMap<>();
    private final Map<Object, String> asked = new HashMap<>();
    private final List<Outline.Topic> topics;
    private final List<Message> comes = new ArrayList<>();
    private final List<ImportPlan.Change> changes = new ArrayList<>();
    private int unchanged;

    private QuestionArrival(String file, Destination to, Problems problems) {
        this.file = file;
        this.to = to;
        this.problems = problems;
        this.slugs = new FreeSlug(to.questionSlugs());
        this.topics = new ArrayList<>(to.draft().course().topics());
        to.draft().questions().forEach(question -> {
            known.put(question.slug(), question);
            asked.put(question.body(), question.slug());
        });
    }

    static Arrival read(String file, byte[] bytes, String topic, Destination to, Problems problems) {
        var written = written(file, bytes, problems);
        if (written.isEmpty()) {
            if (problems.isEmpty()) {
                problems.add(file, 0, "exchange.no-questions");
            }
            return Arrival.refused(problems);
        }
        if (written.size() > MOST) {
            problems.add(file, 0, "exchange.too-many-questions", written.size(), MOST);
            return Arrival.refused(problems);
        }
        return new QuestionArrival(file, to, problems).arrive(written, topic);
    }

    /** By what the file is, not by what it is called. */
    private static List<WrittenQuestion> written(String file, byte[] bytes, Problems problems) {
        if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K') {
            return Spreadsheet.ofExcel(file, bytes, problems)
                    .map(rows -> QuestionTable.parse(file, rows, problems)).orElse(List.of());
        }
        var text = PlainText.read(file, bytes, problems).orElse(null);
        if (text == null) {
            return List.of();
        }
        return switch (FileName.ending(file)) {
            case ".csv", ".tsv" -> Spreadsheet.ofCsv(file, text, problems)
                    .map(rows -> QuestionTable.parse(file, rows, problems)).orElse(List.of());
            case ".gift" -> Gift.parseForeign(file, text, problems);
            case ".txt", "" -> text.lines().anyMatch(line -> line.matches("(?i)\\s*(?:ANSWER|JAWABAN|KUNCI)\\s*:.*"))
                    && !text.contains("{") ? Aiken.parse(file, text, problems)
                    : Gift.parseForeign(file, text, problems);
            default -> {
                problems.add(file, 0, "exchange.question-file");
                yield List.of();
            }
        };
    }

    private Arrival arrive(List<WrittenQuestion> written, String topic) {
        var chosen = chosen(topic);
        var seen = new HashSet<String>();
        var definitions = new ArrayList<QuestionDefinition>();
        for (var question : written) {
            definition(question, chosen).ifPresent(definition -> {
                if (seen.add(definition.slug())) {
                    definitions.add(definition);
                } else {
                    problems.add(file, question.line(), "exchange.id-twice", definition.slug());
                }
            });
        }
        if (!problems.isEmpty()) {
            return Arrival.refused(problems);
        }
        var counts = new ArrayList<Message>();
        counts.add(new Message("exchange.count-questions", String.valueOf(definitions.size() - changes.size())));
        if (unchanged > 0) {
            counts.add(new Message("exchange.count-unchanged", String.valueOf(unchanged)));
        }
        var course = to.draft().course();
        if (!topics.equals(course.topics())) {
            counts.add(new Message("exchange.count-topics", "1"));
        }
        return new Arrival(new CourseContent(course.on(topics), List.of(), to.draft().quizzes()), definitions,
                List.of(), new ImportPlan(counts, comes, changes, List.of(), problems.hints()));
    }

    /** The topic of questions that name none: one there is, or a new one of that title. */
    private String chosen(String topic) {
        var asked = topic == null ? "" : topic.strip();
        for (var known : topics) {
            if (known.slug().equals(asked) || known.title().id().equalsIgnoreCase(asked)) {
                return known.slug();
            }
        }
        if (asked.isEmpty() && !topics.isEmpty()) {
            return topics.get(0).slug();
        }
        var title = asked.isEmpty() ? "Umum" : asked;
        var taken = new HashSet<String>();
        topics.forEach(known -> taken.add(known.slug()));
        var slug = new FreeSlug(taken).of(title, "topik");
        topics.add(new Outline.Topic(slug, new LocalizedText(title.substring(0, Math.min(title.length(), 200)), "")));
        comes.add(new Message("exchange.comes-topic", title));
        return slug;
    }

    private Optional<QuestionDefinition> definition(WrittenQuestion question, String chosen) {
        if (isTooLong(question)) {
            return Optional.empty();
        }
        var hasId = Slug.isValid(question.id());
        if (!question.id().isEmpty() && !hasId) {
            problems.hint(file, question.line(), "exchange.no-slug", question.id());
        }
        var title = title(question);
        var topic = topic(question, chosen);
        var state = question.state() == null || question.state() == QuestionState.RETIRED ? QuestionState.DRAFT
                : question.state();
        var difficulty = difficulty(question);
        if (hasId && known.containsKey(question.id())) {
            return changed(question, known.get(question.id()), title, topic, difficulty, state);
        }
        if (!hasId && asked.containsKey(question.body())) {
            problems.hint(file, question.line(), "exchange.question-known", title, asked.get(question.body()));
            unchanged++;
            return Optional.empty();
        }
        var slug = hasId ? question.id() : slugs.of(title, "pertanyaan");
        asked.put(question.body(), slug);
        comes.add(new Message("exchange.comes-question", title));
        return Optional.of(new QuestionDefinition(slug, title, topic, difficulty, question.body(), tags(question),
                question.category(), state));
    }

    private boolean isTooLong(WrittenQuestion question) {
        var body = question.body();
        if (body.prompt().length() > LONGEST_TEXT || body.generalFeedback().length() > LONGEST_TEXT
                || body.toString().length() > MOST_LETTERS) {
            problems.add(file, question.line(), "exchange.question-too-long", LONGEST_TEXT);
            return true;
        }
        return false;
    }

    private Optional<QuestionDefinition> changed(WrittenQuestion question, QuestionDefinition old, String title,
            String topic, Difficulty difficulty, QuestionState state) {
        var definition = new QuestionDefinition(old.slug(), title, topic, difficulty, question.body(),
                tags(question).isEmpty() ? old.tags() : tags(question),
                question.category().isEmpty() ? old.category() : question.category(), state);
        if (definition.in(old.state()).equals(old)) {
            unchanged++;
            return Optional.empty();
        }
        changes.add(new ImportPlan.Change(new Message("exchange.changed-question", old.slug()),
                plain(old.body().prompt()), plain(question.body().prompt())));
        return Optional.of(definition);
    }

    private static String plain(String prompt) {
        return LessonDocument.plainText(prompt).replace('\n', ' ');
    }

    private static String title(WrittenQuestion question) {
        var said = question.title().isBlank() ? plain(question.body().prompt()) : question.title().strip();
        var title = Problems.readable(said.replaceAll("\\s+", " "));
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, title.offsetByCodePoints(0, 80)) + "…";
    }

    /** What the file says by a tag, a column or a category, where the course has such a topic. */
    private String topic(WrittenQuestion question, String chosen) {
        var said = new ArrayList<String>();
        said.add(question.topic());
        said.addAll(question.tags());
        said.addAll(question.category());
        for (var name : said) {
            for (var topic : topics) {
                if (!name.isBlank() && (topic.slug().equals(name.strip())
                        || topic.slug().equals(MediaNames.slug(name, ""))
                        || topic.title().id().equalsIgnoreCase(name))) {
                    return topic.slug();
                }
            }
        }
        if (!question.topic().isBlank()) {
            problems.hint(file, question.line(), "exchange.unknown-topic", question.topic(), chosen);
        }
        return chosen;
    }

    private static Difficulty difficulty(WrittenQuestion question) {
        if (question.difficulty() != null) {
            return question.difficulty();
        }
        return question.tags().stream().map(QuestionFile::difficulty).filter(known -> known != null).findFirst()
                .orElse(Difficulty.MEDIUM);
    }

    /** Those that are neither the topic nor the difficulty. */
    private List<String> tags(WrittenQuestion question) {
        return question.tags().stream()
                .filter(tag -> QuestionFile.difficulty(tag) == null)
                .filter(tag -> topics.stream().noneMatch(topic -> topic.slug().equals(tag)))
                .limit(20)
                .toList();
    }
}
