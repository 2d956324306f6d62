package id.sanggar.media;

import id.sanggar.identity.Access;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Whose library somebody may open, and how much is in it: authors that of their organisation, administrators every one.
 * That another has a library at all is not told.
 */
@ApplicationScoped
class Libraries {

    private static final String SHELVES = """
            select o.slug, o.name_id, o.name_en, o.media_quota,
                (select count(*) from media_item i where i.organisation_id = o.id) as items,
                (select coalesce(sum(i.size), 0) from media_item i where i.organisation_id = o.id)
                    + (select coalesce(sum(u.size), 0) from media_upload u where u.organisation_id = o.id
                        and u.state in ('RECEIVING', 'PROCESSING')) as used
            from organisation o where o.id = any (?)""";

    @Inject
    private Access access;

    @Inject
    private Sql sql;

    /**
     * @return the organisation's id
     * @throws NotFound if there is no such organisation, or the caller is none of its authors
     */
    long require(String organisation) {
        return sql.row("select o.id from organisation o where o.slug = ?", row -> row.getLong("id"), organisation)
                .filter(this::isOpen)
                .orElseThrow(() -> new NotFound("library of " + organisation));
    }

    boolean isOpen(long organisationId) {
        return access.organisationsAuthored().contains(organisationId);
    }

    /** Those the caller may open, by their names. */
    List<Shelf> shelves() {
        return sql.rows(SHELVES + " order by o.name_id", Libraries::shelf, array(access.organisationsAuthored()));
    }

    Shelf shelf(long organisationId) {
        return sql.row(SHELVES, Libraries::shelf, array(List.of(organisationId))).orElseThrow();
    }

    /**
     * Sees to it that so many bytes more still fit, until the end of the transaction.
     *
     * @param name of the file, for the message
     * @throws Invalid if they do not
     */
    void reserve(long organisationId, String name, long bytes) {
        sql.row("select 1 from organisation where id = ? for no key update", row -> 1, organisationId);
        var shelf = shelf(organisationId);
        if (shelf.used() + bytes > shelf.quota()) {
            throw Invalid.of("file", "media.quota-full", name, megabytes(bytes),
                    megabytes(Math.max(0, shelf.quota() - shelf.used())));
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + 999_999) / 1_000_000;
    }

    private static Shelf shelf(ResultSet row) throws SQLException {
        return new Shelf(row.getString("slug"), new LocalizedText(row.getString("name_id"), row.getString("name_en")),
                row.getLong("items"), row.getLong("used"), row.getLong("media_quota"));
    }

    /** As one parameter of a statement, not as several. */
    private static Object array(List<Long> ids) {
        return ids.toArray(Long[]::new);
    }
}
