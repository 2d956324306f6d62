package id.sanggar.programme;

import id.sanggar.shared.LocalizedText;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;

/** Members who go through a programme together: a class. */
@Entity
class Cohort {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Programme programme;

    private String slug;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "title_id"))
    @AttributeOverride(name = "en", column = @Column(name = "title_en"))
    private LocalizedText title;

    private LocalDate starts;

    private LocalDate ends;

    private Integer capacity;

    protected Cohort() {
    }

    Cohort(Programme programme, String slug) {
        this.programme = programme;
        this.slug = slug;
    }

    void become(ProgrammeDefinition.Cohort definition) {
        title = definition.title();
        starts = definition.starts();
        ends = definition.ends();
        capacity = definition.capacity();
    }

    String slug() {
        return slug;
    }

    ProgrammeOutline.Cohort outline() {
        return new ProgrammeOutline.Cohort(id, slug, title, starts, ends, capacity);
    }
}
