package id.sanggar.insight.closing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the facts say otherwise now than a closed month does, as far as the caller sees its members.
 *
 * @param added facts that are there now and were not
 * @param removed facts that were there and are not now
 * @param since when they changed, as far as history tells; else when it was noticed
 * @param told of those concerned; empty if nothing is
 * @param people some of those concerned, by name
 * @param seen what somebody who publishes it must have seen
 */
public record MonthDifference(List<MonthChange> changes, long added, long removed, Instant since,
        List<MonthTold> told, List<Person> people, String seen) {

    public MonthDifference {
        changes = List.copyOf(changes);
        told = List.copyOf(told);
        people = List.copyOf(people);
    }

    /** @param code of her membership */
    public record Person(UUID code, String name) {
    }

    public boolean isNone() {
        return changes.isEmpty();
    }
}
