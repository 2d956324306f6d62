package id.sanggar.assessment;

import id.sanggar.assessment.Questions.NewVersion;
import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writing questions. Whoever is an author of the organisation may write all of its banks. Every save is a new version;
 * what was ready stays what is asked until the new one is ready.
 */
@Stateless
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
public class QuestionEditing {

    @Inject
    private Access access;

    @Inject
    private AuditTrail trail;

    @Inject
    private Bank bank;

    @Inject
    private QuestionStore store;

    @Inject
    private Questions questions;

    @Inject
    private Categories categories;

    @Inject
    private Clock clock;

    /**
     * A new question.
     *
     * @param owner as {@link BankOwner#key()} says
     * @param category its id; null: in none
     * @return the question's public code
     * @throws NotFound if there is no such bank, or it is another organisation's
     * @throws Invalid if it is no question yet
     */
    public UUID create(String owner, QuestionForm form, Long category, QuestionState state) {
        return create(owner(owner), form.question("", List.of(), first(state)), category, null);
    }

    private UUID create(BankOwner owner, QuestionDefinition question, Long category, UUID copiedFrom) {
        var slug = store.free(owner, QuestionDefinition.tag(question.title()));
        var created = store.create(owner, slug, category, copiedFrom);
        questions.add(List.of(new NewVersion(created.id(), 0, HashedQuestion.of(question), question.state())),
                clock.instant(), access.callerId());
        trail.record("question.created", created.code().toString(), null,
                Map.of("bank", owner.key(), "state", question.state()));
        return created.code();
    }

    /**
     * Saves a question as a new version; what is as it was makes none, but may come into the state.
     *
     * @param basedOn number of the version the page showed
     * @param state of the new version: a draft, to be reviewed, or ready
     * @throws NotFound if there is no such question, or it is another organisation's
     * @throws Invalid if it is no question any more
     * @throws Conflict if somebody has saved another version meanwhile
     */
    public void save(UUID code, int basedOn, QuestionForm form, Long category, QuestionState state) {
        var written = store.find(code, access.organisationsAuthored());
        var question = form.question(written.slug(), List.of(), first(state));
        store.file(written.id(), category);
        if (written.hash().equals(HashedQuestion.of(question).hash())) {
            if (written.state() != state && written.state().mayBecome(state)) {
                move(code, state);
            }
            return;
        }
        var version = new NewVersion(written.id(), basedOn, HashedQuestion.of(question), question.state());
        if (questions.add(List.of(version), clock.instant(), access.callerId()) == 0) {
            throw new Conflict("assessment.question-changed");
        }
        trail.record("question.saved", code.toString(), null, Map.of("version", basedOn + 1, "state", state));
    }

    private static QuestionState first(QuestionState state) {
        return state == QuestionState.RETIRED ? QuestionState.DRAFT : state;
    }

    /**
     * Brings the newest version into another state. What is retired takes its earlier versions with it.
     *
     * @throws NotFound if there is no such question, or it is another organisation's
     * @throws Conflict if it cannot come into that state from where it is
     */
    public void move(UUID code, QuestionState state) {
        store.find(code, access.organisationsAuthored());
        var query = BankQuery.of(List.of(code), access.organisationsAuthored());
        if (store.move(query, state, clock.instant(), access.callerId()) == 0) {
            throw new Conflict("assessment.question-not-there");
        }
        trail.record("question.moved", code.toString(), null, Map.of("state", state));
    }

    /** A copy in the same bank, as a draft. */
    public UUID duplicate(UUID code) {
        var row = bank.row(code, access.organisationsAuthored());
        return copy(row, row.owner(), QuestionState.DRAFT);
    }

    /**
     * A copy in a course's bank or an organisation's own. It is ready if the question is.
     *
     * @throws NotFound if there is no such question or bank, or it is another organisation's
     */
    public UUID copyInto(UUID code, String owner) {
        var row = bank.row(code, access.organisationsAuthored());
        return copy(row, owner(owner), row.asked() == null ? QuestionState.DRAFT : QuestionState.READY);
    }

    private UUID copy(BankRow row, BankOwner owner, QuestionState state) {
        var definition = store.find(row.code(), access.organisationsAuthored()).asked().in(state);
        return create(owner, definition, null, row.code());
    }

    /**
     * Uses an earlier version again: a new version says what that one said.
     *
     * @throws NotFound if there is no such question or version
     */
    public void restore(UUID code, int number) {
        var written = store.find(code, access.organisationsAuthored());
        var earlier = HashedQuestion.of(store.version(code, number).in(QuestionState.DRAFT));
        questions.add(List.of(new NewVersion(written.id(), written.number(), earlier, QuestionState.DRAFT)),
                clock.instant(), access.callerId());
        trail.record("question.restored", code.toString(), null, Map.of("version", number));
    }

    /** @param parent id of the category it is to lie in; null: in none */
    public void addCategory(String owner, Long parent, String name) {
        categories.add(owner(owner), parent, named(name));
    }

    public void renameCategory(String owner, long id, String name) {
        categories.rename(owner(owner), id, named(name));
    }

    /** What lay in it lies in the one above, or in none. */
    public void removeCategory(String owner, long id) {
        categories.remove(owner(owner), id);
    }

    private static String named(String name) {
        if (name == null || name.isBlank() || name.strip().length() > 120) {
            throw Invalid.of("name", "assessment.category-name", 120);
        }
        return name.strip();
    }

    private BankOwner owner(String key) {
        return bank.owners(access.organisationsAuthored()).stream()
                .filter(owner -> owner.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("bank " + key));
    }
}
