package id.sanggar.web.authoring;

import id.sanggar.authoring.CourseDifference;
import id.sanggar.authoring.CourseDifference.Fate;
import id.sanggar.authoring.Draft;
import id.sanggar.authoring.Finding;
import id.sanggar.authoring.PublishPage;
import id.sanggar.authoring.StudioPublishing;
import id.sanggar.shared.Conflict;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The way of a draft to its learners: the check, what it would do to whom, the choice. */
@Named
@RequestScoped
public class PublishView {

    @Inject
    private StudioPublishing publishing;

    @Inject
    private StudioWords words;

    @Inject
    private Texts text;

    @Inject
    private RouteParameters address;

    private PublishPage page;

    private String note;

    private String reason;

    /** One of the steps on the way. */
    public record Step(String name, boolean done, boolean now) {
    }

    public PublishPage getPage() {
        if (page == null) {
            page = publishing.page(address.slug("course"));
        }
        return page;
    }

    public List<Step> getSteps() {
        var written = !getPage().difference().isNothing();
        var sound = written && getPage().blocking().isEmpty();
        var submitted = getPage().state() != Draft.State.DRAFT;
        var approved = getPage().isApproved();
        var nothing = !written;
        return List.of(new Step("write", written, nothing),
                new Step("check", sound, written && !sound),
                new Step("review", submitted && approved, sound && !approved),
                new Step("publish", false, sound && approved));
    }

    /** What changed, in a few lines. */
    public List<String> getSummary() {
        var difference = getPage().difference();
        var lines = new ArrayList<String>();
        for (var fate : Fate.values()) {
            var titles = difference.activities().stream().filter(activity -> activity.fate() == fate)
                    .map(activity -> words.title(activity.title())).toList();
            add(lines, "authoring.summary-activities-" + fate, titles);
        }
        add(lines, "authoring.summary-sections", difference.sections().stream()
                .map(section -> words.title(section.title())).toList());
        add(lines, "authoring.summary-questions", titles(difference.questions(), CourseDifference.Question::title));
        add(lines, "authoring.summary-settings", titles(difference.settings(),
                setting -> text.of("authoring.setting-" + setting.name())));
        add(lines, "authoring.summary-files", difference.files());
        return lines;
    }

    private static <T> List<String> titles(List<T> things, Function<T, String> title) {
        return things.stream().map(title).toList();
    }

    private void add(List<String> lines, String key, List<String> titles) {
        if (!titles.isEmpty()) {
            lines.add(text.of(key, titles.size(), titles.stream().limit(8).collect(Collectors.joining(", "))
                    + (titles.size() > 8 ? " …" : "")));
        }
    }

    /** Where a finding can be mended. */
    public String place(Finding finding) {
        var course = "/studio/" + getPage().slug();
        return switch (finding.place()) {
            case SETTINGS -> course + "/settings";
            case OUTLINE, SHEET -> course + (finding.slug().isEmpty() ? "" : "#" + finding.slug());
            case LESSON -> course + "/lessons/" + finding.slug();
            case QUIZ -> course + "/quizzes/" + finding.slug();
            case QUESTION -> "/studio/questions?owner=course:" + getPage().slug() + "&q="
                    + URLEncoder.encode(finding.title().id(), StandardCharsets.UTF_8);
        };
    }

    /** Pressed twice, it publishes once, and does not complain the second time. */
    public void publish() throws IOException {
        var before = getPage();
        try {
            publishing.publish(before.slug(), words.getChosen(), note, reason);
        } catch (Conflict refused) {
            page = null;
            if (!getPage().difference().isNothing() || before.difference().isNothing()) {
                throw refused;
            }
        }
        Redirect.to("/studio/" + before.slug() + "/publish?published");
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
