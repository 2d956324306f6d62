package id.sanggar.exchange.members;

import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables of members that go out: an empty one to fill in, and the rows of an import that are to be corrected. */
@Stateless
@RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
public class MemberTables {

    @Inject
    private MemberImportRecords records;

    @Inject
    private SealedPieces pieces;

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
        var stored = records.lock(code).filter(one -> one.format() != null)
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
