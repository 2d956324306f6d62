package id.sanggar.media;

import id.sanggar.media.inspection.Inspected;
import id.sanggar.media.inspection.Inspection;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.Sha256;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks through what was sent and puts it into the library: one upload in one transaction, which holds it. Should the
 * node die meanwhile, it is free again, and the next takes it.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Processing {

    private static final Logger LOG = Logger.getLogger(Processing.class.getName());

    @Inject
    private Uploads uploads;

    @Inject
    private Items items;

    @Inject
    private Intake intake;

    @Inject
    private MediaStore store;

    /** @return whether there was one, so that there may be more */
    public boolean next() {
        var waiting = uploads.next();
        waiting.ifPresent(this::look);
        return waiting.isPresent();
    }

    private void look(Uploads.Row row) {
        var upload = row.upload();
        try {
            var file = inspect(upload);
            var kept = row.replaces() == null
                    ? intake.add(row.organisationId(), upload.fileName(), file, keep(upload, file), row.accountId())
                    : replace(items.lock(row.replaces()).orElseThrow(), upload, file, row.accountId());
            uploads.ready(upload.code(), kept.id());
            uploads.forgetPieces(upload.code());
        } catch (Invalid refused) {
            uploads.refuse(upload.code(), refused.fields().get(Inspection.FILE));
        }
    }

    /** Where a film was shown, no document can be. */
    private Items.Kept replace(Items.Kept kept, Upload upload, Inspected file, long accountId) {
        if (kept.item().kind() != file.kind()) {
            throw Invalid.of(Inspection.FILE, "media.other-kind", upload.fileName(), kept.item().name());
        }
        return intake.replace(kept, keep(upload, file), accountId);
    }

    /** A file that breaks the reading of it is no better than one that is refused. */
    private Inspected inspect(Upload upload) {
        try {
            return Inspection.inspect(upload.fileName(), store.content(upload.code(), upload.size()));
        } catch (Invalid refused) {
            throw refused;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError accident) {
            LOG.log(Level.SEVERE, accident, () -> "upload " + upload.code() + " cannot be looked through");
            throw Invalid.of(Inspection.FILE, "media.unreadable", upload.fileName());
        }
    }

    private String keep(Upload upload, Inspected file) {
        if (file.bytes() != null) {
            return store.keep(file);
        }
        var digest = Sha256.digest();
        try (var bytes = store.content(upload.code(), upload.size()).stream()) {
            var piece = new byte[MediaStore.CHUNK];
            for (int count = bytes.read(piece); count >= 0; count = bytes.read(piece)) {
                digest.update(piece, 0, count);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var sha256 = HexFormat.of().formatHex(digest.digest());
        store.keepChunks(sha256, upload.size(), upload.code(), file);
        return sha256;
    }
}
