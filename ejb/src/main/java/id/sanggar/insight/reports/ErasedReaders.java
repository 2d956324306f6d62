package id.sanggar.insight.reports;

import id.sanggar.identity.AccountErased;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** Ends the reports of who is erased, those on their way too. */
@ApplicationScoped
class ErasedReaders {

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    void forget(@Observes AccountErased event) {
        sql.write("update report_order set stopped_at = ? where account_id = ? and stopped_at is null",
                clock.instant(), event.accountId());
        sql.write("""
                delete from report_file where run_id in (select r.id from report_run r
                    join report_order o on o.id = r.order_id where o.account_id = ?)""", event.accountId());
    }
}
