package id.sanggar.programme;

import id.sanggar.identity.Persons;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The person and the business behind a membership.
 *
 * @param code of the membership
 * @param name of the person
 * @param home where she lives, in words; empty where it is not known
 * @param business null where there is none
 */
public record MemberDetails(UUID code, String name, ProgrammeOutline programme, Persons.Person person, String home,
        Business business) {

    /** What the form to describe the person shows. */
    public Describing.PersonForm personForm() {
        return Describing.PersonForm.of(person, home);
    }

    /** What the form of the business shows. */
    public BusinessForm businessForm() {
        return business == null ? BusinessForm.of(Map.of()) : BusinessForm.of(business);
    }

    /** What a business takes in a month, in million rupiah. */
    public enum Turnover {
        UNDER_5, FROM_5_TO_25("5_25"), FROM_25_TO_50("25_50"), FROM_50_TO_200("50_200"), OVER_200;

        private final String code;

        Turnover() {
            this.code = name();
        }

        Turnover(String code) {
            this.code = code;
        }

        /** As it is kept. */
        String code() {
            return code;
        }

        static Turnover of(String code) {
            return code == null ? null : List.of(values()).stream()
                    .filter(band -> band.code.equals(code)).findFirst().orElseThrow();
        }
    }

    /** What somebody is in a business. */
    public enum Part {
        OWNER, PARTNER, FAMILY, EMPLOYEE
    }

    /**
     * A business. What is null is not known.
     *
     * @param pirt number of the permit for food made at home
     * @param place where it is, in words; empty where it is not known
     * @param people who run it, as far as the manager who asks may know them
     * @param revision counts its changes
     */
    public record Business(long id, UUID code, String name, String products, String kbli, String nib, String pirt,
            LocalDate pirtExpires, String halal, LocalDate halalExpires, Integer employees, Turnover turnover,
            String place, List<Colleague> people, int revision) {
    }

    /** @param membership of hers in the programme, by which she is named */
    public record Colleague(UUID membership, String name, Part part) {
    }
}
