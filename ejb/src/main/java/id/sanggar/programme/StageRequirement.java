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
import java.util.function.ToLongFunction;

/** One thing a member must have met to leave a stage. */
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

    protected StageRequirement() {
    }

    StageRequirement(Stage stage, String slug) {
        this.stage = stage;
        this.slug = slug;
    }

    void become(int newPosition, ProgrammeDefinition.Requirement definition, ToLongFunction<String> courses) {
        position = newPosition;
        kind = definition.kind();
        courseId = kind == RequirementKind.COURSE ? courses.applyAsLong(definition.course()) : null;
        title = definition.title();
    }

    String slug() {
        return slug;
    }

    int position() {
        return position;
    }

    ProgrammeOutline.Requirement outline() {
        return new ProgrammeOutline.Requirement(id, slug, kind, courseId, title);
    }
}
