package id.sanggar.exchange;

import id.sanggar.assessment.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the Aiken format: a question, its options behind letters, and a last line that names the right one. Aiken knows
 * neither titles nor feedback.
 */
final class Aiken {

    private static final Pattern OPTION = Pattern.compile("^\\s*([A-Za-z])[.)]\\s+(\\S.*)$");
    private static final Pattern ANSWER = Pattern.compile("^\\s*(?:ANSWER|JAWABAN|KUNCI)\\s*:\\s*([A-Za-z])\\W*$",
            Pattern.CASE_INSENSITIVE);

    private final String file;
    private final Problems problems;
    private final ForeignText foreign;
    private final List<WrittenQuestion> questions = new ArrayList<>();
    private final List<String> prompt = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private int begin;

    private Aiken(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.foreign = new ForeignText(true,
                (sentence, arguments) -> problems.hint(file, begin, sentence, arguments));
    }

    static List<WrittenQuestion> parse(String file, String text, Problems problems) {
        var aiken = new Aiken(file, problems);
        var number = 0;
        for (var line : text.split("\n", -1)) {
            aiken.read(++number, line);
        }
        if (!aiken.prompt.isEmpty() || !aiken.options.isEmpty()) {
            problems.add(file, aiken.begin, "exchange.no-key");
        }
        return aiken.questions;
    }

    private void read(int number, String line) {
        var answer = ANSWER.matcher(line);
        var option = OPTION.matcher(line);
        if (answer.matches()) {
            end(number, Character.toUpperCase(answer.group(1).charAt(0)) - 'A');
        } else if (option.matches() && isNext(option.group(1)) && !prompt.isEmpty()) {
            options.add(option.group(2).strip());
        } else if (!line.isBlank()) {
            if (!options.isEmpty()) {
                options.set(options.size() - 1, options.get(options.size() - 1) + ' ' + line.strip());
                return;
            }
            begin = prompt.isEmpty() ? number : begin;
            prompt.add(line.strip());
        }
    }

    private boolean isNext(String letter) {
        return Character.toUpperCase(letter.charAt(0)) - 'A' == options.size();
    }

    private void end(int number, int right) {
        try {
            if (prompt.isEmpty()) {
                throw new Unreadable(0, "exchange.no-prompt");
            }
            if (right >= options.size()) {
                throw new Unreadable(0, "exchange.no-such-option", String.valueOf((char) ('A' + right)));
            }
            var read = new ArrayList<Option>();
            for (var i = 0; i < options.size(); i++) {
                read.add(new Option(foreign.words(null, options.get(i)), i == right ? 1 : 0, ""));
            }
            var body = Bodies.options(foreign.words(null, String.join(" ", prompt)), read, true, "");
            questions.add(new WrittenQuestion(begin, "", List.of(), List.of(), "", null, null, "", body));
        } catch (Unreadable reason) {
            reason.tell(file, prompt.isEmpty() ? number : begin, problems);
        }
        prompt.clear();
        options.clear();
    }
}
