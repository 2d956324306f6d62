package id.sanggar.insight.closing;

import id.sanggar.insight.Sight;
import id.sanggar.shared.JsonText;
import id.sanggar.shared.Sha256;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Compares closed months with the facts of now. Who belonged to which partner and regency when the month was closed
 * stays with it: only a fact that came or went is a difference, no move.
 */
@ApplicationScoped
class MonthDifferences {

    private static final int PEOPLE = 20;

    /**
     * {@code published}: what the month says after its restatements, fact by fact; {@code g}: the cells in which the
     * facts of now are others.
     */
    private static final String DIFFERENT = MonthFacts.PLACED + """
            , said as (
                select f.measure, f.stage_id, f.course_id, f.organisation_id, f.region, f.facts, 1 as sign
                from month_figure f where f.close_id = :close
                union all
                select k.measure, k.stage_id, k.course_id, k.organisation_id, k.region, s.facts, s.sign
                from month_correction k join month_restatement r on r.id = k.restatement_id
                cross join lateral (values (k.added, 1), (k.removed, -1)) as s(facts, sign)
                where r.close_id = :close),
            published as (
                select measure, stage_id, course_id, coalesce(stage_id, course_id, 0) as subject, organisation_id,
                    region, id
                from said cross join unnest(facts) as id
                group by measure, stage_id, course_id, organisation_id, region, id having sum(sign) > 0),
            current as (select placed.*, coalesce(stage_id, course_id, 0) as subject from placed),
            different as (
                select coalesce(p.measure, n.measure) as measure, coalesce(p.stage_id, n.stage_id) as stage_id,
                    coalesce(p.course_id, n.course_id) as course_id,
                    case when p.id is null then n.organisation_id else p.organisation_id end as organisation_id,
                    case when p.id is null then n.region else p.region end as region,
                    coalesce(p.id, n.id) as id, p.id is null as came
                from published p full join current n
                    on n.measure = p.measure and n.subject = p.subject and n.id = p.id
                where p.id is null or n.id is null),
            cell as (
                select measure, stage_id, course_id, organisation_id, region,
                    coalesce(array_agg(id order by id) filter (where came), '{}') as added,
                    coalesce(array_agg(id order by id) filter (where not came), '{}') as removed
                from different group by measure, stage_id, course_id, organisation_id, region),
            g as (
                select cast(null as date) as month, cell.*, coalesce(p.number, 0) as was,
                    coalesce(p.number, 0) + cardinality(cell.added) - cardinality(cell.removed) as now
                from cell left join (
                    select measure, subject, organisation_id, region, cast(count(*) as integer) as number
                    from published group by measure, subject, organisation_id, region) as p
                    on p.measure = cell.measure and p.subject = coalesce(cell.stage_id, cell.course_id, 0)
                        and coalesce(p.organisation_id, 0) = coalesce(cell.organisation_id, 0)
                        and coalesce(p.region, '') = coalesce(cell.region, ''))
            """;

    @Inject
    private Sql sql;

    /** A cell that differs, with the facts that came and went. */
    record Line(MonthChange change, List<Long> added, List<Long> removed) {

        private String fingerprint() {
            return change.measure() + "|" + (change.stage() == null ? change.course() : change.stage()) + "|"
                    + change.partner() + "|" + change.regency() + "|" + change.was() + "|" + added + removed;
        }

        private boolean isSeen(Sight sight) {
            return sight.covers(change.partner() == null ? null : change.partner().id());
        }

        private boolean isOfMembers() {
            return change.measure() != Measure.CERTIFICATE && change.measure() != Measure.REVOKED;
        }

        private Stream<Long> facts() {
            return Stream.concat(added.stream(), removed.stream());
        }
    }

    /** @param sight whose cells are told, with no others mentioned */
    MonthDifference of(ClosedMonth month, Sight sight, Instant now) {
        var lines = Question.of(DIFFERENT + MonthFacts.NAMED, gaps(month)).rows(sql, MonthDifferences::line).stream()
                .filter(line -> line.isSeen(sight))
                .sorted(Comparator.comparing(line -> line.change().measure()))
                .toList();
        var members = lines.stream().filter(Line::isOfMembers).flatMap(Line::facts).distinct().toArray(Long[]::new);
        var told = told(members, month.saidAt(), sight);
        return new MonthDifference(lines.stream().map(Line::change).toList(),
                lines.stream().mapToLong(line -> line.added().size()).sum(),
                lines.stream().mapToLong(line -> line.removed().size()).sum(),
                told.stream().map(Event::since).min(Comparator.naturalOrder())
                        .orElse(month.noticedAt() == null ? now : month.noticedAt()),
                told.stream().map(Event::told).toList(), people(members, sight), seen(lines));
    }

    /** How many facts came or went. */
    long count(ClosedMonth month) {
        return Question.of(DIFFERENT + "select coalesce(sum(cardinality(added) + cardinality(removed)), 0) from g",
                gaps(month)).rows(sql, row -> row.getLong(1)).get(0);
    }

    /**
     * Writes down what differs now, in one statement.
     *
     * @return what somebody must have seen to publish this
     */
    String write(ClosedMonth month, long restatementId) {
        var gaps = gaps(month);
        gaps.put("restatement", restatementId);
        Question.of(DIFFERENT + """
                insert into month_correction (restatement_id, measure, stage_id, course_id, organisation_id, region,
                    was, now, added, removed)
                select :restatement, measure, stage_id, course_id, organisation_id, region, was, now, added, removed
                from g""", gaps).write(sql);
        return seen(written(restatementId));
    }

    /**
     * What was published of a month, the newest first. Who may not see all members is told of what changed in her own
     * numbers alone: not what else did, nor why, which speaks of other partners' members.
     */
    List<MonthRestatement> published(ClosedMonth month, Sight sight) {
        return sql.rows("""
                select r.id, r.number, r.reason, r.since, r.told, a.name, r.published_at
                from month_restatement r join account a on a.id = r.published_by
                where r.close_id = ? order by r.number desc""", MonthDifferences::publication, month.id()).stream()
                .map(one -> one.with(written(one.id()).stream()
                        .filter(line -> line.isSeen(sight))
                        .map(Line::change)
                        .sorted(Comparator.comparing(MonthChange::measure))
                        .toList(), sight))
                .filter(one -> sight.organisations() == null || !one.changes().isEmpty())
                .toList();
    }

    private record Publication(long id, int number, String reason, Instant since, List<MonthTold> told, String by,
            Instant at) {

        MonthRestatement with(List<MonthChange> changes, Sight sight) {
            return new MonthRestatement(number, reason, since, sight.organisations() == null ? told : List.of(), by,
                    at, changes);
        }
    }

    private static Publication publication(ResultSet row) throws SQLException {
        return new Publication(row.getLong("id"), row.getInt("number"), row.getString("reason"),
                Sql.instant(row, "since"), told(row.getString("told")), row.getString("name"),
                Sql.instant(row, "published_at"));
    }

    private List<Line> written(long restatementId) {
        return sql.rows("""
                with g as (select cast(null as date) as month, k.* from month_correction k where k.restatement_id = ?)
                """ + MonthFacts.NAMED, MonthDifferences::line, restatementId);
    }

    private static Map<String, Object> gaps(ClosedMonth month) {
        var gaps = month.asked().gaps();
        gaps.put("close", month.id());
        return gaps;
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(new MonthChange(Measure.valueOf(row.getString("measure")), MonthFacts.stage(row),
                MonthFacts.course(row), MonthFacts.partner(row), MonthFacts.regency(row), row.getLong("was"),
                row.getLong("now")), ClosedMonths.numbers(row, "added"), ClosedMonths.numbers(row, "removed"));
    }

    private static String seen(List<Line> lines) {
        return Sha256.of(lines.stream().map(Line::fingerprint).sorted().toList().toString()
                .getBytes(StandardCharsets.UTF_8));
    }

    private record Event(MonthTold told, Instant since) {
    }

    private List<Event> told(Long[] members, Instant after, Sight sight) {
        return sql.rows("""
                select e.kind, e.reason, count(distinct e.membership_id) as members, min(e.happened_at) as since
                from membership_event e join membership m on m.id = e.membership_id
                where e.membership_id = any(?) and e.happened_at >= ?
                    and (cast(? as boolean) or m.organisation_id = any(?))
                group by e.kind, e.reason order by members desc, e.kind, e.reason limit 8""",
                row -> new Event(new MonthTold(row.getString("kind"), row.getString("reason"), row.getLong("members")),
                        Sql.instant(row, "since")), members, after, sight.organisations() == null,
                MonthFacts.partners(sight));
    }

    private List<MonthDifference.Person> people(Long[] members, Sight sight) {
        return sql.rows("""
                select m.code, a.name from membership m join account a on a.id = m.account_id
                where m.id = any(?) and (cast(? as boolean) or m.organisation_id = any(?))
                order by a.name, m.id limit ?""",
                row -> new MonthDifference.Person(row.getObject("code", UUID.class), row.getString("name")), members,
                sight.organisations() == null, MonthFacts.partners(sight), PEOPLE);
    }

    static String json(List<MonthTold> told) {
        var json = JsonText.array();
        told.forEach(one -> {
            var object = JsonText.object().add("kind", one.kind()).add("members", one.members());
            json.add(one.reason() == null ? object : object.add("reason", one.reason()));
        });
        return json.build().toString();
    }

    private static List<MonthTold> told(String json) {
        return JsonText.array(json).getValuesAs(JsonObject.class).stream()
                .map(one -> new MonthTold(one.getString("kind"), one.getString("reason", null),
                        one.getJsonNumber("members").longValue()))
                .toList();
    }
}
