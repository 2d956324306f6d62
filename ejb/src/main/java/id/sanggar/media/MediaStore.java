package id.sanggar.media;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import id.sanggar.media.inspection.Content;
import id.sanggar.media.inspection.Inspected;
import id.sanggar.media.inspection.Inspection;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sha256;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Files by what is in them: an address never gets another content, so that it may be cached for ever, and cannot be
 * guessed by whoever has not seen the page that shows it. Small ones are a row; large ones are rows of pieces, and
 * never in memory as a whole.
 */
@ApplicationScoped
public class MediaStore {

    /** A piece of a large file, in bytes: what a slow phone sends in five seconds. */
    public static final int CHUNK = 262_144;

    private static final Pattern BEGINNING_OF_HASH =
            Pattern.compile("[0-9a-f]{" + StoredMedia.HASH_IN_ADDRESS + ",64}");
    private static final long BYTES_KEPT = 32_000_000;
    private static final String COLUMNS = """
            m.sha256, m.content_type, coalesce(m.size, length(m.bytes)) as size, m.chunks, m.width, m.height,
                m.seconds""";

    @Inject
    private Sql sql;

    private final LoadingCache<String, StoredMedia> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .executor(Runnable::run)
            .build(this::load);

    private final LoadingCache<String, byte[]> small = Caffeine.newBuilder()
            .maximumWeight(BYTES_KEPT)
            .weigher((String hash, byte[] bytes) -> bytes.length)
            .executor(Runnable::run)
            .build(this::loadBytes);

    /**
     * @param beginningOfHash of SHA-256, in hexadecimal digits, 20 to 64 of them
     * @throws NotFound if there is no such file
     */
    public StoredMedia get(String beginningOfHash) {
        if (!BEGINNING_OF_HASH.matcher(beginningOfHash).matches()) {
            throw new NotFound("media " + beginningOfHash);
        }
        return known.get(beginningOfHash);
    }

    /** The files of these hashes, by their hashes; those that are not there are left out. */
    public Map<String, StoredMedia> all(Collection<String> hashes) {
        var found = new HashMap<String, StoredMedia>();
        sql.rows("select " + COLUMNS + " from media m where m.sha256 = any (?)", MediaStore::stored, array(hashes))
                .forEach(file -> found.put(file.sha256(), file));
        return found;
    }

    /** The same pictures in other widths and encodings, narrow ones first, by the hashes of the pictures. */
    public Map<String, List<StoredMedia>> variants(Collection<String> hashes) {
        var variants = new HashMap<String, List<StoredMedia>>();
        sql.rows("select v.sha256 as original, " + COLUMNS + """
                 from media_variant v join media m on m.sha256 = v.variant
                where v.sha256 = any (?) order by m.width, m.content_type""",
                row -> variants.computeIfAbsent(row.getString("original"), original -> new ArrayList<>())
                        .add(stored(row)), array(hashes));
        return variants;
    }

    /** The words in these files, by their hashes; files without words are left out. */
    public Map<String, String> texts(Collection<String> hashes) {
        var texts = new HashMap<String, String>();
        sql.rows("select m.sha256, m.plain_text from media m where m.sha256 = any (?) and m.plain_text is not null",
                row -> texts.put(row.getString("sha256"), row.getString("plain_text")), array(hashes));
        return texts;
    }

    /**
     * A file that is kept whole.
     *
     * @throws NotFound if there is none of that hash, or it is a large one
     */
    public byte[] bytes(String sha256) {
        return small.get(sha256).clone();
    }

    /** Sends a part of a file, piece by piece. */
    public void send(StoredMedia file, long from, long length, OutputStream target) throws IOException {
        if (file.chunks() == null) {
            target.write(small.get(file.sha256()), (int) from, (int) length);
            return;
        }
        long at = from;
        while (at < from + length) {
            var chunk = chunk(file.chunks(), (int) (at / CHUNK));
            int begin = (int) (at % CHUNK);
            int count = (int) Math.min(chunk.length - begin, from + length - at);
            target.write(chunk, begin, count);
            at += count;
        }
    }

    /**
     * Keeps a small file, once however often it comes.
     *
     * @param plainText what can be read in it, for search; null where that is nothing
     * @return its SHA-256, in hexadecimal digits
     */
    public String keep(byte[] bytes, String contentType, String plainText) {
        return keep(bytes, contentType, 0, 0, 0, plainText);
    }

    /**
     * Looks through a file of any kind and keeps it: a picture drawn anew, unless it was made here before.
     *
     * @param name for messages
     * @return the SHA-256 of what is kept, in hexadecimal digits
     * @throws id.sanggar.shared.Invalid of the field {@code file} if it is refused
     */
    public String keepChecked(String name, byte[] bytes) {
        var sha256 = Sha256.of(bytes);
        return isOurs(sha256) ? sha256 : keep(Inspection.inspect(name, Content.of(bytes)), bytes, sha256);
    }

    /** Whether it is a picture that was made here, and would lose with every time it is drawn anew. */
    boolean isOurs(String sha256) {
        return sql.row("select 1 from media_variant where sha256 = ? limit 1", row -> 1, sha256).isPresent();
    }

    /**
     * Keeps what was looked through.
     *
     * @param bytes that came, and their hash
     */
    String keep(Inspected file, byte[] bytes, String sha256) {
        if (file.bytes() != null) {
            return keep(file);
        }
        var chunks = UUID.randomUUID();
        if (keepChunks(sha256, bytes.length, chunks, file)) {
            for (int at = 0; at < bytes.length; at += CHUNK) {
                sql.write("insert into media_chunk (chunks, position, bytes) values (?, ?, ?)", chunks, at / CHUNK,
                        Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + CHUNK)));
            }
        }
        return sha256;
    }

    /** Keeps what was looked through, with its variants. */
    String keep(Inspected file) {
        var sha256 = keep(file.bytes(), file.contentType(), file.width(), file.height(), file.seconds(),
                file.plainText());
        file.variants().forEach(variant -> sql.write("""
                insert into media_variant (sha256, variant) values (?, ?) on conflict do nothing""", sha256,
                keep(variant.bytes(), variant.contentType(), variant.width(), variant.height(), 0, null)));
        return sha256;
    }

    private String keep(byte[] bytes, String contentType, int width, int height, int seconds, String plainText) {
        var sha256 = Sha256.of(bytes);
        sql.write("""
                insert into media (sha256, content_type, bytes, size, width, height, seconds, plain_text)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", sha256, contentType, bytes,
                (long) bytes.length, orNull(width), orNull(height), orNull(seconds), plainText);
        return sha256;
    }

    /**
     * Keeps a large file, whose pieces are there already.
     *
     * @return whether the pieces are needed: not, if the same file was kept before
     */
    boolean keepChunks(String sha256, long size, UUID chunks, Inspected file) {
        return sql.write("""
                insert into media (sha256, content_type, chunks, size, width, height, seconds)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", sha256, file.contentType(), chunks, size,
                orNull(file.width()), orNull(file.height()), orNull(file.seconds())) == 1;
    }

    /** The pieces under a code, as one file. */
    Content content(UUID chunks, long size) {
        return new Content() {
            private int held = -1;
            private byte[] chunk;

            @Override
            public long size() {
                return size;
            }

            @Override
            public byte[] read(long at, int length) {
                var read = new byte[(int) Math.max(0, Math.min(length, size - at))];
                int done = 0;
                while (done < read.length) {
                    int position = (int) ((at + done) / CHUNK);
                    if (position != held) {
                        chunk = chunk(chunks, position);
                        held = position;
                    }
                    int begin = (int) ((at + done) % CHUNK);
                    int count = Math.min(chunk.length - begin, read.length - done);
                    System.arraycopy(chunk, begin, read, done, count);
                    done += count;
                }
                return read;
            }
        };
    }

    /**
     * Throws a file away that nobody shows any more, with its variants. Whoever shows it holds it by a foreign key.
     */
    void forget(String sha256) {
        if (sha256 == null || isHeld(sha256)) {
            return;
        }
        var variants = sql.rows("delete from media_variant where sha256 = ? returning variant",
                row -> row.getString("variant"), sha256);
        sql.write("delete from media_chunk where chunks = (select chunks from media where sha256 = ?)", sha256);
        sql.write("delete from media where sha256 = ?", sha256);
        known.asMap().keySet().removeIf(sha256::startsWith);
        small.invalidate(sha256);
        variants.forEach(this::forget);
    }

    private boolean isHeld(String sha256) {
        return sql.row("""
                select 1 where exists (select 1 from version_media where sha256 = ?)
                    or exists (select 1 from draft_media where sha256 = ?)
                    or exists (select 1 from media_item where ? in (sha256, captions, transcript))
                    or exists (select 1 from media_variant where variant = ?)""", row -> 1, sha256, sha256, sha256,
                sha256).isPresent();
    }

    private byte[] chunk(UUID chunks, int position) {
        return sql.row("select bytes from media_chunk where chunks = ? and position = ?", row -> row.getBytes(1),
                chunks, position).orElseThrow(() -> new NotFound("piece " + position + " of " + chunks));
    }

    private StoredMedia load(String beginningOfHash) {
        return sql.row("select " + COLUMNS + " from media m where m.sha256 between ? and ?", MediaStore::stored,
                beginningOfHash, beginningOfHash + "g").orElseThrow(() -> new NotFound("media " + beginningOfHash));
    }

    private byte[] loadBytes(String sha256) {
        return sql.row("select bytes from media where sha256 = ? and bytes is not null", row -> row.getBytes(1), sha256)
                .orElseThrow(() -> new NotFound("media " + sha256));
    }

    private static StoredMedia stored(ResultSet row) throws SQLException {
        return new StoredMedia(row.getString("sha256"), row.getString("content_type"), row.getLong("size"),
                row.getObject("chunks", UUID.class), row.getInt("width"), row.getInt("height"), row.getInt("seconds"));
    }

    /** As one parameter of a statement, not as several. */
    private static Object array(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static Integer orNull(int number) {
        return number == 0 ? null : number;
    }
}
