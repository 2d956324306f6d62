package id.sanggar.assessment;

import id.sanggar.media.Photos;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Where photos are kept that were handed in as evidence, and what has arrived of those on their way. */
@ApplicationScoped
class EvidencePhotos {

    /** Photos kept for one question of one attempt, handed in or thought better of. */
    private static final int MOST_KEPT = 25;

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(2);

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** @param bytes all of them, once all are there; else null */
    record Received(int length, byte[] bytes) {
    }

    /** Appends a piece if it begins where the last one ended. */
    void append(UUID attempt, int position, UUID upload, int size, int offset, byte[] piece) {
        var now = clock.instant();
        sql.write("""
                insert into attempt_upload (code, attempt_id, position, size, received, changed_at)
                select ?, a.id, ?, ?, cast('' as bytea), ? from attempt a where a.code = ?
                    and (select count(*) from attempt_upload u where u.attempt_id = a.id) < ?
                on conflict do nothing""", upload, position, size, now, attempt, MOST_KEPT);
        sql.write("""
                update attempt_upload u set received = u.received || ?, changed_at = ?
                from attempt a where a.code = ? and u.attempt_id = a.id and u.code = ? and u.position = ?
                    and octet_length(u.received) = ? and octet_length(u.received) + ? <= u.size""",
                piece, now, attempt, upload, position, offset, piece.length);
    }

    Optional<Received> received(UUID attempt, int position, UUID upload) {
        return sql.row("""
                select octet_length(u.received) as length,
                    case when octet_length(u.received) = u.size then u.received end as bytes
                from attempt_upload u join attempt a on a.id = u.attempt_id
                where a.code = ? and u.position = ? and u.code = ?""",
                row -> new Received(row.getInt("length"), row.getBytes("bytes")), attempt, position, upload);
    }

    void forget(UUID upload) {
        sql.write("delete from attempt_upload where code = ?", upload);
    }

    /** Forgets what began to arrive and never did. */
    void forget() {
        sql.write("delete from attempt_upload where changed_at < ?", clock.instant().minus(FORGOTTEN_AFTER));
    }

    /**
     * Keeps a photo, drawn anew.
     *
     * @throws Invalid if it is none
     * @throws Conflict if there are too many already
     */
    void keep(UUID attempt, int position, UUID code, byte[] file) {
        var photo = Photos.reencode("foto", file);
        int kept = sql.write("""
                insert into attempt_photo (code, attempt_id, position, bytes, width, height, taken_at)
                select ?, a.id, ?, ?, ?, ?, ? from attempt a where a.code = ?
                    and (select count(*) from attempt_photo p where p.attempt_id = a.id and p.position = ?) < ?
                on conflict do nothing""", code, position, photo.bytes(), photo.width(), photo.height(),
                clock.instant(), attempt, position, MOST_KEPT);
        if (kept == 0) {
            throw new Conflict("assessment.photos-enough", MOST_KEPT);
        }
    }

    boolean isKept(UUID attempt, int position, UUID code) {
        return sql.row("""
                select 1 from attempt_photo p join attempt a on a.id = p.attempt_id
                where p.code = ? and a.code = ? and p.position = ?""", row -> true, code, attempt, position)
                .isPresent();
    }

    /** @throws Invalid if one of the photos is not there, or belongs elsewhere */
    void require(UUID attempt, int position, Answer.Pictured answer) {
        int there = sql.row("""
                select count(*) from attempt_photo p join attempt a on a.id = p.attempt_id
                where a.code = ? and p.position = ? and p.code = any(cast(? as uuid[]))""", row -> row.getInt(1),
                attempt, position, answer.values().toArray(String[]::new)).orElse(0);
        if (there != answer.photos().size()) {
            throw Invalid.of("answer", "assessment.not-offered");
        }
    }

    /** The photo, for the learner herself and for graders of one of these organisations. */
    Optional<byte[]> photo(UUID code, long caller, Collection<Long> organisations) {
        return sql.row("""
                select p.bytes from attempt_photo p join attempt a on a.id = p.attempt_id
                join course c on c.id = a.course_id
                where p.code = ? and (a.account_id = ? or c.organisation_id = any(?))""",
                row -> row.getBytes("bytes"), code, caller, organisations.toArray(Long[]::new));
    }
}
