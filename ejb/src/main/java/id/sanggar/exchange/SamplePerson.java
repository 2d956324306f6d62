package id.sanggar.exchange;

import id.sanggar.identity.Account;
import id.sanggar.identity.Role;
import java.util.List;

/**
 * Someone of the sample world, as {@code content/world/people.yaml} tells of her.
 *
 * @param slug how tests and documents name her
 * @param email null where there is a phone
 * @param phone null where there is an e-mail address
 * @param password null: nobody can sign in as her
 * @param business name of hers; null where there is none
 * @param product what it makes; null where there is none
 * @param home village and district, and code of the regency, where she lives; null where nothing is told
 */
record SamplePerson(String slug, String name, Account.Gender gender, String email, String phone, String password,
        String business, String product, Home home, List<Grant> grants, List<Enrolled> memberships) {

    /** @param village null where only the district is told */
    record Home(String village, String district, String regency) {
    }

    /**
     * A role of hers.
     *
     * @param programme slug; null for all
     * @param organisation slug; null for all
     */
    record Grant(Role role, String programme, String organisation) {
    }

    /**
     * A membership of hers.
     *
     * @param cohort slug; null for none
     * @param confirmed slugs of requirements that a manager has confirmed
     */
    record Enrolled(String programme, String cohort, Profile profile, List<String> confirmed) {
    }

    /** What she signs in with. */
    String contact() {
        return email != null ? email : phone;
    }

    /** Never with the password. */
    @Override
    public String toString() {
        return slug;
    }
}
