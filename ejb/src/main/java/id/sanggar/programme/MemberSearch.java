package id.sanggar.programme;

import id.sanggar.identity.Access;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.jpa.AvailableHints;
import org.hibernate.query.NativeQuery;

/**
 * Finds the members of a filter among those the caller manages. {@code managed} are the programmes of which she manages
 * some members at least: they only spare the database the others; the access policy decides.
 */
@ApplicationScoped
class MemberSearch {

    private static final int ROWS_AT_A_TIME = 500;

    private static final String COLUMNS = """
            select m.code, a.name, a.phone, a.email, m.programme_id,
                b.name as business_name, b.products as product, m.state, m.stage_id, m.cohort_id, m.applied_at,
                m.decided_at
            """;

    private static final String JOINED = """
            join account a on a.id = m.account_id left join stage s on s.id = m.stage_id
            left join business b on b.id = m.business_id
            """;

    private static final String ROW = COLUMNS + "from membership m " + JOINED;

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private MemberTraits traits;

    @Inject
    private LastCounted counted;

    @Inject
    private Sql sql;

    /** The conditions of a filter in SQL, with their parameters. */
    record Where(StringBuilder sql, Map<String, Object> parameters) {

        void and(String condition) {
            sql.append(" and ").append(condition);
        }

        void and(String condition, String parameter, Object value) {
            and(condition);
            parameters.put(parameter, value);
        }
    }

    /** Of a filter, in a programme, those that a partner serves; {@code partner} is null for those that none does. */
    private record Served(Long programme, Long partner, Long members) {
    }

    /** A filter as it is counted for all who manage some members of the same programmes. */
    private record Counted(MemberFilter filter, Set<Long> managed) {

        Counted {
            managed = Set.copyOf(managed);
        }
    }

    /**
     * Counts by programme and organisation first and asks for access by these groups: a hundred thousand members are
     * counted from an index, not looked at one by one, and once for all who ask as long as nothing changes.
     */
    long count(MemberFilter filter, Set<Long> managed, long caller) {
        var served = filter.text() == null
                ? counted.of(new Counted(filter, managed), () -> served(filter, managed))
                : served(filter, managed);
        return sql.row("select cast(coalesce(sum(m.members), 0) as bigint) from unnest(?, ?, ?)"
                + " as m(programme_id, organisation_id, members) where "
                + Access.OVER_MEMBERSHIP.replace(":caller", "?"), row -> row.getLong(1),
                served.stream().map(Served::programme).toArray(Long[]::new),
                served.stream().map(Served::partner).toArray(Long[]::new),
                served.stream().map(Served::members).toArray(Long[]::new), caller).orElse(0L);
    }

    private List<Served> served(MemberFilter filter, Set<Long> managed) {
        var where = where(filter, managed);
        return query("select m.programme_id, m.organisation_id, count(*) as members from membership m" + where.sql()
                + " group by m.programme_id, m.organisation_id", where, Tuple.class)
                .addScalar("programme_id", Long.class)
                .addScalar("organisation_id", Long.class)
                .addScalar("members", Long.class)
                .getResultStream()
                .map(row -> new Served(row.get("programme_id", Long.class), row.get("organisation_id", Long.class),
                        row.get("members", Long.class)))
                .toList();
    }

    /** Who is on the page is found first, and only then what the list says of them: it may be a page far behind. */
    List<MemberRow> page(MemberFilter filter, MemberOrder order, int number, int size, Set<Long> managed,
            long caller) {
        var where = where(filter, managed);
        where.and(Access.OVER_MEMBERSHIP, "caller", caller);
        var found = order.isByStage() && filter.programme() != null && filter.text() == null
                ? byStage(filter, order, where, (long) number * size)
                : "select m.id from membership m " + looked(order) + where.sql() + " order by " + order.sql();
        where.parameters().put("size", size);
        where.parameters().put("first", (number - 1L) * size);
        return scalars(query(COLUMNS + "from (" + found + " limit :size offset :first) as page"
                + " join membership m on m.id = page.id " + JOINED + "order by " + order.sql(), where, Tuple.class))
                .getResultStream().map(this::row).toList();
    }

    /** What else the conditions or the order look at. */
    private static String looked(MemberOrder order) {
        return order.isByName() ? "join account a on a.id = m.account_id"
                : order.isByStage() ? "left join stage s on s.id = m.stage_id" : "";
    }

    /**
     * From each stage no more than the page may need, in the order of an index: a quarter of a million members need not
     * be sorted.
     */
    private String byStage(MemberFilter filter, MemberOrder order, Where where, long most) {
        where.parameters().put("most", most);
        var stages = new ArrayList<Long>();
        stages.add(null);
        programmes.bySlug(filter.programme()).stages().forEach(stage -> stages.add(stage.id()));
        if (order == MemberOrder.STAGE_FROM_LAST) {
            Collections.reverse(stages);
        }
        var parts = new ArrayList<String>();
        for (int place = 0; place < stages.size(); place++) {
            var stage = " and m.stage_id is null";
            if (stages.get(place) != null) {
                stage = " and m.stage_id = :place" + place;
                where.parameters().put("place" + place, stages.get(place));
            }
            parts.add("(select m.id, " + place + " as place, m.applied_at from membership m" + where.sql() + stage
                    + " order by m.applied_at desc, m.id limit :most)");
        }
        return "select * from (" + String.join(" union all ", parts)
                + ") as near order by place, applied_at desc, id";
    }

    /** All of them, a few hundred in memory at a time; to be closed. */
    Stream<MemberRow> stream(MemberFilter filter, MemberOrder order, Set<Long> managed, long caller) {
        return rows(filter, order, managed, caller)
                .setHint(AvailableHints.HINT_FETCH_SIZE, ROWS_AT_A_TIME)
                .getResultStream()
                .map(this::row);
    }

    /** Empty if there is no such membership among those the caller manages. */
    Optional<MemberRow> one(UUID code, long caller) {
        var where = new Where(new StringBuilder(" where m.code = :code"), new HashMap<>());
        where.parameters().put("code", code);
        where.parameters().put("caller", caller);
        where.and(Access.OVER_MEMBERSHIP);
        return scalars(query(ROW + where.sql(), where, Tuple.class)).getResultStream().map(this::row).findFirst();
    }

    private NativeQuery<Tuple> rows(MemberFilter filter, MemberOrder order, Set<Long> managed, long caller) {
        var where = where(filter, managed);
        where.and(Access.OVER_MEMBERSHIP, "caller", caller);
        return scalars(query(ROW + where.sql() + " order by " + order.sql(), where, Tuple.class));
    }

    /** The conditions of the filter; whoever uses them adds the access policy. */
    private Where where(MemberFilter filter, Set<Long> managed) {
        var where = new Where(new StringBuilder(" where m.programme_id = any(:managed)"), new HashMap<>());
        where.parameters().put("managed", managed.toArray(Long[]::new));
        if (filter.state() != null) {
            where.and("m.state = :state", "state", filter.state().name());
        }
        if (filter.programme() != null) {
            within(programmes.bySlug(filter.programme()), filter, where);
        }
        if (filter.text() != null) {
            speltLike(filter.text(), where);
        }
        return where;
    }

    private void within(ProgrammeOutline programme, MemberFilter filter, Where where) {
        where.and("m.programme_id = :programme", "programme", programme.id());
        if (filter.stage() != null) {
            where.and("m.state = 'ACTIVE' and m.stage_id = :stage", "stage", programme.stage(filter.stage()).id());
        }
        if (filter.reached() != null) {
            var there = programme.from(programme.stage(filter.reached()));
            where.and("m.stage_id = any(:reached)", "reached",
                    there.stream().map(ProgrammeOutline.Stage::id).toArray(Long[]::new));
        }
        if (filter.admittedFrom() != null) {
            where.and("m.stage_id is not null");
            where.and("m.decided_at >= :from", "from", start(filter.admittedFrom(), programme));
        }
        if (filter.admittedUntil() != null) {
            where.and("m.stage_id is not null");
            where.and("m.decided_at < :until", "until", start(filter.admittedUntil().plusMonths(1), programme));
        }
        traits.narrow(programme, filter, where);
    }

    static Instant start(YearMonth month, ProgrammeOutline programme) {
        return month.atDay(1).atStartOfDay(programme.zone()).toInstant();
    }

    /**
     * The people first, by an index of their names or addresses, as an array that nothing can be joined in front of:
     * else the database, which cannot tell how many will be found, walks through everybody for a page of few.
     */
    private static void speltLike(String text, Where where) {
        if (text.indexOf('@') >= 0) {
            where.and(people("lower(a.email) like :email escape '!'"), "email",
                    text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
        } else if (text.matches("[+0-9][0-9 .()-]{3,}")) {
            where.and(people("a.phone like :phone"), "phone", "+62" + text.replaceAll("[^0-9]", "")
                    .replaceFirst("^(62|0)", "") + "%");
        } else {
            where.and(people("to_tsvector('simple', a.name) @@ to_tsquery('simple', :words)"), "words",
                    Stream.of(text.split("[^\\p{L}\\p{N}]+"))
                            .filter(word -> !word.isEmpty())
                            .map(word -> word + ":*")
                            .collect(Collectors.joining(" & ")));
        }
    }

    private static String people(String condition) {
        return "m.account_id = any(array(select a.id from account a where " + condition + "))";
    }

    private <T> NativeQuery<T> query(String sql, Where where, Class<T> type) {
        @SuppressWarnings("unchecked")
        NativeQuery<T> query = entityManager.createNativeQuery(sql, type).unwrap(NativeQuery.class);
        where.parameters().forEach(query::setParameter);
        return query;
    }

    private static NativeQuery<Tuple> scalars(NativeQuery<Tuple> query) {
        return query.addScalar("code", UUID.class)
                .addScalar("name", String.class)
                .addScalar("phone", String.class)
                .addScalar("email", String.class)
                .addScalar("programme_id", Long.class)
                .addScalar("business_name", String.class)
                .addScalar("product", String.class)
                .addScalar("state", String.class)
                .addScalar("stage_id", Long.class)
                .addScalar("cohort_id", Long.class)
                .addScalar("applied_at", Instant.class)
                .addScalar("decided_at", Instant.class);
    }

    private MemberRow row(Tuple row) {
        var stage = row.get("stage_id", Long.class);
        var cohort = row.get("cohort_id", Long.class);
        var programme = programmes.byId(row.get("programme_id", Long.class), cohort);
        return new MemberRow(row.get("code", UUID.class), row.get("name", String.class),
                row.get("phone", String.class), row.get("email", String.class), programme,
                row.get("business_name", String.class), row.get("product", String.class),
                Membership.State.valueOf(row.get("state", String.class)),
                stage == null ? null : programme.stage(stage), cohort == null ? null : programme.cohort(cohort),
                row.get("applied_at", Instant.class), row.get("decided_at", Instant.class));
    }
}
