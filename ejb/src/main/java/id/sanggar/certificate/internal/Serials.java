package id.sanggar.certificate.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/**
 * Serial numbers that come back. A number that was reserved for somebody who gets no certificate after all is taken
 * off the programme's counter where it is the last, and kept otherwise; the next batch of the programme and year gives
 * out the kept ones before new ones. So every number up to the counter is on a paper, reserved in a batch that is not
 * at its end, or kept.
 */
@ApplicationScoped
public class Serials {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    /** Makes sure that there is a counter, and keeps everyone else off the programme's counters, of all its years. */
    public void lock(long programmeId, int year) {
        entityManager.createNativeQuery("""
                insert into serial_counter (programme_id, year, last) values (:programme, :year, 0)
                on conflict (programme_id, year) do nothing""")
                .setParameter("programme", programmeId)
                .setParameter("year", year)
                .executeUpdate();
        entityManager.createNativeQuery("""
                select last from serial_counter where programme_id = :programme order by year for update""")
                .setParameter("programme", programmeId)
                .getResultList();
    }

    /** Takes back the numbers of those in the batch who have no certificate. */
    public void release(long issuanceId, long programmeId, int year) {
        lock(programmeId, year);
        entityManager.createNativeQuery("""
                insert into serial_released (programme_id, year, number, issuance_id, released_at)
                select :programme, :year, i.serial_number, i.issuance_id, :now from issuance_item i
                where i.issuance_id = :issuance and i.state in ('ELIGIBLE', 'FAILED')
                    and i.serial_number is not null""")
                .setParameter("programme", programmeId)
                .setParameter("year", year)
                .setParameter("now", clock.instant())
                .setParameter("issuance", issuanceId)
                .executeUpdate();
        // Downwards from the counter, number and rank add up to the same for as long as none is missing.
        entityManager.createNativeQuery("""
                with kept as (
                    select number, number + row_number() over (order by number desc) as run from serial_released
                    where programme_id = :programme and year = :year),
                gone as (
                    delete from serial_released r using kept k, serial_counter c
                    where r.programme_id = :programme and r.year = :year and r.number = k.number
                        and c.programme_id = :programme and c.year = :year and k.run = c.last + 1
                    returning 1)
                update serial_counter set last = last - (select count(*) from gone)
                where programme_id = :programme and year = :year""")
                .setParameter("programme", programmeId)
                .setParameter("year", year)
                .executeUpdate();
    }

    /** Gives the kept numbers to the first who wait for one in the batch. The counters are locked. */
    public void reuse(long issuanceId, long programmeId, int year) {
        entityManager.createNativeQuery("""
                with kept as (
                    select number, row_number() over (order by number) as rank from serial_released
                    where programme_id = :programme and year = :year),
                waiting as (
                    select i.position, row_number() over (order by i.position) as rank from issuance_item i
                    where i.issuance_id = :issuance and i.state = 'ELIGIBLE' and i.serial_number is null
                    order by i.position limit (select count(*) from kept)),
                given as (
                    update issuance_item i set serial_number = k.number
                    from waiting w join kept k on k.rank = w.rank
                    where i.issuance_id = :issuance and i.position = w.position
                    returning k.number)
                delete from serial_released r using given g
                where r.programme_id = :programme and r.year = :year and r.number = g.number""")
                .setParameter("issuance", issuanceId)
                .setParameter("programme", programmeId)
                .setParameter("year", year)
                .executeUpdate();
    }
}
