package id.sanggar.programme;

import id.sanggar.identity.AccountErased;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Forgets the businesses of who is erased. Her way through the stages stays: the programme's figures count it. */
@ApplicationScoped
class ErasedMembers {

    @Inject
    private Sql sql;

    void forget(@Observes AccountErased event) {
        sql.write("""
                update membership set business_name = null, product = null, decision_reason = null,
                    state = case when state in ('APPLIED', 'ACTIVE') then 'WITHDRAWN' else state end,
                    revision = revision + 1
                where account_id = ?""", event.accountId());
    }
}
