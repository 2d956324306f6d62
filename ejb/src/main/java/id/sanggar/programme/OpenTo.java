package id.sanggar.programme;

import id.sanggar.identity.Account;
import java.util.List;

/**
 * Whom a cohort takes in.
 *
 * @param gender the only one; null for everyone
 * @param residentsOf codes of regions of which one is her home, or her home lies in; empty for everyone
 */
public record OpenTo(Account.Gender gender, List<String> residentsOf) {

    public static final OpenTo EVERYONE = new OpenTo(null, List.of());

    public OpenTo {
        residentsOf = List.copyOf(residentsOf);
    }

    public boolean isEveryone() {
        return gender == null && residentsOf.isEmpty();
    }
}
