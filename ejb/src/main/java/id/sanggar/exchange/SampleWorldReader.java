package id.sanggar.exchange;

import id.sanggar.exchange.SamplePerson.Enrolled;
import id.sanggar.exchange.SamplePerson.Grant;
import id.sanggar.identity.Account;
import id.sanggar.identity.Role;
import id.sanggar.programme.ProgrammeDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the people of the sample world, whose form is told in {@code docs/sample-world.md}. */
final class SampleWorldReader {

    private static final String PATH = "world/people.yaml";
    private static final Pattern PHONE = Pattern.compile("\\+62840[0-9]{7,9}");
    private static final Pattern EMAIL = Pattern.compile("[a-z0-9.-]+@[a-z0-9.-]+\\.example");
    private static final Pattern REGION = Pattern.compile("[1-9][0-9]{3}");
    private static final Pattern KBLI = Pattern.compile("[0-9]{5}");
    private static final Pattern ROLE = Pattern.compile("learner|author|manager|administrator");

    private final Set<String> organisations;
    private final Map<String, ProgrammeDefinition> programmes;
    private final Set<String> slugs = new HashSet<>();
    private final Set<String> contacts = new HashSet<>();

    private SampleWorldReader(Set<String> organisations, Map<String, ProgrammeDefinition> programmes) {
        this.organisations = organisations;
        this.programmes = programmes;
    }

    /**
     * @param organisations slugs of those there are
     * @param programmes those there are, by their slugs
     * @param problems takes up what is wrong
     */
    static List<SamplePerson> read(ContentFiles files, Set<String> organisations,
            Map<String, ProgrammeDefinition> programmes, Problems problems) {
        var reader = new SampleWorldReader(organisations, programmes);
        return YamlEntry.list(PATH, files.text(PATH, problems), problems).stream().map(reader::person).toList();
    }

    private SamplePerson person(YamlEntry entry) {
        var person = new SamplePerson(entry.slug("slug"), entry.text("name", 120),
                entry.one("gender", Account.Gender.class), contact(entry, "email", EMAIL),
                contact(entry, "phone", PHONE), entry.has("password") ? entry.text("password", 100) : null,
                business(entry, "name"), business(entry, "product"), home(entry),
                entry.entries("roles").stream().map(this::grant).filter(grant -> grant.role() != Role.LEARNER).toList(),
                entry.optionalEntries("memberships").stream().map(this::membership).toList());
        if (!slugs.add(person.slug())) {
            entry.problem("slug", "exchange.twice", person.slug());
        }
        if (person.contact() == null) {
            entry.problem("slug", "exchange.no-contact");
        }
        if (entry.has("password") != entry.has("demo")) {
            entry.problem("slug", "exchange.demo-text");
        }
        entry.optionalLocalized("demo", 200);
        entry.nothingElse();
        return person;
    }

    private static SamplePerson.Home home(YamlEntry entry) {
        var village = entry.optional("village").orElse(null);
        var district = entry.optional("district").orElse(null);
        var regency = entry.has("region") ? entry.text("region", REGION) : null;
        return district == null || regency == null ? null : new SamplePerson.Home(village, district, regency);
    }

    private String contact(YamlEntry entry, String key, Pattern form) {
        if (!entry.has(key)) {
            return null;
        }
        var contact = entry.text(key, form);
        if (!contacts.add(contact)) {
            entry.problem(key, "exchange.twice", contact);
        }
        return contact;
    }

    private static String business(YamlEntry person, String part) {
        return person.optionalEntry("business").map(business -> {
            var name = business.text("name", 160);
            var product = business.localized("product", 160);
            if (business.has("kbli")) {
                business.text("kbli", KBLI);
            }
            business.optionalNumber("since", 1900, 2100);
            business.nothingElse();
            return part.equals("name") ? name : product.id();
        }).orElse(null);
    }

    private Grant grant(YamlEntry entry) {
        var name = entry.text("role", ROLE);
        var programme = entry.optionalSlug("programme").orElse(null);
        var organisation = entry.optionalSlug("organisation").orElse(null);
        if (programme != null && !programmes.containsKey(programme)) {
            entry.problem("programme", "exchange.no-programme", programme);
        }
        if (organisation != null && !organisations.contains(organisation)) {
            entry.problem("organisation", "exchange.no-organisation", organisation);
        }
        entry.nothingElse();
        return new Grant(switch (name) {
            case "author" -> Role.AUTHOR;
            case "manager" -> Role.MANAGER;
            case "administrator" -> Role.ADMIN;
            default -> Role.LEARNER;
        }, programme, organisation);
    }

    private Enrolled membership(YamlEntry entry) {
        var membership = new Enrolled(entry.slug("programme"), entry.optionalSlug("cohort").orElse(null),
                entry.one("progress", Profile.class), entry.texts("confirmed", 60));
        var programme = programmes.get(membership.programme());
        if (programme == null) {
            entry.problem("programme", "exchange.no-programme", membership.programme());
        } else {
            check(entry, membership, programme);
        }
        entry.nothingElse();
        return membership;
    }

    private static void check(YamlEntry entry, Enrolled membership, ProgrammeDefinition programme) {
        if (membership.cohort() != null && programme.cohorts().stream()
                .noneMatch(cohort -> cohort.slug().equals(membership.cohort()))) {
            entry.problem("cohort", "exchange.no-cohort", membership.cohort(), programme.slug());
        }
        for (var confirmed : membership.confirmed()) {
            if (programme.stages().stream().flatMap(stage -> stage.leaves().stream())
                    .noneMatch(requirement -> requirement.kind().isConfirmed()
                            && requirement.slug().equals(confirmed))) {
                entry.problem("confirmed", "exchange.no-requirement", confirmed, programme.slug());
            }
        }
    }
}
