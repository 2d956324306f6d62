package id.sanggar.search;

import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.search.batch.RebuildJob;
import id.sanggar.shared.Conflict;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** An administrator has the full-text index built anew; people go on searching meanwhile. */
@Stateless
@RolesAllowed(Role.IS_ADMIN)
public class Rebuilding {

    @Inject
    private RebuildJob job;

    @Inject
    private RebuildProgress progress;

    @Inject
    private AuditTrail audit;

    /** @throws Conflict if it is being built already */
    public void start() {
        if (!job.start()) {
            throw new Conflict("search.rebuilding-already");
        }
        audit.record("search.rebuilt", RebuildJob.NAME, null, Map.of());
    }

    /** Whether it is being built on this node now. */
    public boolean isRunning() {
        return job.isRunning();
    }

    /** Of the newest rebuild; empty if there was none. */
    public Optional<RebuildProgress.State> progress() {
        return progress.newest();
    }
}
