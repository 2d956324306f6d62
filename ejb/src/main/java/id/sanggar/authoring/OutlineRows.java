package id.sanggar.authoring;

import id.sanggar.course.ActivityKind;
import id.sanggar.course.CompletionRule;
import id.sanggar.identity.Access;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the sections and activities of a draft are written one by one. Its draft is locked before anything else. */
@ApplicationScoped
class OutlineRows {

    private static final int LONGEST_TITLE = 200;
    private static final int TAKEN_OUT_SHOWN = 30;

    @Inject
    private Sql sql;

    @Inject
    private Access access;

    @Inject
    private Clock clock;

    /** Holds the draft until the transaction ends, so that its authors change it one after the other. */
    void lock(long courseId) {
        sql.row("select 1 from draft where course_id = ? for update", row -> 1, courseId);
    }

    /** Slugs that are taken, also by what was taken out. */
    Set<String> sectionSlugs(long courseId) {
        return new HashSet<>(sql.rows("select slug from draft_section where course_id = ?",
                row -> row.getString("slug"), courseId));
    }

    /** As {@link #sectionSlugs}. */
    Set<String> activitySlugs(long courseId) {
        return new HashSet<>(sql.rows("select slug from draft_activity where course_id = ?",
                row -> row.getString("slug"), courseId));
    }

    void addSection(long courseId, String slug, LocalizedText title) {
        sql.write("""
                insert into draft_section (course_id, position, slug, title_id, title_en)
                select ?, coalesce(max(position), 0) + 1, ?, ?, ? from draft_section where course_id = ?""",
                courseId, slug, title.id(), title.en(), courseId);
    }

    /** @param quiz its rules; null for what is none */
    void addActivity(long courseId, String section, String slug, ActivityKind kind, LocalizedText title, int minutes,
            CompletionRule completion, String quiz) {
        sql.write("""
                insert into draft_activity (course_id, section_id, position, slug, kind, title_id, title_en, minutes,
                    completion, body, media_name, quiz, changed_at, changed_by)
                select ?, s.id, 1 + coalesce((select max(a.position) from draft_activity a where a.section_id = s.id),
                    0), ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?
                from draft_section s where s.course_id = ? and s.slug = ?""",
                courseId, slug, kind, title.id(), title.en(), minutes, completion,
                kind == ActivityKind.LESSON ? "" : null, kind == ActivityKind.SHEET ? "" : null, quiz,
                clock.instant(), access.callerId(), courseId, section);
    }

    /** A second one like it, behind it. */
    void duplicate(long courseId, String slug, String copy) {
        sql.write("""
                update draft_activity a set position = a.position + 1 from draft_activity o
                where o.course_id = ? and o.slug = ? and a.section_id = o.section_id and a.position > o.position""",
                courseId, slug);
        sql.write("""
                insert into draft_activity (course_id, section_id, position, slug, kind, title_id, title_en, minutes,
                    completion, topics, outcomes, requires, opens_on, body, media_name, quiz, changed_at, changed_by)
                select course_id, section_id, position + 1, ?, kind, left(title_id, ?) || ' (salinan)',
                    case when title_en = '' then '' else left(title_en, ?) || ' (copy)' end, minutes, completion,
                    topics, outcomes, requires, opens_on, body, media_name, quiz, ?, ?
                from draft_activity where course_id = ? and slug = ?""",
                copy, LONGEST_TITLE - 10, LONGEST_TITLE - 10, clock.instant(), access.callerId(), courseId, slug);
    }

    void rename(long courseId, String slug, LocalizedText title) {
        sql.write("""
                update draft_activity set title_id = ?, title_en = ?, revision = revision + 1, changed_at = ?,
                    changed_by = ? where course_id = ? and slug = ?""", title.id(), title.en(), clock.instant(),
                access.callerId(), courseId, slug);
    }

    void renameSection(long courseId, String slug, LocalizedText title) {
        sql.write("update draft_section set title_id = ?, title_en = ? where course_id = ? and slug = ?",
                title.id(), title.en(), courseId, slug);
    }

    void configure(long courseId, String slug, ActivitySettings settings) {
        sql.write("""
                update draft_activity set title_id = ?, title_en = ?, minutes = ?, completion = ?,
                    topics = cast(? as jsonb), requires = cast(? as jsonb), opens_on = cast(? as date),
                    media_name = ?, revision = revision + 1, changed_at = ?, changed_by = ?
                where course_id = ? and slug = ?""", settings.title().id(), settings.title().en(), settings.minutes(),
                settings.completion(), Drafts.ofStrings(settings.topics()), Drafts.ofStrings(settings.requires()),
                settings.opensOn(), settings.mediaName(), clock.instant(), access.callerId(), courseId, slug);
    }

    /** Everything to its place, in two statements. */
    void arrange(long courseId, OutlineOrder order) {
        var sections = List.copyOf(order.sections().keySet());
        sql.write("""
                update draft_section s set position = n.position from unnest(?, ?) n(slug, position)
                where s.course_id = ? and s.slug = n.slug""", sections.toArray(String[]::new),
                places(sections.size()), courseId);
        var activities = new ArrayList<String>();
        var homes = new ArrayList<String>();
        var positions = new ArrayList<Integer>();
        order.sections().forEach((section, inside) -> {
            for (var at = 0; at < inside.size(); at++) {
                activities.add(inside.get(at));
                homes.add(section);
                positions.add(at + 1);
            }
        });
        sql.write("""
                update draft_activity a set section_id = s.id, position = n.position
                from unnest(?, ?, ?) n(slug, section, position)
                join draft_section s on s.course_id = ? and s.slug = n.section
                where a.course_id = s.course_id and a.slug = n.slug""", activities.toArray(String[]::new),
                homes.toArray(String[]::new), positions.toArray(Integer[]::new), courseId);
    }

    private static Integer[] places(int number) {
        var places = new Integer[number];
        for (var at = 0; at < number; at++) {
            places[at] = at + 1;
        }
        return places;
    }

    /** @return whether it was there to be taken out */
    boolean takeOut(long courseId, String slug) {
        return sql.write("""
                update draft_activity set deleted_at = ? where course_id = ? and slug = ? and deleted_at is null""",
                clock.instant(), courseId, slug) > 0;
    }

    /** With all that is in it. */
    boolean takeOutSection(long courseId, String slug) {
        var now = clock.instant();
        sql.write("""
                update draft_activity a set deleted_at = ? from draft_section s where s.course_id = ? and s.slug = ?
                    and a.section_id = s.id and a.deleted_at is null""", now, courseId, slug);
        return sql.write("""
                update draft_section set deleted_at = ? where course_id = ? and slug = ? and deleted_at is null""",
                now, courseId, slug) > 0;
    }

    /** Where it was, with its section if that was taken out too. */
    boolean putBack(long courseId, String slug) {
        sql.write("""
                update draft_section s set deleted_at = null from draft_activity a
                where a.course_id = ? and a.slug = ? and a.section_id = s.id""", courseId, slug);
        return sql.write("update draft_activity set deleted_at = null where course_id = ? and slug = ?"
                + " and deleted_at is not null", courseId, slug) > 0;
    }

    /** With what went with it. */
    boolean putSectionBack(long courseId, String slug) {
        sql.write("""
                update draft_activity a set deleted_at = null from draft_section s
                where s.course_id = ? and s.slug = ? and a.section_id = s.id and a.deleted_at = s.deleted_at""",
                courseId, slug);
        return sql.write("update draft_section set deleted_at = null where course_id = ? and slug = ?"
                + " and deleted_at is not null", courseId, slug) > 0;
    }

    /** The newest first; what went with its section is counted there. */
    List<TakenOut> takenOut(long courseId) {
        return sql.rows("""
                select s.slug, null as kind, s.title_id, s.title_en, s.deleted_at, (select count(*)
                    from draft_activity a where a.section_id = s.id and a.deleted_at = s.deleted_at) as activities
                from draft_section s where s.course_id = ? and s.deleted_at is not null
                union all
                select a.slug, a.kind, a.title_id, a.title_en, a.deleted_at, 0
                from draft_activity a join draft_section s on s.id = a.section_id
                where a.course_id = ? and a.deleted_at is not null and a.deleted_at is distinct from s.deleted_at
                order by deleted_at desc limit ?""", OutlineRows::takenOut, courseId, courseId, TAKEN_OUT_SHOWN);
    }

    private static TakenOut takenOut(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        return new TakenOut(row.getString("slug"), kind == null ? null : ActivityKind.valueOf(kind),
                new LocalizedText(row.getString("title_id"), row.getString("title_en")),
                Sql.instant(row, "deleted_at"), row.getInt("activities"));
    }

    /** The draft knows the file by this name from now on. */
    void nameMedia(long courseId, String name, String sha256) {
        sql.write("""
                insert into draft_media (course_id, name, sha256) values (?, ?, ?)
                on conflict (course_id, name) do update set sha256 = excluded.sha256""", courseId, name, sha256);
    }

    /** The draft's files that may be a sheet, by their names: what learners print. */
    List<String> sheets(long courseId) {
        return sql.rows("""
                select n.name from draft_media n join media m on m.sha256 = n.sha256
                where n.course_id = ? and m.content_type = 'application/pdf' order by n.name""",
                row -> row.getString("name"), courseId);
    }

    /** How many questions of the course's bank are on each topic. */
    Map<String, Integer> questionsByTopic(long courseId) {
        var counts = new HashMap<String, Integer>();
        sql.rows("""
                select v.topic, count(*) as questions from question q
                cross join lateral (select n.topic from question_version n where n.question_id = q.id
                    order by n.number desc limit 1) v
                where q.course_id = ? group by v.topic""",
                row -> counts.put(row.getString("topic"), row.getInt("questions")), courseId);
        return counts;
    }
}
