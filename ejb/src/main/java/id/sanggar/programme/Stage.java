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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
        new Arranging(courses).arrange(definition);
    }

    /** Brings the requirements into order. A leaf that keeps its slug keeps its identity; groups have none. */
    private final class Arranging {

        private final ToLongFunction<String> courses;
        private final List<StageRequirement> before = List.copyOf(requirements);
        private final Set<StageRequirement> used = new HashSet<>();

        Arranging(ToLongFunction<String> courses) {
            this.courses = courses;
        }

        void arrange(ProgrammeDefinition.Stage definition) {
            arrange(null, definition.requirements());
            before.stream().filter(requirement -> !used.contains(requirement)).forEach(unused -> {
                if (unused.isGroup()) {
                    requirements.remove(unused);
                } else {
                    unused.retire();
                }
            });
        }

        private void arrange(StageRequirement group, List<ProgrammeDefinition.Requirement> wanted) {
            for (var one : wanted) {
                var requirement = before.stream()
                        .filter(known -> !used.contains(known) && Objects.equals(known.slug(), one.slug()))
                        .findFirst()
                        .orElseGet(() -> {
                            var fresh = new StageRequirement(Stage.this, one.slug());
                            requirements.add(fresh);
                            return fresh;
                        });
                used.add(requirement);
                requirement.become(used.size(), group, one, courses);
                arrange(requirement, one.of());
            }
        }
    }

    String slug() {
        return slug;
    }

    ProgrammeOutline.Stage outline() {
        return new ProgrammeOutline.Stage(id, position, slug, code, title, summary,
                StageRequirement.within(requirements, null));
    }
}
