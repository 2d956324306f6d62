package id.sanggar.web.authoring;

import id.sanggar.authoring.Draft;
import id.sanggar.authoring.DraftReading;
import id.sanggar.authoring.Outlining;
import id.sanggar.authoring.Outlining.Done;
import id.sanggar.authoring.Outlining.Seen;
import id.sanggar.authoring.Outlining.Step;
import id.sanggar.authoring.TakenOut;
import id.sanggar.course.ActivityKind;
import id.sanggar.course.CompletionRule;
import id.sanggar.course.Outline;
import id.sanggar.shared.FieldsJson;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The outline of a draft. Every act is a button whose value says what to do to what, so that the page works by plain
 * forms; its script sends the same forms and puts what comes back into the page.
 */
@Named
@RequestScoped
public class OutlineView {

    private static final int HOUR = 60;

    @Inject
    private DraftReading reading;

    @Inject
    private Outlining outlining;

    @Inject
    private RouteParameters address;

    @Inject
    private Texts text;

    @Inject
    private HttpServletRequest request;

    private Draft draft;

    private List<TakenOut> takenOut;

    private Map<String, String> typed;

    private List<String> sheets;

    /**
     * The one field that is open for typing.
     *
     * @param act {@code add}, {@code rename}, {@code section}, {@code rename-section} or {@code move}; empty for none
     * @param on slug of what it is done to
     */
    public record Typing(String act, String on) {
    }

    public Draft getDraft() {
        if (draft == null) {
            draft = reading.draft(address.slug("course"));
        }
        return draft;
    }

    /** As it is now: after an act that was refused, somebody else's. */
    private Draft anew() {
        draft = null;
        return getDraft();
    }

    public String getOrder() {
        return outlining.order(getDraft());
    }

    public List<TakenOut> getTakenOut() {
        if (takenOut == null) {
            takenOut = outlining.takenOut(getDraft().slug());
        }
        return takenOut;
    }

    /** In the language of the course, else in the other. */
    public String name(LocalizedText title) {
        var own = getDraft().language().equals("en") ? title.en() : title.id();
        return own.isEmpty() ? title.id() + title.en() : own;
    }

    public boolean isFirst(Draft.Activity activity) {
        return getDraft().sections().get(0).activities().stream().findFirst().filter(activity::equals).isPresent();
    }

    public boolean isLast(Draft.Activity activity) {
        var sections = getDraft().sections();
        var last = sections.get(sections.size() - 1).activities();
        return !last.isEmpty() && last.get(last.size() - 1).equals(activity);
    }

    /** What an activity still lacks, as the end of a key; empty if nothing. */
    public String lack(Draft.Activity activity) {
        return switch (activity.kind()) {
            case LESSON -> activity.characters() == 0 ? "text" : "";
            case QUIZ -> activity.quiz().questions() == 0 ? "questions" : "";
            case SHEET -> activity.mediaName().isEmpty() ? "file" : "";
        };
    }

    /** Where its content is written; null for a sheet, which has its file. */
    public String editor(Draft.Activity activity) {
        return switch (activity.kind()) {
            case LESSON -> "/studio/" + getDraft().slug() + "/lessons/" + activity.slug();
            case QUIZ -> "/studio/" + getDraft().slug() + "/quizzes/" + activity.slug();
            case SHEET -> null;
        };
    }

    public long count(String kind) {
        return getDraft().activities().stream().filter(activity -> activity.kind().name().equals(kind)).count();
    }

    /** Estimated, of everything that is required: "5 jam 12 menit". */
    public String getDuration() {
        return duration(getDraft().activities());
    }

    public String duration(List<Draft.Activity> activities) {
        var minutes = activities.stream().filter(activity -> activity.completion() != CompletionRule.NONE)
                .mapToInt(Draft.Activity::minutes).sum();
        return minutes < HOUR ? text.of("authoring.minutes", minutes)
                : text.of("authoring.hours-minutes", minutes / HOUR, minutes % HOUR);
    }

    /** Titles that one of the two languages lacks. */
    public long getUntranslated() {
        return getDraft().sections().stream().filter(section -> lacks(section.title())).count()
                + getDraft().activities().stream().filter(activity -> lacks(activity.title())).count();
    }

    private static boolean lacks(LocalizedText title) {
        return title.id().isEmpty() || title.en().isEmpty();
    }

    public Typing getTyping() {
        for (var act : List.of("add", "rename", "section", "rename-section", "move")) {
            if (request.getParameter(act) != null) {
                return new Typing(act, request.getParameter(act));
            }
        }
        return new Typing("", "");
    }

    /** What the field that is open holds: after a refusal what was typed, else the title it had. */
    public String getTitle() {
        var typing = getTyping();
        if (request.getParameter("title") != null) {
            return request.getParameter("title");
        }
        return typing.act().startsWith("rename") ? getWas() : "";
    }

    /** The title now, of what is being renamed. */
    public String getWas() {
        var typing = getTyping();
        return switch (typing.act()) {
            case "rename" -> getDraft().find(typing.on()).map(found -> own(found.title())).orElse("");
            case "rename-section" -> section(typing.on()) == null ? "" : own(section(typing.on()).title());
            default -> "";
        };
    }

    private String own(LocalizedText title) {
        return getDraft().language().equals("en") ? title.en() : title.id();
    }

    private Draft.Section section(String slug) {
        return getDraft().sections().stream().filter(section -> section.slug().equals(slug)).findFirst().orElse(null);
    }

    private Draft.Section sectionOf(Draft.Activity activity) {
        return getDraft().sections().stream().filter(section -> section.activities().contains(activity)).findFirst()
                .orElseThrow();
    }

    /** The activity whose settings are open; null if none are. */
    public Draft.Activity getChosen() {
        var slug = request.getParameter("at");
        return slug == null ? null : getDraft().find(slug).orElse(null);
    }

    /** The settings in the form: as they were typed, else as they are. */
    public Map<String, String> getTyped() {
        if (typed == null) {
            typed = new HashMap<>(outlining.settings(getChosen()));
        }
        return typed;
    }

    /** The settings as they are, for the form to send back. */
    public String getSettings() {
        return FieldsJson.write(outlining.settings(getChosen()));
    }

    public List<CompletionRule> getRules() {
        return outlining.rules(getChosen().kind());
    }

    /** The files a sheet can be, the one it is included. */
    public List<String> getSheets() {
        if (sheets == null) {
            sheets = outlining.sheets(getDraft().slug());
        }
        return sheets;
    }

    /** What may have to be done first: all that can be done, and comes before. */
    public List<Draft.Activity> getEarlier() {
        var all = getDraft().activities();
        return all.subList(0, all.indexOf(getChosen())).stream()
                .filter(activity -> activity.completion() != CompletionRule.NONE)
                .toList();
    }

    public boolean isTopic(Outline.Topic topic) {
        return chosen("topics", topic.slug());
    }

    public boolean isRequired(Draft.Activity activity) {
        return chosen("requires", activity.slug());
    }

    private boolean chosen(String field, String slug) {
        return Arrays.asList(getTyped().getOrDefault(field, "").split(",")).contains(slug);
    }

    /** What is wrong with a field that has no component of its own; null if nothing is. */
    public String wrong(String field) {
        return FacesContext.getCurrentInstance().getMessageList(field).stream().findFirst()
                .map(message -> message.getSummary()).orElse(null);
    }

    /** What became of the last act, in a sentence; empty if there was none. */
    public String getSaid() {
        var did = request.getParameter("did");
        if (did == null || isPost()) {
            return "";
        }
        var on = String.valueOf(request.getParameter("on"));
        var activity = getDraft().find(on);
        var section = section(on);
        var said = switch (did) {
            case "moved" -> activity.map(this::moved).orElse("");
            case "section-moved" -> section == null ? "" : text.of("authoring.said-section-moved",
                    name(section.title()), getDraft().sections().indexOf(section) + 1, getDraft().sections().size());
            case "added", "renamed", "duplicated", "saved", "back" -> activity
                    .map(found -> text.of("authoring.said-" + did, name(found.title()))).orElse("");
            case "section-added", "section-renamed", "section-back" -> section == null ? ""
                    : text.of("authoring.said-" + did, name(section.title()));
            case "taken" -> getUndo() == null ? "" : text.of(getUndo().isSection() ? "authoring.said-section-taken"
                    : "authoring.said-taken", name(getUndo().title()));
            case "created" -> text.of("authoring.said-created");
            default -> "";
        };
        return said + (said.isEmpty() || request.getParameter("also") == null ? ""
                : " " + text.of("authoring.said-also"));
    }

    private String moved(Draft.Activity activity) {
        var section = sectionOf(activity);
        return text.of("authoring.said-moved", name(activity.title()), name(section.title()), text.of(
                "authoring.place-of", section.activities().indexOf(activity) + 1, section.activities().size()));
    }

    /** What was just taken out; null if nothing was. */
    public TakenOut getUndo() {
        return !"taken".equals(request.getParameter("did")) || isPost() ? null : getTakenOut().stream()
                .filter(taken -> taken.slug().equals(request.getParameter("on")))
                .findFirst()
                .orElse(null);
    }

    private boolean isPost() {
        return request.getMethod().equals("POST");
    }

    private Seen seen() {
        var revision = request.getParameter("revision");
        return new Seen(revision != null && revision.matches("[0-9]{1,9}") ? Integer.parseInt(revision) : -1,
                request.getParameter("order"));
    }

    /** A button of the outline. */
    public void act() throws IOException {
        var parts = String.valueOf(request.getParameter("act")).split(":", -1);
        var course = address.slug("course");
        var on = parts.length > 1 ? parts[1] : "";
        var third = parts.length > 2 ? parts[2] : "";
        var last = parts.length > 3 ? parts[3] : "";
        switch (parts[0]) {
            case "up" -> done("moved", outlining.step(course, on, Step.UP, seen()));
            case "down" -> done("moved", outlining.step(course, on, Step.DOWN, seen()));
            case "place" -> done("moved", outlining.place(course, on, third, last, seen()));
            case "section-up" -> done("section-moved", outlining.stepSection(course, on, Step.UP, seen()));
            case "section-down" -> done("section-moved", outlining.stepSection(course, on, Step.DOWN, seen()));
            case "section-place" -> done("section-moved", outlining.placeSection(course, on, third, seen()));
            case "duplicate" -> done("duplicated", outlining.duplicate(course, on, seen()));
            case "out" -> done("taken", outlining.takeOut(course, on, seen()));
            case "section-out" -> done("taken", outlining.takeOutSection(course, on, seen()));
            case "back" -> done("back", outlining.putBack(course, on, seen()));
            case "section-back" -> done("section-back", outlining.putSectionBack(course, on, seen()));
            default -> throw new NotFound("act " + parts[0]);
        }
    }

    /** The field that is open for typing, or the choice of another section. */
    public void type() throws IOException {
        var course = address.slug("course");
        var typing = getTyping();
        var title = request.getParameter("title");
        var was = request.getParameter("was");
        var on = typing.on();
        switch (typing.act()) {
            case "add" -> done("added", outlining.addActivity(course, on, kind(), title, seen()));
            case "section" -> done("section-added", outlining.addSection(course, title, seen()));
            case "rename" -> done("renamed", outlining.rename(course, on, was, title, seen()));
            case "rename-section" -> done("section-renamed", outlining.renameSection(course, on, was, title, seen()));
            case "move" -> done("moved", outlining.place(course, on, request.getParameter("to"), null, seen()));
            default -> throw new NotFound("act " + typing.act());
        }
    }

    private ActivityKind kind() {
        return switch (String.valueOf(request.getParameter("type"))) {
            case "QUIZ" -> ActivityKind.QUIZ;
            case "SHEET" -> ActivityKind.SHEET;
            default -> ActivityKind.LESSON;
        };
    }

    /** The settings of the chosen activity. */
    public void configure() throws IOException {
        var fields = getTyped();
        fields.put("topics", ticked("topic"));
        fields.put("requires", ticked("require"));
        fields.replaceAll((name, value) -> value == null ? "" : value);
        var was = FieldsJson.read(request.getParameter("was"));
        var chosen = request.getParameter("at");
        draft = null;
        done("saved", outlining.configure(address.slug("course"), chosen, was, fields, seen()));
    }

    private String ticked(String field) {
        var ticked = request.getParameterValues(field);
        return ticked == null ? "" : Arrays.stream(ticked).collect(Collectors.joining(","));
    }

    private void done(String what, Done done) throws IOException {
        var typing = getTyping();
        var chosen = request.getParameter("at");
        var keep = what.equals("added") ? "add=" + typing.on() + "&"
                : what.equals("section-added") ? "add=" + done.slug() + "&" : "";
        Redirect.to("/studio/" + anew().slug() + "?" + keep
                + (chosen != null && anew().find(chosen).isPresent() ? "at=" + chosen + "&" : "")
                + "did=" + what + "&on=" + done.slug() + (done.others() ? "&also" : "")
                + (what.equals("taken") ? "" : keep.isEmpty() ? "#a-" + done.slug() : "#typing"));
    }
}
