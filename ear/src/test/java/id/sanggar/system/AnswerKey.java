package id.sanggar.system;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import id.sanggar.assessment.Choice;
import id.sanggar.assessment.Matching;
import id.sanggar.assessment.MultipleResponse;
import id.sanggar.assessment.Numeric;
import id.sanggar.assessment.Option;
import id.sanggar.assessment.QuestionBody;
import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.ShortAnswer;
import id.sanggar.assessment.TrueFalse;
import id.sanggar.course.NewCourseVersion.NewActivity;
import id.sanggar.exchange.ContentFiles;
import id.sanggar.exchange.CoursePack;
import id.sanggar.exchange.CoursePackReader;
import id.sanggar.exchange.OrganisationFile;
import id.sanggar.exchange.Problems;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/** A course as its authors wrote it: what is to be done in it, and what is right. Gives answers as people give them. */
final class AnswerKey {

    private static final Parser PARSER = Parser.builder().enabledBlockTypes(Set.of()).build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();

    private final CoursePack pack;
    private final Map<String, QuestionBody> byPrompt;

    private AnswerKey(CoursePack pack) {
        this.pack = pack;
        this.byPrompt = pack.content().questions().stream().map(QuestionDefinition::body)
                .collect(Collectors.toMap(body -> plain(body.prompt()), Function.identity()));
    }

    static AnswerKey of(String course) {
        var files = ContentFiles.ofClassPath(AnswerKey.class.getClassLoader(), "content");
        var problems = new Problems();
        var organisations = OrganisationFile.read(files, problems).keySet();
        return CoursePackReader.read(files, organisations, course, problems).map(AnswerKey::new)
                .orElseThrow(() -> new IllegalStateException(problems.toString()));
    }

    /** From the first to the last. */
    List<NewActivity> activities() {
        return pack.content().course().sections().stream().flatMap(section -> section.activities().stream()).toList();
    }

    /** What a lesson is called to whom reads Indonesian. */
    List<String> lessonsTeaching(String topic) {
        var slug = pack.content().course().topics().stream().filter(each -> each.title().id().equals(topic)).findFirst()
                .orElseThrow().slug();
        return activities().stream().filter(activity -> activity.body() != null && activity.topics().contains(slug))
                .map(lesson -> lesson.title().id()).toList();
    }

    void answerRightly(Locator question) {
        answer(question, true);
    }

    void answerWrongly(Locator question) {
        answer(question, false);
    }

    private void answer(Locator question, boolean rightly) {
        var prompt = question.locator(".prompt").innerText();
        var body = byPrompt.get(seen(prompt));
        if (body == null) {
            throw new AssertionError("not in the course's bank: " + prompt);
        }
        if (body instanceof TrueFalse statement) {
            question.locator("input[value=%b]".formatted(statement.truth() == rightly)).check();
        } else if (body instanceof Choice choice) {
            tick(question, first(choice.options(), option -> rightly ? option.fraction() == 1 : !option.isRight()));
        } else if (body instanceof MultipleResponse response && rightly) {
            response.options().stream().filter(Option::isRight).forEach(option -> tick(question, option));
        } else if (body instanceof MultipleResponse response) {
            tick(question, first(response.options(), option -> !option.isRight()));
        } else if (body instanceof ShortAnswer wording) {
            question.locator("input[type=text]").fill(rightly ? wordingOf(wording) : "entah apa");
        } else if (body instanceof Numeric number) {
            question.locator("input[type=text]").fill(rightly ? numberOf(number) : "-987654");
        } else if (body instanceof Matching matching) {
            match(question, matching, rightly);
        }
    }

    private static Option first(List<Option> options, Predicate<Option> wanted) {
        return options.stream().filter(wanted).findFirst().orElseThrow();
    }

    private static void tick(Locator question, Option option) {
        field(question.locator("label.option"), option.text()).locator("input").check();
    }

    private static String wordingOf(ShortAnswer question) {
        return question.accepted().stream().filter(accepted -> accepted.fraction() == 1).findFirst().orElseThrow()
                .text().replace("*", "");
    }

    /** Written as in Indonesia. */
    private static String numberOf(Numeric question) {
        return question.accepted().stream().filter(range -> range.fraction() == 1).findFirst().orElseThrow()
                .low().stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private static void match(Locator question, Matching matching, boolean rightly) {
        for (var pair : matching.pairs()) {
            var wanted = rightly
                    ? pair.match()
                    : matching.matches().stream().filter(other -> !other.equals(pair.match())).findAny().orElseThrow();
            var select = field(question.locator(".pair"), pair.item()).locator("select");
            select.selectOption(new SelectOption().setValue(
                    field(select.locator("option"), wanted).getAttribute("value")));
        }
    }

    /** The one of them whose text says this. */
    private static Locator field(Locator fields, String text) {
        return fields.all().stream().filter(field -> says(field, text)).findFirst()
                .orElseThrow(() -> new AssertionError(text + " cannot be chosen"));
    }

    private static boolean says(Locator field, String text) {
        var label = field.locator("label");
        return seen((label.count() == 1 ? label : field).textContent()).equals(plain(text));
    }

    private static String plain(String markdown) {
        return seen(TEXT.render(PARSER.parse(markdown)));
    }

    /** Blanks of all kinds are the page's affair. */
    private static String seen(String text) {
        return text.replaceAll("[\\s\\h]+", "");
    }
}
