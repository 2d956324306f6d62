package id.sanggar.exchange;

import id.sanggar.identity.Account;
import id.sanggar.programme.Admission;
import id.sanggar.programme.EvidenceForm;
import id.sanggar.programme.OpenTo;
import id.sanggar.programme.ProgrammeDefinition;
import id.sanggar.programme.ProgrammeDefinition.Cohort;
import id.sanggar.programme.ProgrammeDefinition.Requirement;
import id.sanggar.programme.ProgrammeDefinition.Stage;
import id.sanggar.programme.RequirementKind;
import id.sanggar.programme.Signatory;
import id.sanggar.programme.YearTarget;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads programmes, whose form is told in {@code docs/programmes.md}. */
public final class ProgrammeReader {

    private static final String PROGRAMMES = "programmes/";
    private static final String ENDING = ".yaml";
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,8}");
    private static final Pattern STAGE_CODE = Pattern.compile("[A-Z0-9]{1,8}");
    private static final Pattern ZONE = Pattern.compile("Asia/(Jakarta|Makassar|Jayapura)");
    /** A regency, city or district. */
    private static final Pattern PART = Pattern.compile("[1-9][0-9]{3}(?:[0-9]{2})?");
    private static final Pattern REGION = Pattern.compile("[1-9][0-9](?:[0-9]{2})?");
    /** Provinces, regencies and cities, districts, villages. */
    private static final Pattern HOME = Pattern.compile("[1-9][0-9](?:[0-9]{2}){0,2}|[1-9][0-9]{9}");
    private static final int LONGEST_CODE = 10;
    private static final Pattern NEEDS = Pattern.compile("all|any|[1-9][0-9]?");
    private static final Pattern OPEN_TO = Pattern.compile("any|female|male");

    private final YamlEntry programme;
    private final Set<String> organisations;
    private final Set<String> courses;
    private final Set<String> confirmations = new HashSet<>();

    private ProgrammeReader(YamlEntry programme, Set<String> organisations, Set<String> courses) {
        this.programme = programme;
        this.organisations = organisations;
        this.courses = courses;
    }

    /** The slugs of all programmes there are. */
    public static List<String> programmes(ContentFiles files) {
        return files.under(PROGRAMMES).stream()
                .filter(path -> path.endsWith(ENDING))
                .map(path -> path.substring(PROGRAMMES.length(), path.length() - ENDING.length()))
                .toList();
    }

    /**
     * @param organisations slugs of those there are
     * @param courses likewise
     * @param problems takes up what is wrong
     * @return nothing if anything is wrong
     */
    public static Optional<ProgrammeDefinition> read(ContentFiles files, Set<String> organisations,
            Set<String> courses, String slug, Problems problems) {
        var before = problems.count();
        var path = PROGRAMMES + slug + ENDING;
        var entry = YamlEntry.mapping(path, files.text(path, problems), problems);
        var programme = new ProgrammeReader(entry, organisations, courses).read(slug);
        return problems.count() == before ? Optional.of(programme) : Optional.empty();
    }

    private ProgrammeDefinition read(String slug) {
        if (!programme.slug("slug").equals(slug)) {
            programme.problem("slug", "exchange.slug-of-file", slug);
        }
        var organisation = programme.slug("organisation");
        if (!organisations.contains(organisation)) {
            programme.problem("organisation", "exchange.no-organisation", organisation);
        }
        var starts = programme.date("starts");
        var ends = programme.has("ends") ? programme.date("ends") : null;
        if (ends != null && ends.isBefore(starts)) {
            programme.problem("ends", "exchange.ends-before");
        }
        var definition = new ProgrammeDefinition(slug, programme.text("code", CODE), organisation,
                programme.localized("title", 200), programme.localized("summary", 400),
                programme.text("zone", ZONE), programme.text("region", REGION), programme.text("place", 80),
                signatory(programme.entry("signatory")), programme.one("admission", Admission.class),
                openTo(), starts, ends, programme.number("target", 1, 100_000_000), targets(),
                programme.entries("stages").stream().map(new Stages()::stage).toList(),
                programme.optionalEntries("cohorts").stream().map(new Cohorts(starts, ends)::cohort).toList(),
                approving());
        if (definition.targets().stream().mapToInt(YearTarget::members).sum() != definition.target()) {
            programme.problem("target", "exchange.target-sum");
        }
        programme.nothingElse();
        return definition;
    }

    private String approving() {
        if (!programme.has("approving")) {
            return null;
        }
        var approving = programme.slug("approving");
        if (!organisations.contains(approving)) {
            programme.problem("approving", "no organisation " + approving);
        }
        return approving;
    }

    private static Signatory signatory(YamlEntry entry) {
        var signatory = new Signatory(entry.text("name", 120), entry.localized("title", 160));
        entry.nothingElse();
        return signatory;
    }

    private Account.Gender openTo() {
        return programme.optionalEntry("open_to").map(entry -> {
            var gender = gender(entry);
            entry.nothingElse();
            return gender;
        }).orElse(null);
    }

    private static Account.Gender gender(YamlEntry entry) {
        return switch (entry.text("gender", OPEN_TO)) {
            case "female" -> Account.Gender.FEMALE;
            case "male" -> Account.Gender.MALE;
            default -> null;
        };
    }

    private List<YearTarget> targets() {
        return programme.entries("targets").stream().map(entry -> {
            var target = new YearTarget(entry.number("year", 2000, 2100), entry.number("members", 0, 100_000_000),
                    entry.optionalEntries("parts").stream().map(this::part).toList());
            var named = new HashSet<String>();
            target.parts().stream()
                    .map(part -> Objects.toString(part.partner(), part.region()))
                    .filter(name -> !named.add(name))
                    .forEach(name -> entry.problem("parts", "exchange.twice", name));
            entry.nothingElse();
            return target;
        }).toList();
    }

    /** Of a target: of a partner or of an area, whose members others may count too. */
    private YearTarget.Part part(YamlEntry entry) {
        var partner = entry.optionalSlug("partner").orElse(null);
        if (partner != null && !organisations.contains(partner)) {
            entry.problem("partner", "exchange.no-organisation", partner);
        }
        var part = new YearTarget.Part(partner, partner == null ? entry.text("region", PART) : null,
                entry.number("members", 0, 100_000_000));
        entry.nothingElse();
        return part;
    }

    /** Reads the stages, whose slugs and codes are unique. */
    private final class Stages {

        private final Set<String> slugs = new HashSet<>();
        private final Set<String> codes = new HashSet<>();

        Stage stage(YamlEntry entry) {
            var stage = new Stage(entry.slug("slug"), entry.text("code", STAGE_CODE), entry.localized("title", 200),
                    entry.localized("summary", 400),
                    entry.entries("requirements").stream().map(ProgrammeReader.this::requirement).toList());
            var asked = new HashSet<String>();
            stage.leaves().stream().map(Requirement::slug).filter(slug -> !asked.add(slug)).findFirst()
                    .ifPresent(twice -> entry.problem("requirements", "exchange.twice", twice));
            if (!slugs.add(stage.slug())) {
                entry.problem("slug", "exchange.twice", stage.slug());
            }
            if (!codes.add(stage.code())) {
                entry.problem("code", "exchange.twice", stage.code());
            }
            entry.nothingElse();
            return stage;
        }
    }

    private Requirement requirement(YamlEntry entry) {
        var requirement = switch (entry.one("kind", RequirementKind.class)) {
            case ADMITTED -> Requirement.admitted();
            case COURSE -> Requirement.course(course(entry));
            case MARK -> Requirement.mark(course(entry), entry.number("at_least", 1, 100));
            case EVIDENCE -> Requirement.evidence(confirmation(entry), entry.one("form", EvidenceForm.class),
                    entry.localized("title", 200));
            case CONFIRMED -> Requirement.confirmed(confirmation(entry), entry.localized("title", 200));
            case GROUP -> group(entry);
        };
        entry.nothingElse();
        return requirement;
    }

    private String course(YamlEntry entry) {
        var course = entry.slug("course");
        if (!courses.contains(course)) {
            entry.problem("course", "exchange.no-course", course);
        }
        return course;
    }

    private String confirmation(YamlEntry entry) {
        var slug = entry.slug("slug");
        if (!confirmations.add(slug)) {
            entry.problem("slug", "exchange.twice", slug);
        }
        return slug;
    }

    /** All or any of what is in it, or a number of them. */
    private Requirement group(YamlEntry entry) {
        var needs = entry.text("needs", NEEDS);
        var title = entry.optionalLocalized("title", 200).orElse(null);
        var of = entry.entries("of").stream().map(this::requirement).toList();
        var most = Math.max(1, of.size());
        return Requirement.group(switch (needs) {
            case "all" -> most;
            case "any", "" -> 1;
            default -> entry.number("needs", 1, most);
        }, title, of);
    }

    /** Reads the cohorts, whose slugs are unique and whose days lie within the programme's. */
    private static final class Cohorts {

        private final Set<String> slugs = new HashSet<>();
        private final LocalDate starts;
        private final LocalDate ends;

        Cohorts(LocalDate starts, LocalDate ends) {
            this.starts = starts;
            this.ends = ends;
        }

        Cohort cohort(YamlEntry entry) {
            var capacity = entry.optionalNumber("capacity", 1, 1_000_000);
            var cohort = new Cohort(entry.slug("slug"), entry.localized("title", 200), entry.date("starts"),
                    entry.date("ends"), capacity.isPresent() ? capacity.getAsInt() : null, openTo(entry));
            if (!slugs.add(cohort.slug())) {
                entry.problem("slug", "exchange.twice", cohort.slug());
            }
            if (cohort.ends().isBefore(cohort.starts())) {
                entry.problem("ends", "exchange.ends-before");
            }
            if (cohort.starts().isBefore(starts) || ends != null && cohort.ends().isAfter(ends)) {
                entry.problem("starts", "exchange.cohort-days");
            }
            entry.nothingElse();
            return cohort;
        }

        private static OpenTo openTo(YamlEntry cohort) {
            return cohort.optionalEntry("open_to").map(entry -> {
                var residentsOf = entry.texts("residents_of", LONGEST_CODE);
                residentsOf.stream().filter(code -> !HOME.matcher(code).matches())
                        .forEach(code -> entry.problem("residents_of", "exchange.no-region", code));
                var gender = entry.has("gender") ? gender(entry) : null;
                entry.nothingElse();
                return new OpenTo(gender, residentsOf);
            }).orElse(OpenTo.EVERYONE);
        }
    }
}
