package id.sanggar.assessment;

import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** What became of a question, and where it went. */
@ApplicationScoped
class QuestionHistory {

    @Inject
    private Sql sql;

    /** Newest first. */
    List<QuestionPage.Version> versions(UUID code) {
        var changes = new HashMap<Integer, List<QuestionPage.Change>>();
        sql.rows("""
                select v.number, s.state, s.at, p.name from question q
                join question_version v on v.question_id = q.id
                join question_state s on s.question_version_id = v.id
                left join account p on p.id = s.by
                where q.code = ? order by s.id""",
                row -> changes.computeIfAbsent(row.getInt("number"), number -> new ArrayList<>())
                        .add(new QuestionPage.Change(QuestionState.valueOf(row.getString("state")),
                                Sql.instant(row, "at"), row.getString("name"))), code);
        return sql.rows("""
                select q.slug, v.number, v.title, v.topic, v.difficulty, v.body, v.tags, case
                    when v.id = q.newest_id then q.state
                    else coalesce((select s.state from question_state s where s.question_version_id = v.id
                        order by s.id desc limit 1), 'READY') end as state,
                """ + Questions.CATEGORY + """
                 from question q join question_version v on v.question_id = q.id
                where q.code = ? order by v.number desc""",
                row -> new QuestionPage.Version(row.getInt("number"), Questions.definition(row),
                        changes.getOrDefault(row.getInt("number"), List.of())), code);
    }

    List<QuestionPage.Use> uses(UUID code) {
        return sql.rows("""
                select w.title_id, w.title_en, w.number as version, v.number,
                    w.id = c.published_version_id as published,
                    (select count(*) from attempt_slot s join attempt a on a.id = s.attempt_id
                        join activity y on y.id = a.activity_id
                        where s.question_version_id = v.id and y.version_id = w.id) as attempts
                from question q
                join question_version v on v.question_id = q.id
                join version_question o on o.question_version_id = v.id
                join course_version w on w.id = o.version_id
                join course c on c.id = w.course_id
                where q.code = ? order by w.id desc limit 20""",
                row -> new QuestionPage.Use(
                        new LocalizedText(row.getString("title_id"), row.getString("title_en")),
                        row.getInt("version"), row.getInt("number"),
                        row.getBoolean("published"), row.getLong("attempts")), code);
    }

    List<QuestionPage.Copy> copies(UUID code) {
        return sql.rows("""
                select k.code, k.title, coalesce(c.slug, o.slug) as owner
                from question q join question k on k.copied_from = q.id
                join organisation o on o.id = k.organisation_id left join course c on c.id = k.course_id
                where q.code = ? order by k.id desc limit 20""",
                row -> new QuestionPage.Copy(row.getObject("code", UUID.class), row.getString("title"),
                        row.getString("owner")), code);
    }
}
