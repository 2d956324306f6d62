package id.sanggar.course;

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
import java.util.ArrayList;
import java.util.List;

/** A chapter of one version of a course. */
@Entity
class Section {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private CourseVersion version;

    private int position;

    private String slug;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "title_id"))
    @AttributeOverride(name = "en", column = @Column(name = "title_en"))
    private LocalizedText title;

    @OneToMany(mappedBy = "section", cascade = CascadeType.PERSIST)
    private List<Activity> activities = new ArrayList<>();

    protected Section() {
    }

    Section(CourseVersion version, int position, String slug, LocalizedText title) {
        this.version = version;
        this.position = position;
        this.slug = slug;
        this.title = title;
    }

    /**
     * @param positionInVersion from 1
     * @param bytes what opening it transfers
     */
    void add(NewCourseVersion.NewActivity content, int positionInVersion, int bytes) {
        activities.add(new Activity(version, this, positionInVersion, content, bytes));
    }
}
