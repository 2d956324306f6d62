package id.sanggar.authoring;

import id.sanggar.assessment.QuizJson;
import id.sanggar.course.ActivityKind;
import id.sanggar.course.Audience;
import id.sanggar.course.CompletionRule;
import id.sanggar.course.Level;
import id.sanggar.course.NewCourseVersion;
import id.sanggar.course.NewCourseVersion.NewMedia;
import id.sanggar.course.Outline;
import id.sanggar.shared.JsonText;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where drafts are kept. */
@ApplicationScoped
class Drafts {

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** @throws NotFound if the course has no draft */
    Draft find(long courseId) {
        var activities = new HashMap<Long, List<Draft.Activity>>();
        sql.rows("""
                select a.*, length(a.body) as characters, p.name as changer
                from draft_activity a left join account p on p.id = a.changed_by
                where a.course_id = ? and a.deleted_at is null order by a.position, a.id""",
                row -> activities.computeIfAbsent(row.getLong("section_id"), section -> new ArrayList<>())
                        .add(activity(row)), courseId);
        var sections = sql.rows("""
                select s.* from draft_section s where s.course_id = ? and s.deleted_at is null
                order by s.position, s.id""",
                row -> new Draft.Section(row.getLong("id"), row.getString("slug"), text(row, "title"),
                        activities.getOrDefault(row.getLong("id"), List.of())), courseId);
        return sql.row("""
                select d.*, c.slug, c.code, o.slug as owner, o.name_id, o.name_en, v.number as based_on_number,
                    p.name as changer
                from draft d join course c on c.id = d.course_id
                join organisation o on o.id = c.organisation_id
                left join course_version v on v.id = d.based_on
                left join account p on p.id = d.changed_by
                where d.course_id = ?""", row -> new Draft(courseId, row.getString("slug"), row.getString("code"),
                        new Outline.Owner(row.getString("owner"), text(row, "name")),
                        Draft.State.valueOf(row.getString("state")), Sql.integer(row, "based_on_number"),
                        row.getString("language"), Audience.valueOf(row.getString("audience")), text(row, "title"),
                        text(row, "summary"), texts(row.getString("outcomes")), topics(row.getString("topics")),
                        Level.valueOf(row.getString("level")), row.getInt("hours"), row.getInt("pass_mark"),
                        row.getString("certificate_template"), row.getInt("revision"), Sql.instant(row, "changed_at"),
                        row.getString("changer"), sections), courseId)
                .orElseThrow(() -> new NotFound("draft of course " + courseId));
    }

    /** The texts of the activities that have one, by their slugs. */
    Map<String, String> bodies(long courseId) {
        var bodies = new HashMap<String, String>();
        sql.rows("select slug, body from draft_activity where course_id = ? and body is not null",
                row -> bodies.put(row.getString("slug"), row.getString("body")), courseId);
        return bodies;
    }

    /** The files a draft names, by their names. */
    List<NewMedia> media(long courseId) {
        return sql.rows("""
                select n.name, n.sha256, m.content_type from draft_media n join media m on m.sha256 = n.sha256
                where n.course_id = ? order by n.name""", row -> NewMedia.stored(row.getString("name"),
                        row.getString("sha256"), row.getString("content_type")), courseId);
    }

    /**
     * How far the draft is, held so that nobody changes or publishes it before this transaction ends. The course is
     * locked first, as everywhere.
     */
    Held lock(long courseId) {
        sql.row("select 1 from course where id = ? for update", row -> 1, courseId);
        return sql.row("select state, revision from draft where course_id = ? for update", row -> new Held(
                Draft.State.valueOf(row.getString("state")), row.getInt("revision")), courseId)
                .orElseThrow(() -> new NotFound("draft of course " + courseId));
    }

    /** What holding a draft tells. */
    record Held(Draft.State state, int revision) {
    }

    void become(long courseId, Draft.State state) {
        sql.write("update draft set state = ? where course_id = ?", state, courseId);
    }

    /** Whether somebody changed the draft since its course was last published. */
    boolean isChanged(long courseId) {
        return sql.row("select 1 from draft_author where course_id = ? limit 1", row -> 1, courseId).isPresent();
    }

    /** The published courses that have no draft yet, with the versions learners see. */
    Map<Long, Long> published() {
        var versions = new HashMap<Long, Long>();
        sql.rows("""
                select c.id, c.published_version_id from course c
                where c.published_version_id is not null
                    and not exists (select 1 from draft d where d.course_id = c.id)""",
                row -> versions.put(row.getLong("id"), row.getLong("published_version_id")));
        return versions;
    }

    /**
     * Makes the draft be this, and the draft itself where there is none. An activity is known by its slug: it keeps its
     * history; what is not among this content is taken out.
     *
     * @param quizzes the rules of the quizzes, by the slugs of their activities
     * @param hashes of the files, by their names
     * @param author null for the system
     */
    void replace(long courseId, NewCourseVersion content, Map<String, String> quizzes, Map<String, String> hashes,
            Long author) {
        var now = clock.instant();
        sql.write("""
                insert into draft (course_id, language, audience, title_id, title_en, summary_id, summary_en, outcomes,
                    topics, level, hours, pass_mark, certificate_template, created_at, changed_at, changed_by)
                values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?, ?, ?, ?, ?, ?)
                on conflict (course_id) do update set language = excluded.language, audience = excluded.audience,
                    title_id = excluded.title_id, title_en = excluded.title_en, summary_id = excluded.summary_id,
                    summary_en = excluded.summary_en, outcomes = excluded.outcomes, topics = excluded.topics,
                    level = excluded.level, hours = excluded.hours, pass_mark = excluded.pass_mark,
                    certificate_template = excluded.certificate_template, revision = draft.revision + 1,
                    state = 'DRAFT', changed_at = excluded.changed_at, changed_by = excluded.changed_by""",
                courseId, content.language(), content.audience(), content.title().id(), content.title().en(),
                content.summary().id(), content.summary().en(), ofTexts(content.outcomes()),
                ofTopics(content.topics()), content.level(), content.hours(), content.passMark(),
                content.certificateTemplate(), now, now, author);
        sql.write("update draft_section set deleted_at = ? where course_id = ? and deleted_at is null", now, courseId);
        sql.write("update draft_activity set deleted_at = ? where course_id = ? and deleted_at is null", now, courseId);
        for (int at = 0; at < content.sections().size(); at++) {
            replace(courseId, content.sections().get(at), at + 1, quizzes, author);
        }
        sql.write("delete from draft_media where course_id = ?", courseId);
        sql.write("insert into draft_media (course_id, name, sha256) select ?, n.name, n.sha256"
                + " from unnest(?, ?) n(name, sha256)", courseId, hashes.keySet().toArray(String[]::new),
                hashes.values().toArray(String[]::new));
    }

    private void replace(long courseId, NewCourseVersion.NewSection section, int position,
            Map<String, String> quizzes, Long author) {
        var id = sql.row("""
                insert into draft_section (course_id, position, slug, title_id, title_en) values (?, ?, ?, ?, ?)
                on conflict (course_id, slug) do update set position = excluded.position, title_id = excluded.title_id,
                    title_en = excluded.title_en, deleted_at = null
                returning id""", row -> row.getLong("id"), courseId, position, section.slug(), section.title().id(),
                section.title().en()).orElseThrow();
        var now = clock.instant();
        for (int at = 0; at < section.activities().size(); at++) {
            var activity = section.activities().get(at);
            sql.write("""
                    insert into draft_activity as a (course_id, section_id, position, slug, kind, title_id, title_en,
                        minutes, completion, topics, outcomes, requires, opens_on, body, media_name, quiz, changed_at,
                        changed_by)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), cast(? as jsonb),
                        cast(? as date), ?, ?, cast(? as jsonb), ?, ?)
                    on conflict (course_id, slug) do update set section_id = excluded.section_id,
                        position = excluded.position, kind = excluded.kind, title_id = excluded.title_id,
                        title_en = excluded.title_en, minutes = excluded.minutes, completion = excluded.completion,
                        topics = excluded.topics, outcomes = excluded.outcomes, requires = excluded.requires,
                        opens_on = excluded.opens_on, body = excluded.body, media_name = excluded.media_name,
                        quiz = excluded.quiz, deleted_at = null,
                        revision = a.revision + case when (a.kind, a.title_id, a.title_en, a.minutes, a.completion,
                            a.topics, a.outcomes, a.requires, a.opens_on, a.body, a.media_name, a.quiz)
                            is distinct from (excluded.kind, excluded.title_id, excluded.title_en, excluded.minutes,
                            excluded.completion, excluded.topics, excluded.outcomes, excluded.requires,
                            excluded.opens_on, excluded.body, excluded.media_name, excluded.quiz)
                            then 1 else 0 end,
                        changed_at = excluded.changed_at, changed_by = excluded.changed_by""",
                    courseId, id, at + 1, activity.slug(), activity.kind(), activity.title().id(),
                    activity.title().en(), activity.minutes(), activity.completion(), ofStrings(activity.topics()),
                    ofStrings(activity.outcomes()), ofStrings(activity.requires()), activity.opensOn(), activity.body(),
                    activity.mediaName(), quizzes.get(activity.slug()), now, author);
        }
    }

    /**
     * Lets nobody else change the draft until the transaction ends, and keeps in the history of each lesson what it
     * says now.
     */
    void hold(long courseId) {
        sql.row("select 1 from draft where course_id = ? for update", row -> 1, courseId);
        sql.rows("select id from draft_activity where course_id = ? order by id for update", row -> 1, courseId);
        sql.write("""
                insert into draft_revision (activity_id, number, title_id, title_en, body, at, by)
                select a.id, a.revision, a.title_id, a.title_en, a.body, a.changed_at, a.changed_by
                from draft_activity a where a.course_id = ? and a.kind = 'LESSON' and a.deleted_at is null
                on conflict do nothing""", courseId);
    }

    /** The draft is now what that version is: nobody has changed it. */
    void rest(long courseId, long versionId) {
        sql.write("update draft set based_on = ?, state = 'DRAFT' where course_id = ?", versionId, courseId);
        sql.write("delete from draft_author where course_id = ?", courseId);
    }

    private static Draft.Activity activity(ResultSet row) throws SQLException {
        var slug = row.getString("slug");
        var quiz = row.getString("quiz");
        return new Draft.Activity(row.getLong("id"), slug, ActivityKind.valueOf(row.getString("kind")),
                text(row, "title"), row.getInt("minutes"), CompletionRule.valueOf(row.getString("completion")),
                strings(row.getString("topics")), strings(row.getString("outcomes")),
                strings(row.getString("requires")), row.getObject("opens_on", LocalDate.class),
                row.getString("media_name"), quiz == null ? null : QuizJson.read(slug, quiz), row.getInt("revision"),
                Sql.instant(row, "changed_at"), row.getString("changer"), row.getInt("characters"));
    }

    private static LocalizedText text(ResultSet row, String column) throws SQLException {
        return new LocalizedText(row.getString(column + "_id"), row.getString(column + "_en"));
    }

    private static List<String> strings(String json) {
        return JsonText.array(json).getValuesAs(JsonString::getString);
    }

    static String ofStrings(List<String> texts) {
        var array = JsonText.array();
        texts.forEach(array::add);
        return array.build().toString();
    }

    static List<LocalizedText> texts(String json) {
        return JsonText.array(json).getValuesAs(JsonObject.class).stream()
                .map(text -> new LocalizedText(text.getString("id"), text.getString("en")))
                .toList();
    }

    static String ofTexts(List<LocalizedText> texts) {
        var array = JsonText.array();
        texts.forEach(text -> array.add(JsonText.object().add("id", text.id()).add("en", text.en())));
        return array.build().toString();
    }

    static List<Outline.Topic> topics(String json) {
        return JsonText.array(json).getValuesAs(JsonObject.class).stream()
                .map(topic -> new Outline.Topic(topic.getString("slug"),
                        new LocalizedText(topic.getString("id"), topic.getString("en"))))
                .toList();
    }

    static String ofTopics(List<Outline.Topic> topics) {
        var array = JsonText.array();
        topics.forEach(topic -> array.add(JsonText.object().add("slug", topic.slug())
                .add("id", topic.title().id()).add("en", topic.title().en())));
        return array.build().toString();
    }
}
