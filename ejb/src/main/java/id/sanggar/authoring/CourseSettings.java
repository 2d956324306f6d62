package id.sanggar.authoring;

import id.sanggar.course.Audience;
import id.sanggar.course.Level;
import id.sanggar.course.Outline;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Slug;
import id.sanggar.shared.Sql;
import id.sanggar.shared.ThreeWay;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What holds for a course as a whole, beside its outline. */
@Stateless
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
public class CourseSettings {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_SUMMARY = 400;
    private static final int LONGEST_OUTCOME = 300;
    private static final int MOST_HOURS = 1000;
    private static final int BEST_MARK = 100;
    private static final int MOST_ROWS = 40;
    private static final List<String> LANGUAGES = List.of("id", "en");

    @Inject
    private Authors authors;

    @Inject
    private Drafts drafts;

    @Inject
    private OutlineRows rows;

    @Inject
    private AuditTrail trail;

    @Inject
    private Sql sql;

    /**
     * A topic with what holds on to it.
     *
     * @param activities that teach or ask about it
     * @param questions on it
     */
    public record TopicUse(Outline.Topic topic, int activities, int questions) {

        public boolean isUsed() {
            return activities + questions > 0;
        }
    }

    /** An outcome or a topic as it was typed; the slug is empty for what is new, and for outcomes. */
    public record Row(String slug, String id, String en) {

        boolean isBlank() {
            return id.isBlank() && en.isBlank();
        }
    }

    /** Slugs of the certificates there are. */
    public List<String> certificates() {
        return sql.rows("select distinct slug from certificate_template order by slug", row -> row.getString("slug"));
    }

    /** @throws NotFound if the course is not the caller's to write */
    public List<TopicUse> topics(String courseSlug) {
        return topics(drafts.find(authors.require(courseSlug).courseId()));
    }

    private List<TopicUse> topics(Draft draft) {
        var questions = rows.questionsByTopic(draft.courseId());
        return draft.topics().stream().map(topic -> new TopicUse(topic, (int) draft.activities().stream()
                .filter(activity -> uses(activity, topic.slug())).count(),
                questions.getOrDefault(topic.slug(), 0))).toList();
    }

    private static boolean uses(Draft.Activity activity, String topic) {
        return activity.topics().contains(topic) || activity.quiz() != null
                && activity.quiz().draws().stream().anyMatch(draw -> topic.equals(draw.topic()));
    }

    /** As the form shows them, by the names of its fields; outcomes and topics are a field each. */
    public Map<String, String> fields(Draft draft) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("titleId", draft.title().id());
        fields.put("titleEn", draft.title().en());
        fields.put("summaryId", draft.summary().id());
        fields.put("summaryEn", draft.summary().en());
        fields.put("level", draft.level().name());
        fields.put("hours", String.valueOf(draft.hours()));
        fields.put("passMark", String.valueOf(draft.passMark()));
        fields.put("audience", draft.audience().name());
        fields.put("language", draft.language());
        fields.put("certificate", draft.certificateTemplate() == null ? "" : draft.certificateTemplate());
        fields.put("code", draft.code());
        fields.put("outcomes", Drafts.ofTexts(draft.outcomes()));
        fields.put("topics", Drafts.ofTopics(draft.topics()));
        return fields;
    }

    /**
     * Settings as they were typed. What somebody else changed meanwhile, and the author did not, stays as it is.
     *
     * @param was what the form showed when it was opened
     * @throws NotFound if the course is not the caller's to write
     * @throws Invalid if something cannot be as it was typed, or somebody else changed the same meanwhile
     */
    public void change(String courseSlug, Map<String, String> was, Map<String, String> typed, List<Row> outcomes,
            List<Row> topics) {
        var course = authors.require(courseSlug);
        rows.lock(course.courseId());
        var draft = drafts.find(course.courseId());
        var now = fields(draft);
        var all = new LinkedHashMap<>(typed);
        all.put("outcomes", Drafts.ofTexts(texts(outcomes)));
        all.put("topics", Drafts.ofTopics(topics(topics)));
        var both = ThreeWay.of(was, all, now);
        if (!both.collisions().isEmpty()) {
            var fields = new LinkedHashMap<String, Message>();
            both.collisions().forEach(field -> fields.put(field, field.equals("outcomes") || field.equals("topics")
                    ? new Message("authoring.list-changed-meanwhile")
                    : new Message("authoring.changed-meanwhile", now.get(field))));
            throw new Invalid(fields);
        }
        write(draft, both.fields());
        authors.changed(course.courseId());
        trail.record("course.settings-changed", courseSlug, null, Map.of());
    }

    private static List<LocalizedText> texts(List<Row> rows) {
        return rows.stream().filter(row -> !row.isBlank())
                .map(row -> new LocalizedText(row.id().strip(), row.en().strip())).toList();
    }

    /** A new topic gets the name of its title. */
    private static List<Outline.Topic> topics(List<Row> rows) {
        var slugs = new HashSet<String>();
        var topics = new ArrayList<Outline.Topic>();
        rows.forEach(row -> slugs.add(row.slug()));
        for (var row : rows) {
            if (!row.isBlank()) {
                var slug = row.slug().isEmpty()
                        ? NewSlug.of(row.id().isBlank() ? row.en() : row.id(), slugs)
                        : row.slug();
                slugs.add(slug);
                topics.add(new Outline.Topic(slug, new LocalizedText(row.id().strip(), row.en().strip())));
            }
        }
        return topics;
    }

    private void write(Draft draft, Map<String, String> fields) {
        var typed = new Typed(fields);
        var language = fields.get("language");
        if (!LANGUAGES.contains(language)) {
            typed.wrong("language", "authoring.choice-missing");
        }
        var title = typed.localized("title", language, LONGEST_TITLE);
        var summary = new LocalizedText(typed.limited("summaryId", LONGEST_SUMMARY),
                typed.limited("summaryEn", LONGEST_SUMMARY));
        var level = typed.one("level", Level.class, draft.level());
        var hours = typed.number("hours", 1, MOST_HOURS);
        var passMark = typed.number("passMark", 0, BEST_MARK);
        var audience = typed.one("audience", Audience.class, draft.audience());
        var certificate = fields.get("certificate");
        if (!certificate.isEmpty() && !certificate.equals(draft.certificateTemplate())
                && !certificates().contains(certificate)) {
            typed.wrong("certificate", "authoring.choice-missing");
        }
        var outcomes = Drafts.texts(fields.get("outcomes"));
        var topics = Drafts.topics(fields.get("topics"));
        check(typed, draft, outcomes, topics);
        var code = code(typed, draft, fields.get("code"));
        typed.check();
        sql.write("""
                update draft set title_id = ?, title_en = ?, summary_id = ?, summary_en = ?, level = ?, hours = ?,
                    pass_mark = ?, audience = ?, language = ?, certificate_template = ?,
                    outcomes = cast(? as jsonb), topics = cast(? as jsonb) where course_id = ?""", title.id(),
                title.en(), summary.id(), summary.en(), level, hours, passMark, audience, language,
                certificate.isEmpty() ? null : certificate, fields.get("outcomes"), fields.get("topics"),
                draft.courseId());
        sql.write("update course set code = ? where id = ? and code <> ?", code, draft.courseId(), code);
    }

    private void check(Typed typed, Draft draft, List<LocalizedText> outcomes, List<Outline.Topic> topics) {
        if (outcomes.size() > MOST_ROWS || outcomes.stream().anyMatch(text -> isLong(text, LONGEST_OUTCOME))) {
            typed.wrong("outcomes", "authoring.rows-long", MOST_ROWS, LONGEST_OUTCOME);
        }
        if (topics.size() > MOST_ROWS || topics.stream().anyMatch(topic -> isLong(topic.title(), LONGEST_TITLE))) {
            typed.wrong("topics", "authoring.rows-long", MOST_ROWS, LONGEST_TITLE);
        }
        var kept = topics.stream().map(Outline.Topic::slug).toList();
        if (kept.size() != Set.copyOf(kept).size() || !kept.stream().allMatch(Slug::isValid)) {
            typed.wrong("topics", "authoring.choice-missing");
        }
        topics(draft).stream().filter(use -> use.isUsed() && !kept.contains(use.topic().slug())).findFirst()
                .ifPresent(use -> typed.wrong("topics", "authoring.topic-used", use.topic().title(),
                        use.activities(), use.questions()));
    }

    private static boolean isLong(LocalizedText text, int longest) {
        return text.id().length() > longest || text.en().length() > longest;
    }

    /** Once a version is out, the code is printed on certificates and stays. */
    private String code(Typed typed, Draft draft, String code) {
        var wanted = code.strip().toUpperCase(Locale.ROOT);
        if (wanted.equals(draft.code())) {
            return wanted;
        }
        if (draft.basedOn() != null) {
            typed.wrong("code", "authoring.code-fixed");
        } else if (!wanted.matches("[A-Z]{2,8}")) {
            typed.wrong("code", "authoring.code-form");
        } else {
            var taken = new HashSet<>(sql.rows("select code from course", row -> row.getString("code")));
            if (taken.contains(wanted)) {
                typed.wrong("code", "authoring.code-taken", wanted, CourseCreation.propose(draft.title().id(), taken));
            }
        }
        return wanted;
    }
}
