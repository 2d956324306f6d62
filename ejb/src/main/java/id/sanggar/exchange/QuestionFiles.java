package id.sanggar.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import id.sanggar.assessment.Choice;
import id.sanggar.assessment.Difficulty;
import id.sanggar.assessment.Matching;
import id.sanggar.assessment.MultipleResponse;
import id.sanggar.assessment.Numeric;
import id.sanggar.assessment.Option;
import id.sanggar.assessment.Ordering;
import id.sanggar.assessment.QuestionBody;
import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.ShortAnswer;
import id.sanggar.assessment.TrueFalse;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;

/** Questions as files that other programs open; which of them a table cannot hold is left out of it. */
final class QuestionFiles {

    /** Where a spreadsheet would begin to compute, written in narrow or wide letters. */
    private static final Pattern FORMULA = Pattern.compile("^(?=\\s*[=+@\uFF1D\uFF0B\uFF0D\uFF20-])");
    private static final int ANSWERS = 8;
    private static final int WIDE = 40;
    private static final int NARROW = 14;

    private QuestionFiles() {
    }

    static void gift(List<QuestionDefinition> questions, OutputStream out) {
        var gift = questions.stream().map(GiftWriter::write).flatMap(Optional::stream).toList();
        try {
            out.write(String.join("\n", gift).getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    static void csv(List<QuestionDefinition> questions, Locale locale, OutputStream out) {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            writer.write('\uFEFF');
            // Excel in Indonesian parts by semicolons, as the comma is its decimal sign.
            var csv = CsvWriter.builder().fieldSeparator(locale.getLanguage().equals("en") ? ',' : ';').build(writer);
            rows(questions, locale).forEach(row -> csv.writeRecord(row.stream().map(QuestionFiles::harmless).toList()));
            csv.flush();
            writer.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** As text that nothing computes: an apostrophe before it, which reading takes away again. */
    static String harmless(String text) {
        return FORMULA.matcher(text).replaceAll("'");
    }

    static void excel(List<QuestionDefinition> questions, Locale locale, OutputStream out) {
        try (var workbook = new Workbook(out, "Sanggar", null)) {
            var sheet = workbook.newWorksheet(text("exchange.sheet-questions", locale));
            var row = 0;
            for (var cells : rows(questions, locale)) {
                for (var column = 0; column < cells.size(); column++) {
                    if (!cells.get(column).isEmpty()) {
                        sheet.value(row, column, cells.get(column));
                    }
                }
                row++;
            }
            sheet.freezePane(0, 1);
            var head = head(locale);
            sheet.range(0, 0, 0, head.size() - 1).style().bold().fillColor("DDE8E3").set();
            for (var column = 0; column < head.size(); column++) {
                sheet.width(column, column == 5 || head.get(column).matches(".*[a-z] [0-9]") ? WIDE : NARROW);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static List<String> head(Locale locale) {
        var head = new ArrayList<>(Stream.of("id", "topic", "difficulty", "type", "title", "question")
                .map(column -> text("exchange.column-" + column, locale)).toList());
        for (var i = 1; i <= ANSWERS; i++) {
            head.add(text("exchange.column-answer", locale) + ' ' + i);
            head.add(text("exchange.column-weight", locale) + ' ' + i);
            head.add(text("exchange.column-feedback", locale) + ' ' + i);
        }
        head.add(text("exchange.column-general", locale));
        return head;
    }

    private static String text(String key, Locale locale) {
        return Messages.text(new Message(key), locale);
    }

    private static List<List<String>> rows(List<QuestionDefinition> questions, Locale locale) {
        var rows = new ArrayList<List<String>>();
        rows.add(head(locale));
        questions.forEach(question -> row(question, locale).ifPresent(rows::add));
        return rows;
    }

    private static Optional<List<String>> row(QuestionDefinition question, Locale locale) {
        var answers = answers(question.body());
        if (answers.isEmpty() || answers.get().size() > ANSWERS) {
            return Optional.empty();
        }
        var row = new ArrayList<>(List.of(question.slug(), question.topic(),
                text("exchange.difficulty-" + YamlEntry.written(question.difficulty()), locale),
                text("exchange.type-" + YamlEntry.written(question.body().type()), locale), question.title(),
                question.body().prompt()));
        for (var i = 0; i < ANSWERS; i++) {
            row.addAll(i < answers.get().size() ? answers.get().get(i) : List.of("", "", ""));
        }
        row.add(question.body().generalFeedback());
        return Optional.of(row);
    }

    /** @return answer, weight and feedback; nothing for a question that no table holds */
    private static Optional<List<List<String>>> answers(QuestionBody body) {
        if (body instanceof Choice choice) {
            return Optional.of(choice.options().stream().map(QuestionFiles::answer).toList());
        }
        if (body instanceof MultipleResponse response) {
            return Optional.of(response.options().stream().map(QuestionFiles::answer).toList());
        }
        if (body instanceof TrueFalse statement) {
            return Optional.of(List.of(List.of(statement.truth() ? "benar" : "salah", "100", statement.whenRight()),
                    List.of(statement.truth() ? "salah" : "benar", "0", statement.whenWrong())));
        }
        if (body instanceof ShortAnswer question) {
            return question.forgiving() ? Optional.empty() : Optional.of(question.accepted().stream()
                    .map(accepted -> List.of(accepted.text(), percent(accepted.fraction()), accepted.feedback()))
                    .toList());
        }
        if (body instanceof Numeric question) {
            return question.units().isEmpty() ? Optional.of(numbers(question)) : Optional.empty();
        }
        if (body instanceof Matching matching) {
            return Optional.of(Stream.concat(
                    matching.pairs().stream().map(pair -> List.of(pair.item() + " -> " + pair.match(), "", "")),
                    matching.distractors().stream().map(text -> List.of(" -> " + text, "", ""))).toList());
        }
        return body instanceof Ordering ordering
                ? Optional.of(ordering.items().stream().map(item -> List.of(item, "", "")).toList())
                : Optional.empty();
    }

    private static List<List<String>> numbers(Numeric question) {
        var numbers = new ArrayList<List<String>>();
        question.accepted().forEach(range -> numbers.add(List.of(range.low().equals(range.high())
                ? range.low().toPlainString() : range.low().toPlainString() + ".." + range.high().toPlainString(),
                percent(range.fraction()), range.feedback())));
        if (!question.otherwise().isEmpty()) {
            numbers.add(List.of("*", "0", question.otherwise()));
        }
        return numbers;
    }

    private static List<String> answer(Option option) {
        return List.of(option.text(), percent(option.fraction()), option.feedback());
    }

    private static String percent(double fraction) {
        return BigDecimal.valueOf(fraction).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    /** What somebody who begins a table looks at: one question of each kind. */
    static List<QuestionDefinition> examples(Locale locale) {
        return List.of(
                example("suhu-aman", locale, "choice", prompt -> new Choice(prompt, List.of(
                        new Option(text("exchange.example-right", locale), 1, text("exchange.example-yes", locale)),
                        new Option(text("exchange.example-wrong", locale), 0, text("exchange.example-no", locale))),
                        text("exchange.example-rule", locale))),
                example("suhu-pengisian", locale, "numeric", prompt -> new Numeric(prompt, List.of(new Numeric.Range(
                        BigDecimal.valueOf(68), BigDecimal.valueOf(72), 1, "")), List.of(), false,
                        text("exchange.example-no", locale), "")),
                example("pasangan", locale, "matching", prompt -> new Matching(prompt, List.of(
                        new Matching.Pair("NIB", "OSS"), new Matching.Pair("P-IRT", "SPP-IRT"),
                        new Matching.Pair("Halal", "BPJPH")), List.of(), "")));
    }

    private static QuestionDefinition example(String slug, Locale locale, String type,
            Function<String, QuestionBody> body) {
        return new QuestionDefinition(slug, text("exchange.example-title-" + type, locale), "suhu", Difficulty.MEDIUM,
                body.apply(text("exchange.example-" + type, locale)));
    }
}
