package id.sanggar.certificate;

import id.sanggar.identity.AccountErased;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Takes her name and her result off the certificates of who is erased. What stays says that a certificate
 * of that number was issued, when, for what, and whether it is valid; with its hash and signatures, which tell nobody's
 * name, whoever holds the paper can still prove it.
 */
@ApplicationScoped
class ErasedHolders {

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    void forget(@Observes AccountErased event) {
        var now = clock.instant();
        sql.write("""
                with forgotten as (
                    update certificate set holder = '', printed = printed - 'holder' - 'scoreBand',
                        erased_at = ? where account_id = ? and erased_at is null returning id),
                files as (delete from certificate_file f using forgotten where f.certificate_id = forgotten.id)
                insert into certificate_event (certificate_id, kind, happened_at)
                select id, 'ERASED', ? from forgotten""", now, event.accountId(), now);
    }
}
