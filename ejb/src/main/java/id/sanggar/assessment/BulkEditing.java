package id.sanggar.assessment;

import id.sanggar.assessment.Questions.NewVersion;
import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Changing many questions at once. How many it is, is said first, and holds: if others have joined or left meanwhile,
 * nothing is changed. A new topic, difficulty or tag makes a new version that is as ready as the one before.
 */
@Stateless
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
public class BulkEditing {

    private static final int AT_ONCE = 500;

    @Inject
    private Access access;

    @Inject
    private AuditTrail trail;

    @Inject
    private Sql sql;

    @Inject
    private Bank bank;

    @Inject
    private QuestionStore store;

    @Inject
    private Questions questions;

    @Inject
    private Clock clock;

    /** How many questions the change would touch: those that are as it would make them are not counted. */
    public long count(BulkChange change) {
        return bank.count(change.query(access.organisationsAuthored()));
    }

    /**
     * @param expected how many the person was told it is
     * @throws Conflict if it is not that many any more
     */
    public void apply(BulkChange change, long expected) {
        var query = change.query(access.organisationsAuthored());
        var now = bank.count(query);
        if (now != expected) {
            throw new Conflict("assessment.bulk-moved", expected, now);
        }
        switch (change.what()) {
            case STATE -> store.move(query, QuestionState.valueOf(change.value()), clock.instant(), access.callerId());
            case CATEGORY -> sql.write("update question q set category_id = ? where " + query.where(),
                    query.parameters(Collections.singletonList(change.category()), List.of()));
            default -> rewrite(change);
        }
        trail.record("questions.changed", change.filter().owner() == null ? "questions" : change.filter().owner(), null,
                Map.of("what", change.what(), "value", change.value(), "questions", now));
    }

    /** Two statements for every five hundred questions. */
    private void rewrite(BulkChange change) {
        int added;
        do {
            var versions = new ArrayList<NewVersion>();
            var query = change.query(access.organisationsAuthored());
            sql.rows("select q.id, q.number, q.slug, v.title, v.topic, v.difficulty, v.body, v.tags, q.state, "
                    + Questions.CATEGORY + " from question q join question_version v on v.id = q.newest_id where "
                    + query.where() + " order by q.id limit ?", row -> {
                var question = change.applied(Questions.definition(row));
                return versions.add(new NewVersion(row.getLong("id"), row.getInt("number"),
                        HashedQuestion.of(question), question.state()));
            }, query.parameters(List.of(), List.of(AT_ONCE)));
            added = versions.isEmpty() ? 0 : questions.add(versions, clock.instant(), access.callerId());
        } while (added > 0);
    }
}
