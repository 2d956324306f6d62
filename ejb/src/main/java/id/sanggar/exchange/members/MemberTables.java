package id.sanggar.exchange.members;

import id.sanggar.exchange.table.TableFormat;
import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Region;
import id.sanggar.identity.Regions;
import id.sanggar.identity.Role;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.MemberOrder;
import id.sanggar.programme.Members;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tables of members that go out: an empty one to fill in, the rows of an import that are to be corrected, and the
 * members there are.
 */
@Stateless
@RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
public class MemberTables {

    private static final int AT_ONCE = 2_000;

    @Inject
    private MemberImportRecords records;

    @Inject
    private SealedPieces pieces;

    @Inject
    private Members members;

    @Inject
    private Regions regions;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Sql sql;

    /** @return what a file's ending stands for; {@code csv} or {@code xlsx} */
    private static TableFormat format(String ending) {
        return TableFormat.valueOf(ending.toUpperCase(Locale.ROOT));
    }

    /** A table without rows, whose headings are known again in either language. */
    public void writeTemplate(String ending, Locale locale, OutputStream out) {
        try (var table = new TableWriter(format(ending), out, text("exchange.people-sheet", locale))) {
            table.add(headings(locale));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Everyone of a filter in the same form, so that it can be corrected and brought again. Numbers of identity cards
     * are not in it, for nobody keeps them: their last four digits are.
     */
    public void writeMembers(MemberFilter people, String ending, Locale locale, OutputStream out) {
        var codes = members.codes(people, MemberOrder.NAME);
        var headings = new ArrayList<>(headings(locale));
        headings.set(MemberField.NIK.ordinal(), text("exchange.people-heading-last4", locale));
        try (var table = new TableWriter(format(ending), out, text("exchange.people-sheet", locale))) {
            table.add(headings);
            for (var from = 0; from < codes.size(); from += AT_ONCE) {
                for (var row : rows(codes.subList(from, Math.min(from + AT_ONCE, codes.size())), locale)) {
                    table.add(row);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        audit.record("members.exported", people.programme() == null ? "all" : people.programme(), null,
                Map.of("rows", codes.size()));
    }

    private List<List<String>> rows(List<UUID> codes, Locale locale) {
        return sql.rows("""
                select a.name, p.nik_last4, a.phone, a.email, a.gender, p.birth_year, p.region, b.name as business,
                    b.products, b.kbli, b.nib, b.pirt, b.pirt_expires, b.halal, b.halal_expires, b.employees,
                    b.turnover, bp.role, c.slug as cohort, o.slug as partner
                from unnest(cast(? as uuid[])) with ordinality as wanted(code, place)
                join membership m on m.code = wanted.code join account a on a.id = m.account_id
                left join person p on p.account_id = a.id left join business b on b.id = m.business_id
                left join business_person bp on bp.business_id = b.id and bp.account_id = a.id
                left join cohort c on c.id = m.cohort_id left join organisation o on o.id = m.organisation_id
                order by wanted.place""", row -> row(row, locale),
                (Object) codes.stream().map(UUID::toString).toArray(String[]::new));
    }

    private List<String> row(ResultSet row, Locale locale) throws SQLException {
        var cells = new ArrayList<>(Collections.nCopies(MemberField.values().length, ""));
        var region = row.getString("region");
        var places = region == null ? List.<Region>of() : regions.path(region);
        for (var field : MemberField.values()) {
            var cell = switch (field) {
                case NIK -> row.getString("nik_last4");
                case BIRTH -> row.getString("birth_year");
                case GENDER, ROLE -> said(field, row.getString(field.name()), locale);
                case TURNOVER -> said(field, row.getString("turnover"), locale);
                case REGENCY -> named(places, Region.Level.REGENCY);
                case DISTRICT -> named(places, Region.Level.DISTRICT);
                case VILLAGE -> named(places, Region.Level.VILLAGE);
                default -> row.getString(field.name());
            };
            cells.set(field.ordinal(), cell == null ? "" : cell);
        }
        return cells;
    }

    private static String said(MemberField field, String value, Locale locale) {
        return value == null ? null : text("exchange.people-said-" + field + "-" + value, locale);
    }

    private static String named(List<Region> places, Region.Level level) {
        return places.stream().filter(place -> place.level() == level).map(Region::name).findFirst().orElse(null);
    }

    private static List<String> headings(Locale locale) {
        return Stream.of(MemberField.values()).map(field -> heading(field, locale)).toList();
    }

    static String heading(MemberField field, Locale locale) {
        return text("exchange.people-heading-" + field, locale);
    }

    private static String text(String key, Locale locale) {
        return Messages.text(new Message(key), locale);
    }

    /**
     * The rows that are left out, as they came, with a column that says why: to be corrected and brought again. They
     * are read anew from the file, which is kept encrypted; no copy of them is.
     *
     * @throws NotFound if there is no such import, or its file has been let go
     */
    public void writeErrors(UUID code, String ending, Locale locale, OutputStream out) {
        var shown = records.shown(code, access.callerId());
        var stored = records.find(code).filter(one -> one.format() != null)
                .orElseThrow(() -> new NotFound("errors of import " + code));
        pieces.require(stored.id());
        var reasons = reasons(stored.id(), shown, locale);
        try (var table = new TableWriter(format(ending), out, text("exchange.people-sheet", locale))) {
            var heading = new boolean[] {true};
            stored.format().read(pieces.file(stored.id(), stored.size()), (number, cells) -> {
                if (heading[0] || reasons.containsKey(number)) {
                    table.add(row(cells, shown.headings().size(),
                            heading[0] ? text("exchange.people-heading-reason", locale) : reasons.get(number)));
                    heading[0] = false;
                }
                return true;
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        audit.record("members.errors-exported", code.toString(), stored.programme(), Map.of("rows", reasons.size()));
    }

    private static List<String> row(List<String> cells, int width, String reason) {
        var row = new ArrayList<String>();
        for (var column = 0; column < width; column++) {
            row.add(column < cells.size() ? TableWriter.plain(cells.get(column)) : "");
        }
        row.add(reason);
        return row;
    }

    private Map<Integer, String> reasons(long importId, MemberImport shown, Locale locale) {
        var reasons = new HashMap<Integer, String>();
        sql.rows("""
                select row, problems from member_import_row
                where import_id = ? and outcome in ('DUPLICATE', 'INVALID')""", row -> reasons.put(row.getInt("row"),
                        RowProblem.read(row.getString("problems")).stream()
                                .map(problem -> where(problem.field(), shown) + ": "
                                        + Messages.text(problem.message(), locale))
                                .collect(Collectors.joining(" "))), importId);
        return reasons;
    }

    /** The heading as the partner wrote it. */
    private static String where(MemberField field, MemberImport shown) {
        var column = shown.mapping().get(field);
        return column == null || column >= shown.headings().size() ? heading(field, Locale.forLanguageTag("id"))
                : shown.headings().get(column);
    }
}
