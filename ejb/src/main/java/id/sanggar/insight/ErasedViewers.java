package id.sanggar.insight;

import id.sanggar.identity.AccountErased;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Throws away the saved views of who is erased: their names are her words. */
@ApplicationScoped
class ErasedViewers {

    @Inject
    private Sql sql;

    void forget(@Observes AccountErased event) {
        sql.write("delete from saved_view where account_id = ?", event.accountId());
    }
}
