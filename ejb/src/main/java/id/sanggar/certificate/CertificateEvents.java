package id.sanggar.certificate;

import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** What was done to certificates after they were issued, and by whom; only ever added to. */
@ApplicationScoped
class CertificateEvents {

    @Inject
    private Sql sql;

    /** @param reason null where none is asked for */
    void add(long certificate, Kind kind, long manager, String reason, Instant now) {
        sql.write("""
                insert into certificate_event (certificate_id, kind, account_id, reason, happened_at)
                values (?, ?, ?, ?, ?)""", certificate, kind, manager, reason, now);
    }

    /** As the database knows them. */
    enum Kind {
        REVOKED, REPLACED, RENEWED, ERASED
    }
}
