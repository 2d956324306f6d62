package id.sanggar.programme;

import id.sanggar.shared.LocalizedText;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** One thing a member must have met to leave a stage, or a group of such things. */
@Entity
class StageRequirement {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Stage stage;

    private int position;

    private String slug;

    @Enumerated(EnumType.STRING)
    private RequirementKind kind;

    private Long courseId;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "title_id"))
    @AttributeOverride(name = "en", column = @Column(name = "title_en"))
    private LocalizedText title;

    private Integer mark;

    @Enumerated(EnumType.STRING)
    private EvidenceForm form;

    private Integer atLeast;

    @ManyToOne(fetch = FetchType.LAZY)
    private StageRequirement parent;

    private boolean retired;

    protected StageRequirement() {
    }

    StageRequirement(Stage stage, String slug) {
        this.stage = stage;
        this.slug = slug;
    }

    void become(int newPosition, StageRequirement group, ProgrammeDefinition.Requirement definition,
            ToLongFunction<String> courses) {
        position = newPosition;
        parent = group;
        retired = false;
        kind = definition.kind();
        courseId = definition.course() == null ? null : courses.applyAsLong(definition.course());
        title = definition.title();
        mark = definition.mark();
        form = definition.form();
        atLeast = definition.atLeast();
    }

    /** It is asked for no more. What was confirmed is kept, and counts if it is ever asked for again. */
    void retire() {
        retired = true;
        parent = null;
    }

    String slug() {
        return slug;
    }

    boolean isGroup() {
        return slug == null;
    }

    /** @param all of its stage, in order */
    ProgrammeOutline.Requirement outline(List<StageRequirement> all) {
        return isGroup()
                ? ProgrammeOutline.Requirement.group(atLeast, title, within(all, this))
                : new ProgrammeOutline.Requirement(id, slug, kind, courseId, title, mark, form, null, List.of());
    }

    /** What stands in the group; at the top of the stage for null. */
    static List<ProgrammeOutline.Requirement> within(List<StageRequirement> all, StageRequirement group) {
        return all.stream()
                .filter(requirement -> requirement.parent == group && !requirement.retired)
                .sorted(Comparator.comparing(requirement -> requirement.position))
                .map(requirement -> requirement.outline(all))
                .toList();
    }
}
