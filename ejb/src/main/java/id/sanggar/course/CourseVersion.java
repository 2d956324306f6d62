package id.sanggar.course;

import id.sanggar.shared.LocalizedText;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.ColumnTransformer;

/**
 * What a course was at one time: its description, sections and activities. Drafted whole, published, and never changed
 * afterwards; a later version takes its place.
 */
@Entity
class CourseVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long courseId;

    private int number;

    private String contentHash;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "title_id"))
    @AttributeOverride(name = "en", column = @Column(name = "title_en"))
    private LocalizedText title;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "summary_id"))
    @AttributeOverride(name = "en", column = @Column(name = "summary_en"))
    private LocalizedText summary;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "cast(? as jsonb)")
    private String outcomes;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "cast(? as jsonb)")
    private String topics;

    @Enumerated(EnumType.STRING)
    private Level level;

    private int hours;

    private int passMark;

    private String certificateTemplate;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    private Instant publishedAt;

    @OneToMany(mappedBy = "version", cascade = CascadeType.PERSIST)
    private List<Section> sections = new ArrayList<>();

    protected CourseVersion() {
    }

    CourseVersion(long courseId, int number, NewCourseVersion content, Origin origin, Instant now) {
        this.courseId = courseId;
        this.number = number;
        this.contentHash = content.contentHash();
        this.title = content.title();
        this.summary = content.summary();
        this.outcomes = CourseJson.ofTexts(content.outcomes());
        this.topics = CourseJson.ofTopics(content.topics());
        this.level = content.level();
        this.hours = content.hours();
        this.passMark = content.passMark();
        this.certificateTemplate = content.certificateTemplate();
        this.origin = origin;
        this.publishedAt = now;
    }

    Section addSection(String slug, LocalizedText sectionTitle) {
        var section = new Section(this, sections.size() + 1, slug, sectionTitle);
        sections.add(section);
        return section;
    }

    Long id() {
        return id;
    }

    long courseId() {
        return courseId;
    }

    int number() {
        return number;
    }

    Origin origin() {
        return origin;
    }

    String contentHash() {
        return contentHash;
    }
}
