package id.sanggar.web.authoring;

import id.sanggar.authoring.CourseSettings;
import id.sanggar.authoring.Draft;
import id.sanggar.authoring.DraftReading;
import id.sanggar.shared.FieldsJson;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What holds for a course as a whole. */
@Named
@RequestScoped
public class SettingsView {

    private static final int ROWS_TO_FILL = 2;

    @Inject
    private DraftReading reading;

    @Inject
    private CourseSettings settings;

    @Inject
    private RouteParameters address;

    @Inject
    private HttpServletRequest request;

    private Draft draft;

    private Map<String, String> typed;

    private List<CourseSettings.TopicUse> uses;

    private List<String> certificates;

    public Draft getDraft() {
        if (draft == null) {
            draft = reading.draft(address.slug("course"));
        }
        return draft;
    }

    /** The settings in the form: as they were typed, else as they are. */
    public Map<String, String> getTyped() {
        if (typed == null) {
            typed = new HashMap<>(settings.fields(getDraft()));
        }
        return typed;
    }

    /** The settings as they are, for the form to send back. */
    public String getWas() {
        return FieldsJson.write(settings.fields(getDraft()));
    }

    public List<String> getCertificates() {
        if (certificates == null) {
            certificates = settings.certificates();
        }
        return certificates;
    }

    /** The outcomes, and some rows to fill. */
    public List<CourseSettings.Row> getOutcomes() {
        var rows = new ArrayList<>(isPost() ? rows("outcome") : getDraft().outcomes().stream()
                .map(outcome -> new CourseSettings.Row("", outcome.id(), outcome.en())).toList());
        return filled(rows);
    }

    /** The topics, and some rows to fill. */
    public List<CourseSettings.Row> getTopics() {
        var rows = new ArrayList<>(isPost() ? rows("topic") : getDraft().topics().stream()
                .map(topic -> new CourseSettings.Row(topic.slug(), topic.title().id(), topic.title().en())).toList());
        return filled(rows);
    }

    private static List<CourseSettings.Row> filled(List<CourseSettings.Row> rows) {
        for (var row = 0; row < ROWS_TO_FILL; row++) {
            rows.add(new CourseSettings.Row("", "", ""));
        }
        return rows;
    }

    /** What holds on to a topic; null for a new one. */
    public CourseSettings.TopicUse use(String topic) {
        if (uses == null) {
            uses = settings.topics(getDraft().slug());
        }
        return uses.stream().filter(use -> use.topic().slug().equals(topic)).findFirst().orElse(null);
    }

    /** What is wrong with a field that has no component of its own; null if nothing is. */
    public String wrong(String field) {
        return FacesContext.getCurrentInstance().getMessageList(field).stream().findFirst()
                .map(message -> message.getSummary()).orElse(null);
    }

    private boolean isPost() {
        return request.getMethod().equals("POST");
    }

    private List<CourseSettings.Row> rows(String name) {
        var slugs = values(name + "-slug");
        var id = values(name + "-id");
        var en = values(name + "-en");
        var rows = new ArrayList<CourseSettings.Row>();
        for (var at = 0; at < Math.min(slugs.length, Math.min(id.length, en.length)); at++) {
            if (!(id[at] + en[at]).isBlank()) {
                rows.add(new CourseSettings.Row(slugs[at], id[at], en[at]));
            }
        }
        return rows;
    }

    private String[] values(String name) {
        var values = request.getParameterValues(name);
        return values == null ? new String[0] : values;
    }

    public void save() throws IOException {
        var fields = getTyped();
        fields.replaceAll((name, value) -> value == null ? "" : value.replace("\r\n", "\n"));
        draft = null;
        settings.change(address.slug("course"), FieldsJson.read(request.getParameter("was")), fields,
                rows("outcome"), rows("topic"));
        Redirect.to("/studio/" + address.slug("course") + "/settings?saved");
    }
}
