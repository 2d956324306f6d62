package id.sanggar.media;

import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.media.inspection.Inspected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;

/** Puts into a library what was found fit. */
@ApplicationScoped
class Intake {

    @Inject
    private Items items;

    @Inject
    private MediaStore store;

    @Inject
    private AuditTrail audit;

    @Inject
    private Access access;

    @Inject
    private Event<MediaReplaced> replaced;

    /**
     * A new item; the one that is there already where the library holds the same file.
     *
     * @param fileName as its owner calls it
     * @param sha256 under which it is kept
     * @param accountId who brought it; null for the system
     */
    Items.Kept add(long organisationId, String fileName, Inspected file, String sha256, Long accountId) {
        var same = items.find(organisationId, file.kind(), sha256);
        if (same.isPresent()) {
            return same.get();
        }
        var name = MediaName.of(fileName, file.extension());
        var added = items.lock(items.add(organisationId, name, file.kind(), sha256, accountId)).orElseThrow();
        audit.record("media.added", added.item().code().toString(), null, Map.of("name", added.item().name()),
                accountId);
        return added;
    }

    /** The item has this content, of the same kind, from now on; drafts that show it follow. */
    Items.Kept replace(Items.Kept kept, String sha256, long accountId) {
        var item = kept.item();
        items.replace(kept, sha256);
        changed(kept, item.sha256(), sha256, accountId);
        audit.record("media.replaced", item.code().toString(), null, Map.of("name", item.name()), accountId);
        return items.lock(kept.id()).orElseThrow();
    }

    /** Subtitles and transcript of what is played, by their hashes; null where there are none. */
    void accompany(Items.Kept kept, String captions, String transcript) {
        items.accompany(kept, captions, transcript);
        changed(kept, kept.item().captions(), captions, access.callerId());
        changed(kept, kept.item().transcript(), transcript, access.callerId());
    }

    private void changed(Items.Kept kept, String before, String after, long accountId) {
        if (before != null && !before.equals(after)) {
            if (after != null) {
                replaced.fire(new MediaReplaced(kept.organisationId(), before, after, accountId));
            }
            store.forget(before);
        }
    }
}
