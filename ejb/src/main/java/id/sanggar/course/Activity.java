package id.sanggar.course;

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
import org.hibernate.annotations.ColumnTransformer;

/**
 * A lesson, a quiz or a working sheet of one version. What a learner did is kept by its slug, so that it counts in the
 * next version too.
 */
@Entity
class Activity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private CourseVersion version;

    @ManyToOne(fetch = FetchType.LAZY)
    private Section section;

    private int position;

    private String slug;

    @Enumerated(EnumType.STRING)
    private ActivityKind kind;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "title_id"))
    @AttributeOverride(name = "en", column = @Column(name = "title_en"))
    private LocalizedText title;

    private int minutes;

    @Enumerated(EnumType.STRING)
    private CompletionRule completion;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "cast(? as jsonb)")
    private String topics;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "cast(? as jsonb)")
    private String outcomes;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "cast(? as jsonb)")
    private String requires;

    private LocalDate opensOn;

    private int bytes;

    private String body;

    private String mediaName;

    protected Activity() {
    }

    Activity(CourseVersion version, Section section, int position, NewCourseVersion.NewActivity content, int bytes) {
        this.version = version;
        this.section = section;
        this.position = position;
        this.slug = content.slug();
        this.kind = content.kind();
        this.title = content.title();
        this.minutes = content.minutes();
        this.completion = content.completion();
        this.topics = CourseJson.ofStrings(content.topics());
        this.outcomes = CourseJson.ofStrings(content.outcomes());
        this.requires = CourseJson.ofStrings(content.requires());
        this.opensOn = content.opensOn();
        this.bytes = bytes;
        this.body = content.body();
        this.mediaName = content.mediaName();
    }
}
