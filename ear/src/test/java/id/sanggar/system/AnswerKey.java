package id.sanggar.system;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import id.sanggar.assessment.Checklist;
import id.sanggar.assessment.Choice;
import id.sanggar.assessment.Cloze;
import id.sanggar.assessment.Essay;
import id.sanggar.assessment.Hotspot;
import id.sanggar.assessment.Matching;
import id.sanggar.assessment.MultipleResponse;
import id.sanggar.assessment.Numeric;
import id.sanggar.assessment.Option;
import id.sanggar.assessment.Ordering;
import id.sanggar.assessment.Photo;
import id.sanggar.assessment.QuestionBody;
import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.Severity;
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

    private static final String GAPLESS = """
            text => { const copy = text.cloneNode(true)
              copy.querySelectorAll('input, select').forEach(field => field.remove())
              return copy.textContent }""";
    private static final String CHOOSE = """
            (field, value) => { field.value = value; field.dispatchEvent(new Event('change', { bubbles: true })) }""";

    private final CoursePack pack;
    private final Map<String, QuestionBody> byPrompt;

    private AnswerKey(CoursePack pack) {
        this.pack = pack;
        this.byPrompt = pack.content().questions().stream().map(QuestionDefinition::body)
                .collect(Collectors.toMap(body -> plain(body.prompt().replaceAll("\\[\\[\\d+]]", "")),
                        Function.identity()));
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
        var cloze = question.locator(".cloze");
        var prompt = cloze.count() == 0 ? question.locator(".prompt").innerText() : (String) cloze.evaluate(GAPLESS);
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
        } else {
            perform(question, body, rightly);
        }
    }

    /** The kinds that need more than a tick; without rightness where only a person can tell. */
    private static void perform(Locator question, QuestionBody body, boolean rightly) {
        if (body instanceof Ordering ordering) {
            var last = ordering.items().size() - 1;
            question.locator(".ordering li").all().forEach(item -> {
                int place = indexOf(ordering.items(), item.locator("label").textContent());
                // A page with a script shows its own list and keeps the fields behind it.
                item.locator("select").evaluate(CHOOSE, Integer.toString(rightly ? place : last - place));
            });
        } else if (body instanceof Cloze cloze) {
            var fields = question.locator(".cloze input, .cloze select").all();
            for (int gap = 0; gap < fields.size(); gap++) {
                var accepted = cloze.gaps().get(gap).accepted();
                var words = accepted.stream().filter(wording -> (wording.fraction() == 1) == rightly).findFirst();
                if (cloze.gaps().get(gap).chosen()) {
                    fields.get(gap).selectOption(words.orElseThrow().text());
                } else {
                    fields.get(gap).fill(rightly ? words.orElseThrow().text().replace("*", "") : "entah apa");
                }
            }
        } else if (body instanceof Hotspot hotspot) {
            var region = hotspot.regions().stream().filter(each -> (each.fraction() == 1) == rightly).findFirst()
                    .orElseThrow();
            field(question.locator("label.option:visible"), region.name()).locator("input").check();
        } else if (body instanceof Checklist checklist) {
            var selects = question.locator("select").all();
            for (int element = 0; element < selects.size(); element++) {
                var severity = checklist.expected().isEmpty() ? Severity.NONE : checklist.expected().get(element);
                selects.get(element).selectOption(new SelectOption().setValue(rightly ? severity.name()
                        : severity == Severity.NONE ? Severity.CRITICAL.name() : Severity.NONE.name()));
            }
        } else if (body instanceof Essay) {
            question.locator("textarea").fill(rightly ? "Saya mencatat suhu setiap pagi dan sore." : "Entah.");
        } else if (body instanceof Photo) {
            question.locator("input[type=file]").last().setInputFiles(GradingScreensIT.photo());
            question.locator(".photos img").first().waitFor();
        }
    }

    private static int indexOf(List<String> items, String shown) {
        return items.stream().map(AnswerKey::plain).toList().indexOf(seen(shown));
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
