package id.sanggar.programme;

import id.sanggar.identity.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.YearMonth;
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

    private static final String ROW = """
            select m.code, a.name, a.phone, a.email, m.programme_id,
                coalesce(b.name, m.business_name) as business_name,
                coalesce(b.products, m.product) as product, m.state, m.stage_id, m.cohort_id, m.applied_at, m.decided_at
            from membership m join account a on a.id = m.account_id left join stage s on s.id = m.stage_id
                left join business b on b.id = m.business_id
            """;

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private MemberTraits traits;

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

    /**
     * Counts by programme and organisation first and asks for access by these groups: a hundred thousand members are
     * counted from an index, not looked at one by one.
     */
    long count(MemberFilter filter, Set<Long> managed, long caller) {
        var where = where(filter, managed, caller);
        var people = filter.text() == null ? "" : " join account a on a.id = m.account_id";
        return query("select cast(coalesce(sum(m.members), 0) as bigint) from (select m.programme_id, "
                + "m.organisation_id, count(*) as members from membership m" + people + where.sql()
                + " group by m.programme_id, m.organisation_id) as m where " + Access.OVER_MEMBERSHIP, where,
                Long.class).getSingleResult();
    }

    List<MemberRow> page(MemberFilter filter, MemberOrder order, int number, int size, Set<Long> managed,
            long caller) {
        return rows(filter, order, managed, caller)
                .setFirstResult((number - 1) * size)
                .setMaxResults(size)
                .getResultStream()
                .map(this::row)
                .toList();
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
        var where = where(filter, managed, caller);
        where.and(Access.OVER_MEMBERSHIP);
        return scalars(query(ROW + where.sql() + " order by " + order.sql(), where, Tuple.class));
    }

    /** The conditions of the filter; whoever uses them adds the access policy. */
    private Where where(MemberFilter filter, Set<Long> managed, long caller) {
        var where = new Where(new StringBuilder(" where m.programme_id = any(:managed)"), new HashMap<>());
        where.parameters().put("managed", managed.toArray(Long[]::new));
        where.parameters().put("caller", caller);
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

    private static void speltLike(String text, Where where) {
        if (text.indexOf('@') >= 0) {
            where.and("lower(a.email) like :email escape '!'", "email",
                    text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
        } else if (text.matches("[+0-9][0-9 .()-]{3,}")) {
            where.and("a.phone like :phone", "phone", "+62" + text.replaceAll("[^0-9]", "")
                    .replaceFirst("^(62|0)", "") + "%");
        } else {
            where.and("to_tsvector('simple', a.name) @@ to_tsquery('simple', :words)", "words",
                    Stream.of(text.split("[^\\p{L}\\p{N}]+"))
                            .filter(word -> !word.isEmpty())
                            .map(word -> word + ":*")
                            .collect(Collectors.joining(" & ")));
        }
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
        var programme = programmes.byId(row.get("programme_id", Long.class));
        var stage = row.get("stage_id", Long.class);
        var cohort = row.get("cohort_id", Long.class);
        return new MemberRow(row.get("code", UUID.class), row.get("name", String.class),
                row.get("phone", String.class), row.get("email", String.class), programme,
                row.get("business_name", String.class), row.get("product", String.class),
                Membership.State.valueOf(row.get("state", String.class)),
                stage == null ? null : programme.stage(stage), cohort == null ? null : programme.cohort(cohort),
                row.get("applied_at", Instant.class), row.get("decided_at", Instant.class));
    }
}
