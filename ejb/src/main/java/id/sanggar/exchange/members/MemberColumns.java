package id.sanggar.exchange.members;

import id.sanggar.identity.Account;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the columns of one table are, and what the programme knows by name that its cells may name.
 *
 * @param mapping numbers of columns, from 0
 * @param partner id of the organisation that serves all of them; null where a cell may say it
 * @param partners ids of the organisations that a cell may name, by their names and slugs as {@link MemberField#key}
 *     has them
 * @param cohorts ids likewise
 * @param openTo the only gender the programme takes; null for both
 * @param province code of the programme's own, in which a place is looked for that is named without any above it; empty
 *     for the whole country
 */
record MemberColumns(Map<MemberField, Integer> mapping, Long partner, Map<String, Long> partners,
        Map<String, Long> cohorts, Account.Gender openTo, String province) {

    MemberColumns {
        mapping = Map.copyOf(mapping);
        partners = new HashMap<>(partners);
        cohorts = new HashMap<>(cohorts);
    }

    /** @return −1 where no column tells it */
    int of(MemberField field) {
        return mapping.getOrDefault(field, -1);
    }

    Optional<Long> partner(String name) {
        return Optional.ofNullable(partners.get(MemberField.key(name)));
    }

    Optional<Long> cohort(String name) {
        return Optional.ofNullable(cohorts.get(MemberField.key(name)));
    }
}
