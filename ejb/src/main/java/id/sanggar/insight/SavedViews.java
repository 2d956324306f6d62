package id.sanggar.insight;

import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The views that a manager has put aside for herself. Each is hers alone; what it shows, she can send to anyone. */
@Stateless
public class SavedViews {

    /** More than anyone reads through. */
    private static final int MOST = 40;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_ADDRESS = 1000;

    private static final String VIEW = """
            select v.code, v.name, p.slug, v.address, v.created_at
            from saved_view v join programme p on p.id = v.programme_id where v.account_id = ?\s""";

    @Inject
    private Sql sql;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Access access;

    @Inject
    private Clock clock;

    /** The caller's, of one programme, by name. */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public List<SavedView> mine(String programmeSlug) {
        return sql.rows(VIEW + "and p.slug = ? order by lower(v.name)", SavedViews::view, access.callerId(),
                programmeSlug);
    }

    /** @throws NotFound if the caller has no such view */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public SavedView one(UUID code) {
        return sql.row(VIEW + "and v.code = ?", SavedViews::view, access.callerId(), code)
                .orElseThrow(() -> new NotFound("view " + code));
    }

    /**
     * A view of a name that is there already takes its place.
     *
     * @param address its parameters as they follow the question mark
     * @throws NotFound if there is no such programme
     * @throws NotAllowed if the caller manages none of its members
     * @throws Invalid field {@code name}: empty or longer than 80 characters
     * @throws Conflict if she has forty already
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public UUID save(String programmeSlug, String name, String address) {
        var programme = programmes.bySlug(programmeSlug);
        access.requireManager(programme.id());
        var given = name == null ? "" : name.strip();
        if (given.isEmpty() || given.length() > LONGEST_NAME || given.chars().anyMatch(Character::isISOControl)) {
            throw Invalid.of("name", "insight.view-name-wrong", LONGEST_NAME);
        }
        if (address.length() > LONGEST_ADDRESS) {
            throw Invalid.of("name", "insight.view-too-long");
        }
        var caller = access.callerId();
        if (mine(programmeSlug).stream().noneMatch(view -> view.name().equals(given))
                && mine(programmeSlug).size() >= MOST) {
            throw new Conflict("insight.too-many-views", MOST);
        }
        return sql.row("""
                insert into saved_view (account_id, programme_id, name, address, created_at) values (?, ?, ?, ?, ?)
                on conflict (account_id, programme_id, name) do update set address = excluded.address
                returning code""", row -> row.getObject("code", UUID.class), caller, programme.id(), given, address,
                clock.instant()).orElseThrow();
    }

    /** @throws NotFound if the caller has no such view */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void remove(UUID code) {
        if (sql.write("delete from saved_view where code = ? and account_id = ?", code, access.callerId()) == 0) {
            throw new NotFound("view " + code);
        }
    }

    private static SavedView view(ResultSet row) throws SQLException {
        return new SavedView(row.getObject("code", UUID.class), row.getString("name"), row.getString("slug"),
                row.getString("address"), Sql.instant(row, "created_at"));
    }
}
