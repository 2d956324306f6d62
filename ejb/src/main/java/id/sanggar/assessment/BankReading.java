package id.sanggar.assessment;

import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The banks of the organisations whose author somebody is, to look through. Others' questions are not found. */
@Stateless
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
public class BankReading {

    @Inject
    private Access access;

    @Inject
    private Bank bank;

    @Inject
    private QuestionHistory history;

    @Inject
    private Categories categories;

    /** Organisations, each followed by its courses. */
    public List<BankOwner> owners() {
        return bank.owners(access.organisationsAuthored());
    }

    /**
     * Two statements.
     *
     * @param number of the page, from 1
     */
    public Page<BankRow> list(BankFilter filter, int number, int size) {
        var page = bank.list(query(filter), number, size);
        var figures = bank.figures(page.items().stream().map(BankRow::code).toList());
        return page.map(row -> row.with(figures));
    }

    /** How many questions a filter means. */
    public long count(BankFilter filter) {
        return bank.count(query(filter));
    }

    /** The topics ({@code topic}) and tags ({@code tag}) that occur in an owner's bank; null: in all. */
    public Map<String, List<String>> words(String owner) {
        return bank.words(query(BankFilter.from(owner == null ? Map.of() : Map.of("owner", owner))));
    }

    /** The categories of an owner's bank, each outer one followed by its inner ones; none where there is no owner. */
    public List<Category> categories(String owner) {
        return categories.of(owner, access.organisationsAuthored());
    }

    /**
     * A question with all its versions.
     *
     * @throws NotFound if there is none, or it is another organisation's
     */
    public QuestionPage question(UUID code) {
        var row = bank.row(code, access.organisationsAuthored()).with(bank.figures(List.of(code)));
        return new QuestionPage(row, history.versions(code), history.uses(code), history.copies(code));
    }

    /** Questions that say the same, or nearly, among those a filter means: the most alike first. */
    public List<Twins> twins(BankFilter filter) {
        return bank.twins(query(filter));
    }

    private BankQuery query(BankFilter filter) {
        return BankQuery.of(filter, access.organisationsAuthored());
    }
}
