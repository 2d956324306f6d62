package id.sanggar.exchange.members;

import id.sanggar.identity.AccountErased;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Lets go of the rows that were read of who is erased, and of her invitation. */
@ApplicationScoped
class ErasedPeople {

    @Inject
    private Sql sql;

    void forget(@Observes AccountErased event) {
        sql.write("delete from member_import_row where account_id = ?", event.accountId());
        sql.write("delete from invitation where account_id = ?", event.accountId());
    }
}
