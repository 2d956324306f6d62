package id.sanggar.certificate;

import id.sanggar.certificate.internal.Serials;
import id.sanggar.identity.AccountErased;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * Takes her name and her result off the certificates of who is erased. What stays says that a certificate
 * of that number was issued, when, for what, and whether it is valid; with its hash and signatures, which tell nobody's
 * name, whoever holds the paper can still prove it. Who waits in a batch leaves it: nobody is certified without a name.
 */
@ApplicationScoped
class ErasedHolders {

    private static final String FORGET = """
            with forgotten as (
                update certificate c set holder = '', printed = c.printed - 'holder' - 'scoreBand', erased_at = ?
                from account a where a.id = c.account_id and c.erased_at is null and %s returning c.id)
            insert into certificate_event (certificate_id, kind, happened_at)
            select id, 'ERASED', ? from forgotten""";

    /** On lists of batches, whatever has become of them. */
    private static final String UNLIST = """
            update issuance_item i set holder = null from membership m join account a on a.id = m.account_id
            where m.id = i.membership_id and i.holder is not null and %s""";

    @Inject
    private Sql sql;

    @Inject
    private Serials serials;

    @Inject
    private Clock clock;

    /** A batch in which she waits, with a number or without. */
    private record Waiting(long issuance, long programme, Integer year) {
    }

    void forget(@Observes AccountErased event) {
        var now = clock.instant();
        sql.write(FORGET.formatted("a.id = ?"), now, event.accountId(), now);
        leaveBatches(event.accountId(), now);
        sql.write(UNLIST.formatted("a.id = ?"), event.accountId());
    }

    /** Who was erased while her certificate was being drawn was not found by then. */
    void catchUp(@Observes CertificatesIssued event) {
        var now = clock.instant();
        sql.write(FORGET.formatted("a.state = 'ERASED' and c.issuance_id = ?"), now, event.issuanceId(), now);
        sql.write(UNLIST.formatted("a.state = 'ERASED' and i.issuance_id = ?"), event.issuanceId());
    }

    /** Her number goes back. A batch that runs is left alone, see {@link #catchUp}. */
    private void leaveBatches(long account, Instant now) {
        var batches = sql.rows("""
                select b.id, b.programme_id,
                    cast(extract(year from b.started_at at time zone p.zone) as integer) as year
                from issuance b join programme p on p.id = b.programme_id
                where b.state in ('CHECKED', 'APPROVED', 'STOPPED', 'PARTIAL') and exists (
                    select 1 from issuance_item i join membership m on m.id = i.membership_id
                    where i.issuance_id = b.id and m.account_id = ? and i.state in ('ELIGIBLE', 'FAILED'))
                order by b.id for update of b""",
                row -> new Waiting(row.getLong("id"), row.getLong("programme_id"), Sql.integer(row, "year")), account);
        for (var batch : batches) {
            if (batch.year() != null) {
                serials.lock(batch.programme(), batch.year());
            }
            sql.write("""
                    with gone as (
                        select i.issuance_id, i.position, i.serial_number from issuance_item i
                        join membership m on m.id = i.membership_id
                        where i.issuance_id = ? and m.account_id = ? and i.state in ('ELIGIBLE', 'FAILED')),
                    freed as (
                        insert into serial_released (programme_id, year, number, issuance_id, released_at)
                        select cast(? as bigint), cast(? as integer), serial_number, issuance_id,
                            cast(? as timestamptz) from gone where serial_number is not null)
                    update issuance_item i set state = 'INELIGIBLE', dropped = true, serial_number = null,
                        reasons = '[{"key": "certificate.membership-not-active", "args": []}]'
                    from gone where i.issuance_id = gone.issuance_id and i.position = gone.position""",
                    batch.issuance(), account, batch.programme(), batch.year(), now);
        }
    }
}
