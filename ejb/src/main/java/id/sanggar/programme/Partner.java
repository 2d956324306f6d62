package id.sanggar.programme;

import id.sanggar.identity.Organisation;
import id.sanggar.shared.LocalizedText;
import java.util.List;

/**
 * An organisation that serves members, owns programmes or writes courses.
 *
 * @param region where it is at home, in words; empty where it works everywhere
 * @param members of hers on the way or through
 * @param managers who manage its members
 */
public record Partner(String slug, LocalizedText name, Organisation.Kind kind, String region, long members,
        List<Appointed> managers) {

    public Partner {
        managers = List.copyOf(managers);
    }

    /** What the form to change it shows. */
    public Partners.Form form() {
        return new Partners.Form(name.id(), name.en(), kind.name(), region);
    }

    /** Who manages them; in one programme, or in all where {@code programme}, its title, is null. */
    public record Appointed(String name, LocalizedText programme) {
    }
}
