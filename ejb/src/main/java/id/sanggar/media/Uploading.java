package id.sanggar.media;

import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import id.sanggar.media.inspection.Inspection;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sha256;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Brings files into a library over lines that break: piece by piece, each kept as it comes. Whoever comes back with the
 * same file, after a lost connection, a reloaded page or a restarted server, goes on where it stopped; to send a piece
 * or a request twice changes nothing.
 */
@Stateless
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
public class Uploading {

    /** The length of every piece but the last, in bytes. */
    public static final int PIECE = MediaStore.CHUNK;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_NAME = 200;

    @Inject
    private Libraries libraries;

    @Inject
    private Uploads uploads;

    @Inject
    private Items items;

    @Inject
    private Access access;

    @Inject
    private Event<UploadReceived> received;

    /**
     * Begins an upload, or finds the one that the same person has begun with the same file.
     *
     * @param organisation slug of the library's owner
     * @param replaces code of the item whose content it becomes; null for a new item
     * @param fileName as its owner calls it
     * @param size of the file, in bytes
     * @param beginning SHA-256 of its first piece, in hexadecimal digits
     * @throws NotFound if the caller may not open that library
     * @throws Invalid of the field {@code file} if it is too large for anything, or for what is left of the quota
     */
    public Upload begin(String organisation, UUID replaces, String fileName, long size, String beginning) {
        long organisationId = libraries.require(organisation);
        var name = clean(fileName);
        if (size < 1) {
            throw Invalid.of(Inspection.FILE, "media.empty", name);
        }
        if (size > MediaKind.VIDEO.largest()) {
            throw Invalid.of(Inspection.FILE, "media.too-large", name, MediaKind.VIDEO.megabytes());
        }
        if (beginning == null || !HASH.matcher(beginning).matches()) {
            throw Invalid.of("beginning", "media.piece-damaged");
        }
        var replaced = replaces == null ? null : replaced(replaces, organisationId);
        long account = access.callerId();
        return uploads.same(account, organisationId, replaced, name, size, beginning)
                .map(Uploads.Row::upload)
                .orElseGet(() -> {
                    libraries.reserve(organisationId, name, size);
                    return uploads.add(account, organisationId, replaced, name, size, beginning)
                            .flatMap(uploads::find)
                            .or(() -> uploads.same(account, organisationId, replaced, name, size, beginning))
                            .orElseThrow()
                            .upload();
                });
    }

    /**
     * Takes the next piece. A piece that is here already is passed over; whether the first is the beginning of anything
     * that lessons show is seen at once.
     *
     * @param offset where it begins in the file
     * @param sha256 of the piece, in hexadecimal digits
     * @return how far the upload is now
     * @throws NotFound if the caller has no such upload
     * @throws Conflict if what comes before is missing; ask how far the upload is, and go on there
     * @throws Invalid of the field {@code piece} if it was damaged on its way or is not of the right length
     */
    public Upload take(UUID code, long offset, byte[] piece, String sha256) {
        var row = uploads.lock(code).filter(this::isMine).orElseThrow(() -> new NotFound("upload " + code));
        var upload = row.upload();
        if (upload.state() != UploadState.RECEIVING || offset >= 0 && offset < upload.received()) {
            return upload;
        }
        if (offset != upload.received()) {
            throw new Conflict("media.piece-early");
        }
        if (piece.length != Math.min(PIECE, upload.size() - offset) || !Sha256.of(piece).equals(sha256)
                || offset == 0 && !row.beginning().equals(sha256)) {
            throw Invalid.of("piece", "media.piece-damaged");
        }
        try {
            if (offset == 0) {
                Inspection.glance(upload.fileName(), upload.size(), piece);
            }
            uploads.take(code, offset, piece);
        } catch (Invalid refused) {
            uploads.refuse(code, refused.fields().get(Inspection.FILE));
        }
        return uploads.find(code).orElseThrow().upload();
    }

    /** @throws NotFound if the caller has no such upload */
    public Upload upload(UUID code) {
        return mine(code).upload();
    }

    /** What the caller has on its way into that library, and what of it was refused. */
    public List<Upload> unfinished(String organisation) {
        return uploads.unfinished(access.callerId(), libraries.require(organisation));
    }

    /**
     * All pieces are sent: the file is looked through from now on.
     *
     * @throws NotFound if the caller has no such upload
     * @throws Conflict if pieces are missing
     */
    public Upload complete(UUID code) {
        var upload = uploads.lock(code).filter(this::isMine).orElseThrow(() -> new NotFound("upload " + code)).upload();
        if (upload.state() != UploadState.RECEIVING) {
            return upload;
        }
        if (upload.received() < upload.size()) {
            throw new Conflict("media.piece-early");
        }
        uploads.wait(code);
        received.fire(new UploadReceived(code));
        return uploads.find(code).orElseThrow().upload();
    }

    /** Sends a small file at once: for a form where no script runs. */
    public Upload send(String organisation, UUID replaces, String fileName, byte[] bytes) {
        var first = Arrays.copyOf(bytes, Math.min(PIECE, bytes.length));
        var upload = begin(organisation, replaces, fileName, bytes.length, Sha256.of(first));
        while (upload.state() == UploadState.RECEIVING && upload.received() < upload.size()) {
            int at = (int) upload.received();
            var piece = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + PIECE));
            upload = take(upload.code(), at, piece, Sha256.of(piece));
        }
        return complete(upload.code());
    }

    /** Throws away what was sent, and what was refused; a file that is in the library stays there. */
    public void discard(UUID code) {
        uploads.remove(mine(code).upload().code());
    }

    private Uploads.Row mine(UUID code) {
        return uploads.find(code).filter(this::isMine).orElseThrow(() -> new NotFound("upload " + code));
    }

    /** And still may bring anything there. */
    private boolean isMine(Uploads.Row row) {
        return row.accountId() == access.callerId() && libraries.isOpen(row.organisationId());
    }

    private long replaced(UUID code, long organisationId) {
        return items.find(code)
                .filter(kept -> kept.organisationId() == organisationId)
                .orElseThrow(() -> new NotFound("media " + code))
                .id();
    }

    /** Something to call it by in messages. */
    private static String clean(String fileName) {
        var name = fileName == null ? "" : fileName.replaceAll("\\p{C}", "").strip();
        if (name.isEmpty()) {
            throw Invalid.of(Inspection.FILE, "media.nameless");
        }
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }
}
