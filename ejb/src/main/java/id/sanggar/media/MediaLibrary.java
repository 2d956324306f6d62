package id.sanggar.media;

import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.media.inspection.Captions;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An organisation's files, for its authors: to be found, described, shown in lessons and thrown away. */
@Stateless
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
public class MediaLibrary {

    private static final int LONGEST_ALT = 500;
    private static final int LONGEST_TRANSCRIPT = 100_000;

    @Inject
    private Libraries libraries;

    @Inject
    private Items items;

    @Inject
    private Intake intake;

    @Inject
    private MediaStore store;

    @Inject
    private AuditTrail audit;

    /** The libraries the caller may open; none for an author of no organisation. */
    public List<Shelf> shelves() {
        return libraries.shelves();
    }

    /**
     * The newest first. Three statements.
     *
     * @param organisation its slug
     * @param page from 1
     * @throws NotFound if the caller may not open that library
     */
    public Page<MediaItem> list(String organisation, int page) {
        return search(organisation, null, "", page);
    }

    /**
     * Those in whose name, description or text all the words are, the newest first. Three statements.
     *
     * @param organisation its slug
     * @param kind null for all kinds
     * @param page from 1
     * @throws NotFound if the caller may not open that library
     */
    public Page<MediaItem> search(String organisation, MediaKind kind, String words, int page) {
        return items.page(libraries.require(organisation), kind, words, page);
    }

    /** @throws NotFound if there is no such item, or the caller may not open its library */
    public MediaItem item(UUID code) {
        return require(code).item();
    }

    /**
     * Where the item is shown: by what learners see, and by what is being written.
     *
     * @throws NotFound if there is no such item, or the caller may not open its library
     */
    public List<MediaUse> uses(UUID code) {
        return items.uses(require(code));
    }

    /** What is said in it, as it was written down; empty where nobody did. */
    public String transcript(UUID code) {
        var transcript = require(code).item().transcript();
        return transcript == null ? "" : new String(store.bytes(transcript), StandardCharsets.UTF_8);
    }

    /**
     * Says for who does not see or hear it what it is.
     *
     * @param alt at most 500 characters
     * @param transcript what is said in it; blank for none, and for what is not played
     * @throws NotFound if there is no such item, or the caller may not open its library
     * @throws Invalid of the fields {@code alt} and {@code transcript}
     */
    public void describe(UUID code, String alt, String transcript) {
        var kept = require(code);
        if (alt.strip().length() > LONGEST_ALT) {
            throw Invalid.of("alt", "media.alt-long", LONGEST_ALT);
        }
        if (transcript.length() > LONGEST_TRANSCRIPT) {
            throw Invalid.of("transcript", "media.transcript-long", LONGEST_TRANSCRIPT);
        }
        items.describe(kept.id(), alt.strip());
        if (kept.item().kind().isPlayed()) {
            intake.accompany(kept, kept.item().captions(), keepText(transcript));
        }
    }

    /**
     * Gives a film or recording subtitles in place of those it has.
     *
     * @param fileName for messages
     * @param bytes WebVTT or SubRip
     * @throws NotFound if there is no such item, or the caller may not open its library
     * @throws Invalid of the field {@code captions} if they cannot be read
     */
    public void caption(UUID code, String fileName, byte[] bytes) {
        var kept = require(code);
        if (!kept.item().kind().isPlayed()) {
            throw new NotFound("captions of " + code);
        }
        try {
            intake.accompany(kept, store.keep(Captions.normalised(fileName, bytes), "text/vtt", null),
                    kept.item().transcript());
        } catch (Invalid unreadable) {
            throw new Invalid(Map.of("captions", unreadable.fields().get("file")));
        }
    }

    /** Takes the subtitles away. */
    public void removeCaptions(UUID code) {
        var kept = require(code);
        intake.accompany(kept, null, kept.item().transcript());
    }

    /**
     * Throws the item away.
     *
     * @throws NotFound if there is no such item, or the caller may not open its library
     * @throws Conflict if anything shows it
     */
    public void remove(UUID code) {
        var kept = require(code);
        if (!items.uses(kept).isEmpty()) {
            throw new Conflict("media.in-use", kept.item().name());
        }
        items.remove(kept.id());
        audit.record("media.removed", code.toString(), null, Map.of("name", kept.item().name()));
        store.forget(kept.item().sha256());
        store.forget(kept.item().captions());
        store.forget(kept.item().transcript());
    }

    private String keepText(String text) {
        var stripped = text.replace("\r\n", "\n").replace("\0", "").strip();
        return stripped.isEmpty() ? null
                : store.keep(stripped.getBytes(StandardCharsets.UTF_8), "text/plain", stripped);
    }

    private Items.Kept require(UUID code) {
        return items.find(code)
                .filter(kept -> libraries.isOpen(kept.organisationId()))
                .orElseThrow(() -> new NotFound("media " + code));
    }
}
