package id.sanggar.programme;

import id.sanggar.identity.Account;
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
import java.time.LocalDate;
import java.util.List;

/**
 * Members who go through a programme together: a class. Described by the programme's file until a manager makes or
 * changes it at her desk, and by the desk from then on.
 */
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

    @Enumerated(EnumType.STRING)
    private Account.Gender openToGender;

    private String residentsOf;

    private boolean atDesk;

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
        openToGender = definition.openTo().gender();
        residentsOf = definition.openTo().residentsOf().isEmpty()
                ? null
                : String.join(" ", definition.openTo().residentsOf());
    }

    /** Takes the form that a manager describes; the programme's file changes it no more. */
    void becomeAtDesk(ProgrammeDefinition.Cohort definition) {
        become(definition);
        atDesk = true;
    }

    boolean isAtDesk() {
        return atDesk;
    }

    String slug() {
        return slug;
    }

    ProgrammeOutline.Cohort outline() {
        return new ProgrammeOutline.Cohort(id, slug, title, starts, ends, capacity,
                new OpenTo(openToGender, residentsOf == null ? List.of() : List.of(residentsOf.split(" "))));
    }
}
