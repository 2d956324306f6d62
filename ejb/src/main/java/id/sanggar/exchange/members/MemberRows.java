package id.sanggar.exchange.members;

import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Function;

/** Where rows are kept that were read. */
@ApplicationScoped
class MemberRows {

    @Inject
    private Sql sql;

    @Inject
    private MemberImportRecords records;

    /** In a transaction of its own; also says how far it is. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void keep(long importId, List<MemberLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        sql.write("""
                insert into member_import_row (import_id, row, outcome, problems, name, nik_hash, nik_last4, phone,
                    email, gender, birth_year, region, business, products, kbli, nib, pirt, pirt_expires, halal,
                    halal_expires, employees, turnover, role, organisation_id, cohort_id)
                select ?, n, case when p is not null then 'INVALID' end, cast(p as jsonb), name, decode(hash, 'hex'),
                    last4, phone, email, gender, born, region, business, products, kbli, nib, pirt,
                    cast(pirt_expires as date), halal, cast(halal_expires as date), employees, turnover, role, partner,
                    cohort
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as line(n, p, name,
                    hash, last4, phone, email, gender, born, region, business, products, kbli, nib, pirt, pirt_expires,
                    halal, halal_expires, employees, turnover, role, partner, cohort)""",
                importId, numbers(lines, MemberLine::number), texts(lines, line -> RowProblem.json(line.problems())),
                texts(lines, MemberLine::name), texts(lines, MemberLine::nikHash),
                texts(lines, MemberLine::nikLast4), texts(lines, MemberLine::phone), texts(lines, MemberLine::email),
                texts(lines, MemberLine::gender), numbers(lines, MemberLine::birthYear),
                texts(lines, MemberLine::region), texts(lines, MemberLine::business),
                texts(lines, MemberLine::products), texts(lines, MemberLine::kbli), texts(lines, MemberLine::nib),
                texts(lines, MemberLine::pirt), texts(lines, MemberLine::pirtExpires),
                texts(lines, MemberLine::halal), texts(lines, MemberLine::halalExpires),
                numbers(lines, MemberLine::employees), texts(lines, MemberLine::turnover),
                texts(lines, MemberLine::role), ids(lines, MemberLine::organisation), ids(lines, MemberLine::cohort));
        records.read(importId, lines.size(), lines.get(lines.size() - 1).number());
    }

    private static String[] texts(List<MemberLine> lines, Function<MemberLine, Object> value) {
        return lines.stream().map(value).map(each -> each == null ? null : each.toString()).toArray(String[]::new);
    }

    private static Integer[] numbers(List<MemberLine> lines, Function<MemberLine, Integer> value) {
        return lines.stream().map(value).toArray(Integer[]::new);
    }

    private static Long[] ids(List<MemberLine> lines, Function<MemberLine, Long> value) {
        return lines.stream().map(value).toArray(Long[]::new);
    }
}
