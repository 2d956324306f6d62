package id.sanggar.programme;

import id.sanggar.identity.AccountErased;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Forgets the businesses and the evidence of who is erased, and gives the places she leaves to those who wait for them.
 * Her way through the stages stays: the programme's figures count it.
 */
@ApplicationScoped
class ErasedMembers {

    @Inject
    private Sql sql;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Memberships memberships;

    @Inject
    private Businesses businesses;

    @Inject
    private Places places;

    @Inject
    private Entrance entrance;

    void forget(@Observes AccountErased event) {
        var hers = memberships.seen(event.accountId());
        var rooms = places.lock(hers.stream().map(Memberships.Seen::cohortId).toList());
        var ids = new ArrayList<>(hers.stream().map(Memberships.Seen::id).toList());
        rooms.values().forEach(room -> ids.addAll(places.next(room.cohortId(), 1)));
        memberships.lock(ids);
        businesses.forget(event.accountId());
        sql.write("delete from membership_offer where account_id = ?", event.accountId());
        sql.write("""
                update membership set decision_reason = null, business_id = null,
                    state = case when state in ('APPLIED', 'WAITLISTED', 'ACTIVE') then 'WITHDRAWN' else state end,
                    revision = revision + 1
                where account_id = ?""", event.accountId());
        sql.write("""
                update evidence e set number = null, note = null, file = null, content_type = null,
                    state = case when e.state = 'WAITING' then 'REPLACED' else e.state end,
                    reason = case when e.reason is not null then '' end
                from membership m where m.id = e.membership_id and m.account_id = ?""", event.accountId());
        sql.write("""
                update confirmation c set revocation_reason = '' from membership m
                where m.id = c.membership_id and m.account_id = ? and c.revoked_at is not null""", event.accountId());
        hers.stream().filter(each -> each.cohortId() != null).forEach(each ->
                entrance.fill(programmes.byId(each.programmeId()), List.of(each.cohortId())));
    }
}
