package id.sanggar.media;

import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import id.sanggar.media.inspection.Captions;
import id.sanggar.media.inspection.Content;
import id.sanggar.media.inspection.Inspection;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sha256;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

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
    private Items items;

    @Inject
    private MediaStore store;

    @Inject
    private Access access;

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
            return companion(organisationId, MediaName.of(name, "vtt"), Captions.normalised(name, bytes), "text/vtt",
                    null);
        }
        if (lowerCase.endsWith(".txt")) {
            var text = text(name, bytes);
            return companion(organisationId, MediaName.of(name, "txt"), text.getBytes(StandardCharsets.UTF_8),
                    "text/plain", text);
        }
        var known = Sha256.of(bytes);
        libraries.reserve(organisationId, name, bytes.length);
        var file = Inspection.inspect(name, Content.of(bytes));
        var sha256 = store.isOurs(known) ? known : store.keep(file, bytes, known);
        var item = intake.add(organisationId, name, file, sha256, access.caller().orElse(null)).item();
        // Not from memory: a rehearsal takes back what it kept.
        return new AcceptedMedia(item.name(), sha256, item.contentType(), store.all(List.of(sha256)).get(sha256).size(),
                item.code());
    }

    /** The film it comes with may want it, if it has none. */
    private AcceptedMedia companion(long organisationId, MediaName name, byte[] bytes, String contentType,
            String words) {
        var sha256 = store.keep(bytes, contentType, words);
        items.played(organisationId, name.stem()).ifPresent(film -> {
            var item = film.item();
            boolean captions = name.extension().equals("vtt");
            intake.accompany(film, captions && item.captions() == null ? sha256 : item.captions(),
                    !captions && item.transcript() == null ? sha256 : item.transcript());
        });
        return new AcceptedMedia(name.numbered(1), sha256, contentType, bytes.length, null);
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
