package id.sanggar.web.authoring;

import id.sanggar.authoring.DraftLesson;
import id.sanggar.authoring.LessonDifference;
import id.sanggar.authoring.LessonFacts;
import id.sanggar.authoring.LessonSaved;
import id.sanggar.authoring.LessonWriting;
import id.sanggar.course.LessonPreview;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A lesson on its author's desk. Its text and facts are plain fields, so that the page works without script; with one,
 * everything is saved as it is written.
 */
@Named
@RequestScoped
public class LessonView {

    private static final Jsonb JSON = JsonbBuilder.create();

    @Inject
    private LessonWriting writing;

    @Inject
    private RouteParameters route;

    @Inject
    private Texts text;

    @Inject
    private HttpServletRequest request;

    private DraftLesson lesson;

    private LessonPreview preview;

    private LessonSaved clash;

    private LessonDifference difference;

    public DraftLesson getLesson() {
        if (lesson == null) {
            lesson = writing.open(route.slug("course"), route.slug("activity"));
        }
        return lesson;
    }

    public LessonPreview getPreview() {
        if (preview == null) {
            preview = writing.preview(route.slug("course"), route.slug("activity"), null);
        }
        return preview;
    }

    public String getMeter() {
        return LessonMeter.of(getPreview().weight(), text);
    }

    public String getPlayed() {
        long played = getPreview().weight().played();
        return played == 0 ? null : text.of("authoring.lesson-played", text.size(played));
    }

    /** What stands in the field: what was sent, where that could not be saved. */
    public String getText() {
        var sent = request.getParameter("text");
        return sent == null || FacesContext.getCurrentInstance().getMessageList().isEmpty() ? getLesson().text() : sent;
    }

    /** What the text in the field is made of. */
    public int getRevision() {
        return clash == null ? getLesson().revision() : clash.revision();
    }

    /** What somebody else had written, where one must choose; else null. */
    public LessonSaved getClash() {
        return clash;
    }

    /** What the other has that the text in the field has not, and the other way round. */
    public LessonDifference getDifference() {
        if (difference == null) {
            difference = writing.compare(route.slug("course"), clash.text(), getText());
        }
        return difference;
    }

    /** The facts as they were read, for the way back. */
    public String getFactsRead() {
        return JSON.toJson(getLesson().facts());
    }

    public String getOutcomes() {
        return String.join("\n", getLesson().facts().outcomes());
    }

    /** Whether the page is shown again after everything in it was saved. */
    public boolean isSaved() {
        return request.getParameter("saved") != null;
    }

    /** Saves what stands in the fields. */
    public void save() throws IOException {
        var course = route.slug("course");
        var activity = route.slug("activity");
        try {
            saveText(course, activity);
            if (clash == null) {
                saveFacts(course, activity);
                Redirect.to(getAddress() + "?saved");
            }
        } catch (Invalid invalid) {
            invalid.fields().values().forEach(this::say);
        } catch (Conflict conflict) {
            say(conflict.text());
        }
    }

    private void saveText(String course, String activity) {
        var saved = writing.save(course, activity, number("revision"), null, request.getParameter("text"));
        if (saved.outcome() == LessonSaved.Outcome.CONFLICT) {
            clash = saved;
            tell(text.of("authoring.lesson-clash", Optional.ofNullable(saved.by())
                    .orElseGet(() -> text.of("authoring.lesson-system"))));
        }
    }

    private void saveFacts(String course, String activity) {
        writing.describe(course, activity, read(), new LessonFacts(
                new LocalizedText(request.getParameter("title_id"), request.getParameter("title_en")),
                number("minutes"), values("topics"),
                Optional.ofNullable(request.getParameter("outcomes")).orElse("").lines().toList()));
    }

    private LessonFacts read() {
        try {
            return JSON.fromJson(Optional.ofNullable(request.getParameter("read")).orElse("{}"), LessonFacts.class);
        } catch (JsonbException unreadable) {
            throw new Conflict("authoring.lesson-newer");
        }
    }

    private int number(String field) {
        var value = request.getParameter(field);
        return value != null && value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : -1;
    }

    private List<String> values(String field) {
        var values = request.getParameterValues(field);
        return values == null ? List.of() : Arrays.asList(values);
    }

    public String getAddress() {
        return "/studio/" + route.slug("course") + "/lessons/" + route.slug("activity");
    }

    private void say(Message message) {
        tell(text.say(message));
    }

    private static void tell(String sentence) {
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, sentence, null));
    }
}
