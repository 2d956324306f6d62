package id.sanggar.assessment;

import id.sanggar.identity.AccountErased;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Deletes the photos of who is erased. Her answers and marks stay, as nobody's: the questions' figures need them. */
@ApplicationScoped
class ErasedLearners {

    @Inject
    private Sql sql;

    void forget(@Observes AccountErased event) {
        for (var table : new String[] {"attempt_photo", "attempt_upload"}) {
            sql.write("delete from " + table + " p using attempt a where a.id = p.attempt_id and a.account_id = ?",
                    event.accountId());
        }
    }
}
