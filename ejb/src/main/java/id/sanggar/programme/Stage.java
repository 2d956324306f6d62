package id.sanggar.programme;

import id.sanggar.shared.LocalizedText;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.hibernate.annotations.BatchSize;

/** A step of a programme's journey, left by meeting all its requirements. */
@Entity
class Stage {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Programme programme;

    private int position;

    private String slug;

    private String code;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "title_id"))
    @AttributeOverride(name = "en", column = @Column(name = "title_en"))
    private LocalizedText title;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "summary_id"))
    @AttributeOverride(name = "en", column = @Column(name = "summary_en"))
    private LocalizedText summary;

    @OneToMany(mappedBy = "stage", cascade = CascadeType.ALL, orphanRemoval = true)
    @BatchSize(size = 100)
    @OrderBy("position")
    private List<StageRequirement> requirements = new ArrayList<>();

    protected Stage() {
    }

    Stage(Programme programme, String slug) {
        this.programme = programme;
        this.slug = slug;
    }

    void become(int newPosition, ProgrammeDefinition.Stage definition, ToLongFunction<String> courses) {
        position = newPosition;
        code = definition.code();
        title = definition.title();
        summary = definition.summary();
        var slugs = definition.requirements().stream().map(ProgrammeDefinition.Requirement::slug).toList();
        requirements.removeIf(requirement -> !slugs.contains(requirement.slug()));
        for (var place = 1; place <= definition.requirements().size(); place++) {
            var wanted = definition.requirements().get(place - 1);
            requirements.stream()
                    .filter(requirement -> requirement.slug().equals(wanted.slug()))
                    .findFirst()
                    .orElseGet(() -> {
                        var requirement = new StageRequirement(this, wanted.slug());
                        requirements.add(requirement);
                        return requirement;
                    })
                    .become(place, wanted, courses);
        }
    }

    String slug() {
        return slug;
    }

    ProgrammeOutline.Stage outline() {
        return new ProgrammeOutline.Stage(id, position, slug, code, title, summary, requirements.stream()
                .sorted(Comparator.comparing(StageRequirement::position))
                .map(StageRequirement::outline)
                .toList());
    }
}
