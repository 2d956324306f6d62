package id.sanggar.programme;

import id.sanggar.identity.Account;
import id.sanggar.identity.Organisation;
import id.sanggar.shared.LocalizedText;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.hibernate.annotations.BatchSize;

/**
 * An offer of support that leads its members through stages. It is data: {@link ProgrammeSetup} brings it into the form
 * its owner describes, and everyone else reads its {@link ProgrammeOutline}.
 */
@Entity
class Programme {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String slug;

    private String code;

    @ManyToOne(fetch = FetchType.LAZY)
    private Organisation organisation;

    @ManyToOne(fetch = FetchType.LAZY)
    private Organisation approvingOrganisation;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "title_id"))
    @AttributeOverride(name = "en", column = @Column(name = "title_en"))
    private LocalizedText title;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "summary_id"))
    @AttributeOverride(name = "en", column = @Column(name = "summary_en"))
    private LocalizedText summary;

    private String zone;

    private String region;

    private String place;

    @Embedded
    private Signatory signatory;

    @Enumerated(EnumType.STRING)
    private Admission admission;

    @Enumerated(EnumType.STRING)
    private Account.Gender openToGender;

    private LocalDate starts;

    private LocalDate ends;

    private int target;

    private int rulesVersion = 1;

    private int rulesInForce = 1;

    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "programme_target", joinColumns = @JoinColumn(name = "programme_id"))
    @MapKeyColumn(name = "year")
    @Column(name = "members")
    private Map<Integer, Integer> targets = new TreeMap<>();

    @OneToMany(mappedBy = "programme", cascade = CascadeType.ALL, orphanRemoval = true)
    @BatchSize(size = 100)
    @OrderBy("position")
    private List<Stage> stages = new ArrayList<>();

    @OneToMany(mappedBy = "programme", cascade = CascadeType.ALL, orphanRemoval = true)
    @BatchSize(size = 100)
    @OrderBy("starts, slug")
    private List<Cohort> cohorts = new ArrayList<>();

    protected Programme() {
    }

    Programme(String slug) {
        this.slug = slug;
    }

    /**
     * Takes the form that the definition describes. What keeps its slug keeps its identity, and with it its members.
     *
     * @param approving whose authors approve its courses; null where nobody in particular does
     * @param courses gives the id of a course by its slug
     */
    void become(ProgrammeDefinition definition, Organisation owner, Organisation approving,
            ToLongFunction<String> courses) {
        code = definition.code();
        organisation = owner;
        approvingOrganisation = approving;
        title = definition.title();
        summary = definition.summary();
        zone = definition.zone();
        region = definition.region();
        place = definition.place();
        signatory = definition.signatory();
        admission = definition.admission();
        openToGender = definition.openTo();
        starts = definition.starts();
        ends = definition.ends();
        target = definition.target();
        targets.keySet().retainAll(definition.targets().stream().map(YearTarget::year).toList());
        definition.targets().forEach(yearly -> targets.put(yearly.year(), yearly.members()));
        becomeStages(definition.stages(), courses);
        becomeCohorts(definition.cohorts());
    }

    private void becomeStages(List<ProgrammeDefinition.Stage> definitions, ToLongFunction<String> courses) {
        var slugs = definitions.stream().map(ProgrammeDefinition.Stage::slug).toList();
        stages.removeIf(stage -> !slugs.contains(stage.slug()));
        for (var position = 1; position <= definitions.size(); position++) {
            var definition = definitions.get(position - 1);
            stages.stream()
                    .filter(stage -> stage.slug().equals(definition.slug()))
                    .findFirst()
                    .orElseGet(() -> {
                        var stage = new Stage(this, definition.slug());
                        stages.add(stage);
                        return stage;
                    })
                    .become(position, definition, courses);
        }
    }

    private void becomeCohorts(List<ProgrammeDefinition.Cohort> definitions) {
        var slugs = definitions.stream().map(ProgrammeDefinition.Cohort::slug).toList();
        cohorts.removeIf(cohort -> !cohort.isAtDesk() && !slugs.contains(cohort.slug()));
        definitions.stream()
                .filter(definition -> !isAtDesk(definition.slug()))
                .forEach(definition -> cohort(definition.slug()).become(definition));
    }

    boolean isAtDesk(String cohort) {
        return cohorts.stream().anyMatch(known -> known.slug().equals(cohort) && known.isAtDesk());
    }

    /** The cohort of that slug; a new one if there is none. */
    Cohort cohort(String cohortSlug) {
        return cohorts.stream()
                .filter(known -> known.slug().equals(cohortSlug))
                .findFirst()
                .orElseGet(() -> {
                    var added = new Cohort(this, cohortSlug);
                    cohorts.add(added);
                    return added;
                });
    }

    Long id() {
        return id;
    }

    /** The number of the rules described last. */
    int rulesVersion() {
        return rulesVersion;
    }

    /** The number of the rules by which members are judged. */
    int rulesInForce() {
        return rulesInForce;
    }

    /** What it asks for is another thing now. */
    void renumberRules() {
        rulesVersion++;
    }

    /** Members are judged by the rules described last from now on. */
    void bringRulesIntoForce() {
        rulesInForce = rulesVersion;
    }

    /** As it was described last, whatever its members are judged by. */
    ProgrammeOutline outline() {
        return new ProgrammeOutline(id, slug, code,
                owner(organisation), title, summary,
                ZoneId.of(zone), region, place, signatory, admission, openToGender, starts, ends, target,
                targets.entrySet().stream()
                        .map(yearly -> new YearTarget(yearly.getKey(), yearly.getValue()))
                        .sorted(Comparator.comparing(YearTarget::year))
                        .toList(),
                stages.stream().map(Stage::outline).sorted(
                        Comparator.comparing(ProgrammeOutline.Stage::position)).toList(),
                cohorts.stream().map(Cohort::outline).sorted(
                        Comparator.comparing(ProgrammeOutline.Cohort::starts)
                                .thenComparing(ProgrammeOutline.Cohort::slug)).toList(),
                approvingOrganisation == null ? null : owner(approvingOrganisation), rulesVersion);
    }

    private static ProgrammeOutline.Owner owner(Organisation organisation) {
        return new ProgrammeOutline.Owner(organisation.id(), organisation.slug(), organisation.name());
    }
}
