package id.sanggar.authoring;

import id.sanggar.course.Transition;
import id.sanggar.learning.EditionMoving;
import id.sanggar.shared.JsonText;
import id.sanggar.shared.RestartableJob;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Learners who move to a version that was published: a few in the transaction that publishes it, many by a job
 * afterwards, piece by piece. How far it is, each piece notes in its own transaction, so that it goes on there whatever
 * happens.
 */
@ApplicationScoped
public class Moves {

    /** So many move while the author waits; more would make her and the learners wait too long. */
    static final int AT_ONCE = 3_000;

    private static final int PIECE = 1_000;

    @Inject
    private Sql sql;

    @Inject
    private EditionMoving moving;

    @Inject
    private Clock clock;

    /**
     * Begins to move people to the version, of this transaction, that was just published.
     *
     * @param reached of earlier versions, by their ids: what lies at the change or behind it
     * @param total how many learn an earlier version
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void begin(long versionId, Transition transition, Map<Long, Set<String>> reached, long total, long by) {
        if (transition == Transition.KEEP || total == 0) {
            return;
        }
        sql.write("""
                insert into edition_move (version_id, transition, reached, state, total, started_by, started_at)
                values (?, ?, cast(? as jsonb), 'RUNNING', ?, ?, ?)""", versionId, transition, json(reached),
                Math.toIntExact(total), by, clock.instant());
        if (total <= AT_ONCE) {
            var more = true;
            while (more) {
                more = step(versionId);
            }
        }
    }

    /** Moves the next ones, in a transaction of its own. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean next(long versionId) {
        return step(versionId);
    }

    private boolean step(long versionId) {
        var move = sql.row("select transition, reached, last_id, state from edition_move where version_id = ?"
                + " for update", row -> new Move(Transition.valueOf(row.getString("transition")),
                        read(row.getString("reached")), row.getLong("last_id"), row.getString("state")), versionId)
                .filter(found -> found.state().equals("RUNNING"));
        if (move.isEmpty()) {
            return false;
        }
        var step = moving.step(versionId, move.get().transition() == Transition.EVERYONE ? null : move.get().reached(),
                move.get().last(), PIECE);
        var over = step.seen() < PIECE;
        sql.write("""
                update edition_move set last_id = ?, seen = seen + ?, moved = moved + ?,
                    total = greatest(total, seen + ?), state = ?, finished_at = ? where version_id = ?""",
                step.last(), step.seen(), step.moved(), step.seen(), over ? "DONE" : "RUNNING",
                over ? clock.instant() : null, versionId);
        return !over;
    }

    private record Move(Transition transition, Map<Long, List<String>> reached, long last, String state) {
    }

    /** Those that are said to be going on since before that moment, by the ids of their versions. */
    public List<RestartableJob.Work> running(Instant since) {
        return sql.rows("select version_id, execution_id from edition_move where state = 'RUNNING' and started_at < ?"
                + " order by started_at", row -> new RestartableJob.Work(row.getLong("version_id"),
                        row.getObject("execution_id", Long.class)), since);
    }

    /** Gives up: it failed too often. Whoever did not move goes on in her version. */
    @Transactional
    public void fail(long versionId) {
        sql.write("update edition_move set state = 'FAILED', finished_at = ? where version_id = ?"
                + " and state = 'RUNNING'", clock.instant(), versionId);
    }

    /** The newest move to a version of the course. */
    Optional<PublishPage.MoveProgress> newest(long courseId) {
        return sql.row("""
                select v.number, m.state, m.total, m.seen, m.moved, m.started_at
                from edition_move m join course_version v on v.id = m.version_id
                where v.course_id = ? order by m.version_id desc limit 1""",
                row -> new PublishPage.MoveProgress(row.getInt("number"), row.getString("state").equals("RUNNING"),
                        row.getString("state").equals("FAILED"), row.getInt("total"), row.getInt("seen"),
                        row.getInt("moved"), Sql.instant(row, "started_at")), courseId);
    }

    private static String json(Map<Long, Set<String>> reached) {
        var object = JsonText.object();
        reached.forEach((version, slugs) -> {
            var array = JsonText.array();
            slugs.forEach(array::add);
            object.add(String.valueOf(version), array);
        });
        return JsonText.write(object);
    }

    private static Map<Long, List<String>> read(String json) {
        var reached = new HashMap<Long, List<String>>();
        var object = JsonText.object(json);
        object.keySet().forEach(version -> reached.put(Long.valueOf(version),
                object.getJsonArray(version).getValuesAs(JsonString::getString)));
        return reached;
    }
}
