package id.sanggar.notification;

import id.sanggar.identity.AccountErased;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Deletes letters to who is erased, sent or not. */
@ApplicationScoped
class ErasedAddressees {

    @Inject
    private Sql sql;

    void forget(@Observes AccountErased event) {
        sql.write("delete from mail_message where account_id = ?", event.accountId());
    }
}
