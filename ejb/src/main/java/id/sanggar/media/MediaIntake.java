package id.sanggar.media;

import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import id.sanggar.media.inspection.Captions;
import id.sanggar.media.inspection.Content;
import id.sanggar.media.inspection.Inspected;
import id.sanggar.media.inspection.Inspection;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sha256;
import id.sanggar.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/** Files that come with something else, such as a course pack or a Word document: the same checks as in the library. */
@Stateless
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
public class MediaIntake {

    private static final int LONGEST_TEXT = 400_000;

    @Inject
    private Libraries libraries;

    @Inject
    private Intake intake;

    @Inject
    private MediaStore store;

    @Inject
    private Access access;

    @Inject
    private Sql sql;

    /**
     * Looks through the file, keeps it, and puts it into the library of the organisation. The same file twice is one
     * item. Names that end in .vtt, .srt and .txt are subtitles and transcripts: kept, but no items. A picture that was
     * kept here before comes back as it is, so that what goes out and comes in again is the same.
     *
     * @param organisation its slug
     * @param name as whoever sends it calls it
     * @throws NotFound if the caller may not open that library
     * @throws Invalid of the field {@code file} if it is refused, with a message that names it; nothing of it is kept
     */
    public AcceptedMedia accept(String organisation, String name, byte[] bytes) {
        long organisationId = libraries.require(organisation);
        var lowerCase = name.toLowerCase(Locale.ROOT);
        if (lowerCase.endsWith(".vtt") || lowerCase.endsWith(".srt")) {
            return companion(MediaName.of(name, "vtt"), Captions.normalised(name, bytes), "text/vtt", null);
        }
        if (lowerCase.endsWith(".txt")) {
            var text = text(name, bytes);
            return companion(MediaName.of(name, "txt"), text.getBytes(StandardCharsets.UTF_8), "text/plain", text);
        }
        var content = Content.of(bytes);
        var known = Sha256.of(bytes);
        libraries.reserve(organisationId, name, bytes.length);
        var file = Inspection.inspect(name, content);
        String sha256;
        if (isOurs(known)) {
            sha256 = known;
        } else if (file.bytes() == null) {
            sha256 = keepChunks(bytes, known, file);
        } else {
            sha256 = store.keep(file);
        }
        var item = intake.add(organisationId, name, file, sha256, access.caller().orElse(null)).item();
        return new AcceptedMedia(item.name(), sha256, item.contentType(), store.get(sha256).size(), item.code());
    }

    /** Whether it is a picture that was made here. */
    private boolean isOurs(String sha256) {
        return sql.row("select 1 from media_variant where sha256 = ? limit 1", row -> 1, sha256).isPresent();
    }

    private String keepChunks(byte[] bytes, String sha256, Inspected file) {
        var chunks = UUID.randomUUID();
        if (store.keepChunks(sha256, bytes.length, chunks, file)) {
            for (int at = 0; at < bytes.length; at += MediaStore.CHUNK) {
                sql.write("insert into media_chunk (chunks, position, bytes) values (?, ?, ?)", chunks,
                        at / MediaStore.CHUNK,
                        Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + MediaStore.CHUNK)));
            }
        }
        return sha256;
    }

    private AcceptedMedia companion(MediaName name, byte[] bytes, String contentType, String words) {
        return new AcceptedMedia(name.numbered(1), store.keep(bytes, contentType, words), contentType, bytes.length,
                null);
    }

    private static String text(String name, byte[] bytes) {
        try {
            if (bytes.length > LONGEST_TEXT) {
                throw Invalid.of(Inspection.FILE, "media.transcript-large", name);
            }
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') >= 0 || text.isBlank()) {
                throw new CharacterCodingException();
            }
            return text.replace("\uFEFF", "").replace("\r\n", "\n").strip();
        } catch (CharacterCodingException unreadable) {
            throw Invalid.of(Inspection.FILE, "media.captions-letters", name);
        }
    }
}
