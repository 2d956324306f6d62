package id.sanggar.assessment;

import id.sanggar.assessment.BankRow.Figures;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Page;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of questions, and what is known about them. */
@ApplicationScoped
class Bank {

    private static final String OWNER = """
            q.organisation_id, o.slug as organisation, q.course_id, c.slug as course,
            coalesce(v.title_id, c.slug, o.name_id) as owner_id, coalesce(v.title_en, c.slug, o.name_en) as owner_en,
            """;

    private static final String OWNED = """
             join organisation o on o.id = q.organisation_id
            left join course c on c.id = q.course_id
            left join course_version v on v.id = c.published_version_id
            left join question_version r on r.id = q.ready_id
            left join account p on p.id = q.changed_by
            """;

    private static final int MOST_TWINS = 100;

    @Inject
    private Sql sql;

    /** One statement: the page and how many there are on all. */
    Page<BankRow> list(BankQuery query, int number, int size) {
        return sql.page("with page as (select q.id, q.changed_at, count(*) over () as total from question q where "
                + query.where() + " order by q.changed_at desc, q.id limit ? offset ?) select page.total, q.*, "
                + OWNER + "r.number as asked, p.name as changer, " + Questions.CATEGORY
                + " from page join question q on q.id = page.id" + OWNED + " order by page.changed_at desc, page.id",
                Bank::row, number, size, query.parameters());
    }

    long count(BankQuery query) {
        return sql.row("select count(*) as n from question q where " + query.where(), row -> row.getLong("n"),
                query.parameters()).orElseThrow();
    }

    BankRow row(UUID code, List<Long> organisations) {
        return list(BankQuery.of(List.of(code), organisations), 1, 1).items().stream().findFirst()
                .orElseThrow(() -> new NotFound("question " + code));
    }

    private static BankRow row(ResultSet row) throws SQLException {
        return new BankRow(row.getObject("code", UUID.class), row.getString("slug"), row.getString("title"),
                row.getString("prompt"), QuestionType.valueOf(row.getString("type")), row.getString("topic"),
                Difficulty.valueOf(row.getString("difficulty")), Questions.texts(row.getArray("tags")),
                QuestionState.valueOf(row.getString("state")), row.getInt("number"), Sql.integer(row, "asked"),
                owner(row), Questions.texts(row.getArray("category")), Sql.instant(row, "changed_at"),
                row.getString("changer"), Figures.NONE);
    }

    private static BankOwner owner(ResultSet row) throws SQLException {
        return new BankOwner(row.getLong("organisation_id"), row.getString("organisation"),
                row.getObject("course_id", Long.class), row.getString("course"),
                new LocalizedText(row.getString("owner_id"), row.getString("owner_en")));
    }

    /** Organisations first, each followed by its courses. */
    List<BankOwner> owners(List<Long> organisations) {
        return sql.rows("""
                select o.id as organisation_id, o.slug as organisation, c.id as course_id, c.slug as course,
                    coalesce(v.title_id, c.slug, o.name_id) as owner_id,
                    coalesce(v.title_en, c.slug, o.name_en) as owner_en
                from organisation o
                join lateral (select null as id union all select k.id from course k where k.organisation_id = o.id) e
                    on true
                left join course c on c.id = e.id left join course_version v on v.id = c.published_version_id
                where o.id = any(?) order by o.name_id, c.slug nulls first""", Bank::owner,
                (Object) organisations.toArray(Long[]::new));
    }

    /** What graded answers tell about these questions, in one statement. */
    Map<UUID, Figures> figures(Collection<UUID> codes) {
        var figures = new HashMap<UUID, Figures>();
        sql.rows("""
                select q.code, count(*) as answers, avg(s.fraction) as facility,
                    corr(s.fraction, a.score) as discrimination
                from question q
                join question_version v on v.question_id = q.id
                join attempt_slot s on s.question_version_id = v.id
                join attempt a on a.id = s.attempt_id
                where q.code = any(cast(? as uuid[])) and s.fraction is not null and a.score is not null
                group by q.code""", row -> figures.put(row.getObject("code", UUID.class),
                        new Figures(row.getLong("answers"), row.getDouble("facility"),
                                row.getObject("discrimination", Double.class))),
                (Object) codes.stream().map(UUID::toString).toArray(String[]::new));
        return figures;
    }

    /** The topics and tags that occur, each list in alphabetical order. */
    Map<String, List<String>> words(BankQuery query) {
        var words = new HashMap<String, List<String>>();
        sql.rows("with meant as (select q.topic, q.tags from question q where " + query.where() + """
                ) select 'topic' as kind, topic as word from meant
                union select 'tag', unnest(tags) from meant order by 1, 2""",
                row -> words.computeIfAbsent(row.getString("kind"), kind -> new ArrayList<>())
                        .add(row.getString("word")), query.parameters());
        return words;
    }

    /** Questions that are alike: all of them read in one statement, compared in memory. */
    List<Twins> twins(BankQuery query) {
        var codes = new ArrayList<UUID>();
        var texts = new ArrayList<String>();
        sql.rows("select q.code, v.body from question q join question_version v on v.id = q.newest_id where "
                + query.where() + " and q.state <> 'RETIRED' order by q.id",
                row -> texts.add(words(QuestionJson.read(row.getString("body"))))
                        && codes.add(row.getObject("code", UUID.class)), query.parameters());
        var pairs = Likeness.pairs(texts, MOST_TWINS);
        var meant = pairs.stream().flatMap(pair -> Stream.of(codes.get(pair.one()), codes.get(pair.other())))
                .distinct().toList();
        var rows = list(query.and("q.code = any(cast(? as uuid[]))",
                (Object) meant.stream().map(UUID::toString).toArray(String[]::new)), 1, 2 * MOST_TWINS).items().stream()
                .collect(Collectors.toMap(BankRow::code, row -> row));
        return pairs.stream()
                .map(pair -> new Twins(rows.get(codes.get(pair.one())), rows.get(codes.get(pair.other())),
                        (int) Math.floor(pair.share() * 100)))
                .toList();
    }

    /** What a question says: the prompt alone would make one of all that begin "Which is right?". */
    private static String words(QuestionBody body) {
        var form = new QuestionForm(body.type());
        new FormFilling(form).fill(body);
        return body.prompt() + " " + form.words();
    }
}
