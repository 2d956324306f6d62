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

    private static final Pattern OPTION = Pattern.compile("^\\s*([A-Za-z])[.)]\\s*(\\S.*)$");
    private static final Pattern ANSWER = Pattern.compile("^\\s*(?:ANSWER|JAWABAN|KUNCI)\\s*:\\s*(\\S.*?)[\\s.)]*$",
            Pattern.CASE_INSENSITIVE);

    private final String file;
    private final Problems problems;
    private final List<WrittenQuestion> questions = new ArrayList<>();
    private final List<String> prompt = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private int begin;
    private boolean parted;

    private Aiken(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
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
            end(number, answer.group(1));
        } else if (option.matches() && isNext(option.group(1)) && !prompt.isEmpty()) {
            options.add(option.group(2).strip());
        } else if (line.isBlank()) {
            parted = true;
            return;
        } else if (!options.isEmpty() && !parted) {
            options.set(options.size() - 1, options.get(options.size() - 1) + ' ' + line.strip());
        } else {
            if (!options.isEmpty()) {
                problems.add(file, begin, "exchange.no-key");
                prompt.clear();
                options.clear();
            }
            begin = prompt.isEmpty() ? number : begin;
            prompt.add(line.strip());
        }
        parted = false;
    }

    private boolean isNext(String letter) {
        return Character.toUpperCase(letter.charAt(0)) - 'A' == options.size();
    }

    private void end(int number, String key) {
        var right = Character.toUpperCase(key.charAt(0)) - 'A';
        try {
            if (prompt.isEmpty()) {
                throw new UnreadableQuestion(0, "exchange.no-prompt");
            }
            if (key.length() > 1 || right < 0 || right >= options.size()) {
                throw new UnreadableQuestion(0, "exchange.no-such-option", key);
            }
            var read = new ArrayList<Option>();
            for (var i = 0; i < options.size(); i++) {
                read.add(new Option(ForeignText.plain(options.get(i)), i == right ? 1 : 0, ""));
            }
            var body = Bodies.options(ForeignText.plain(String.join(" ", prompt)), read, true, "");
            questions.add(new WrittenQuestion(begin, "", List.of(), List.of(), "", null, null, "", body));
        } catch (UnreadableQuestion reason) {
            reason.tell(file, prompt.isEmpty() ? number : begin, problems);
        }
        prompt.clear();
        options.clear();
    }
}
