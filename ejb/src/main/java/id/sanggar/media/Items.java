package id.sanggar.media;

import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Page;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Where the items of libraries are kept. */
@ApplicationScoped
class Items {

    private static final int PAGE = 24;

    private static final String SELECT = """
            select i.id, i.organisation_id, i.code, o.slug, i.name, i.kind, i.sha256, m.content_type, i.size, m.width,
                m.height, m.seconds, i.alt, i.captions, i.transcript, a.name as person, i.added_at, i.changed_at,
                case when i.kind = 'DRAWING' then i.sha256 else (select v.variant from media_variant v
                    join media s on s.sha256 = v.variant where v.sha256 = i.sha256
                    order by s.width, s.content_type desc limit 1) end as thumbnail
            from media_item i join media m on m.sha256 = i.sha256 join organisation o on o.id = i.organisation_id
            left join account a on a.id = i.added_by
            """;

    /** The bytes of an item with all that belongs to it. */
    private static final String SIZE = """
            (select sum(coalesce(m.size, length(m.bytes))) from media m
                where m.sha256 in (select ?::varchar union select v.variant from media_variant v where v.sha256 = ?
                    union select ?::varchar union select ?::varchar))""";

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** An item and whose it is. */
    record Kept(long id, long organisationId, MediaItem item) {
    }

    Optional<Kept> find(UUID code) {
        return sql.row(SELECT + "where i.code = ?", Items::kept, code);
    }

    /** Held until the end of the transaction. */
    Optional<Kept> lock(long id) {
        sql.row("select 1 from media_item where id = ? for update", row -> 1, id);
        return sql.row(SELECT + "where i.id = ?", Items::kept, id);
    }

    /** A film or recording whose name begins so. */
    Optional<Kept> played(long organisationId, String stem) {
        return sql.row(SELECT + """
                where i.organisation_id = ? and i.kind in ('VIDEO', 'AUDIO')
                    and i.name in (? || '.mp4', ? || '.webm', ? || '.mp3', ? || '.m4a', ? || '.ogg')
                order by i.id limit 1""", Items::kept, organisationId, stem, stem, stem, stem, stem);
    }

    Optional<Kept> find(long organisationId, MediaKind kind, String sha256) {
        return sql.row(SELECT + "where i.organisation_id = ? and i.kind = ? and i.sha256 = ? order by i.id limit 1",
                Items::kept, organisationId, kind, sha256);
    }

    /** Newest first. */
    Page<MediaItem> page(long organisationId, MediaKind kind, String words, int number) {
        var where = new StringBuilder("where i.organisation_id = ?");
        var parameters = new ArrayList<Object>(List.of(organisationId));
        if (kind != null) {
            where.append(" and i.kind = ?");
            parameters.add(kind);
        }
        for (var word : words.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!word.isEmpty()) {
                where.append(" and (position(? in i.name) > 0 or position(? in lower(i.alt)) > 0"
                        + " or position(? in lower(m.plain_text)) > 0)");
                parameters.addAll(List.of(word, word, word));
            }
        }
        long total = sql.row("select count(*) from media_item i join media m on m.sha256 = i.sha256 " + where,
                row -> row.getLong(1), parameters.toArray()).orElseThrow();
        parameters.addAll(List.of(PAGE, (number - 1L) * PAGE));
        return new Page<>(sql.rows(SELECT + where + " order by i.changed_at desc, i.id desc limit ? offset ?",
                row -> kept(row).item(), parameters.toArray()), total, number, PAGE);
    }

    /**
     * @param name as it should be; where it is taken, a number follows
     * @return the new item's id
     */
    long add(long organisationId, MediaName name, MediaKind kind, String sha256, Long accountId) {
        var now = clock.instant();
        return sql.row("""
                insert into media_item (organisation_id, name, kind, sha256, size, added_by, added_at, changed_at)
                values (?, ?, ?, ?, %s, ?, ?, ?) returning id""".formatted(SIZE), row -> row.getLong("id"),
                organisationId, free(organisationId, name), kind, sha256, sha256, sha256, null, null, accountId, now,
                now).orElseThrow();
    }

    private String free(long organisationId, MediaName name) {
        var taken = sql.rows("select name from media_item where organisation_id = ? and name like ?",
                row -> row.getString("name"), organisationId, name.stem() + "%");
        int number = 1;
        while (taken.contains(name.numbered(number))) {
            number++;
        }
        return name.numbered(number);
    }

    void replace(Kept kept, String sha256) {
        write(kept.id(), sha256, kept.item().captions(), kept.item().transcript());
    }

    void accompany(Kept kept, String captions, String transcript) {
        write(kept.id(), kept.item().sha256(), captions, transcript);
    }

    private void write(long id, String sha256, String captions, String transcript) {
        sql.write("update media_item set sha256 = ?, captions = ?, transcript = ?, changed_at = ?, size = " + SIZE
                + " where id = ?", sha256, captions, transcript, clock.instant(), sha256, sha256, captions, transcript,
                id);
    }

    void describe(long id, String alt) {
        sql.write("update media_item set alt = ? where id = ?", alt, id);
    }

    void remove(long id) {
        sql.write("delete from media_item where id = ?", id);
    }

    /** In what learners see and in what is being written, in the courses of its organisation. */
    List<MediaUse> uses(Kept kept) {
        return sql.rows("""
                select c.slug, v.title_id, v.title_en, a.slug as activity, a.title_id as activity_id,
                    a.title_en as activity_en, a.position, false as draft
                from version_media n join course_version v on v.id = n.version_id
                join course c on c.published_version_id = v.id
                left join activity a on a.version_id = v.id
                    and (a.media_name = n.name or position('media:' || n.name in a.body) > 0)
                where n.sha256 = ? and c.organisation_id = ?
                union all
                select c.slug, d.title_id, d.title_en, a.slug, a.title_id, a.title_en, a.position, true
                from draft_media n join draft d on d.course_id = n.course_id join course c on c.id = d.course_id
                left join draft_activity a on a.course_id = d.course_id and a.deleted_at is null
                    and (a.media_name = n.name or position('media:' || n.name in a.body) > 0)
                where n.sha256 = ? and c.organisation_id = ?
                order by slug, draft, position limit 200""", row -> new MediaUse(row.getString("slug"),
                        text(row, "title"), row.getString("activity"),
                        row.getString("activity") == null ? null : text(row, "activity"), row.getBoolean("draft")),
                kept.item().sha256(), kept.organisationId(), kept.item().sha256(), kept.organisationId());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(row.getLong("id"), row.getLong("organisation_id"),
                new MediaItem(row.getObject("code", UUID.class), row.getString("slug"), row.getString("name"),
                        MediaKind.valueOf(row.getString("kind")), row.getString("sha256"),
                        row.getString("content_type"), row.getLong("size"), row.getInt("width"), row.getInt("height"),
                        row.getInt("seconds"), row.getString("alt"), row.getString("captions"),
                        row.getString("transcript"), row.getString("thumbnail"), row.getString("person"),
                        Sql.instant(row, "added_at"), Sql.instant(row, "changed_at")));
    }

    private static LocalizedText text(ResultSet row, String column) throws SQLException {
        return new LocalizedText(row.getString(column + "_id"), row.getString(column + "_en"));
    }
}
