package id.sanggar.search;

import id.sanggar.search.analysis.Analysis;
import id.sanggar.shared.LocalizedText;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;

/**
 * Something that can be found: a course, a section, a lesson, a topic of its questions or the text of a sheet. Written
 * anew whenever a version of its course is published; the index follows by itself.
 */
@Entity
@Indexed(index = "documents")
class SearchDocument {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @GenericField(aggregable = Aggregable.YES, projectable = Projectable.YES)
    private Long courseId;

    @Enumerated(EnumType.STRING)
    @KeywordField(aggregable = Aggregable.YES, projectable = Projectable.YES)
    private DocumentKind kind;

    private String slug;

    @KeywordField(projectable = Projectable.YES)
    private String target;

    @KeywordField(aggregable = Aggregable.YES, projectable = Projectable.YES)
    private String language;

    @FullTextField(analyzer = Analysis.INDONESIAN, searchAnalyzer = Analysis.INDONESIAN_QUERY)
    @FullTextField(name = "titleStart", analyzer = Analysis.START_OF_WORDS, searchAnalyzer = Analysis.PLAIN)
    @FullTextField(name = "words", analyzer = Analysis.PLAIN)
    private String title;

    @FullTextField(analyzer = Analysis.ENGLISH, searchAnalyzer = Analysis.ENGLISH_QUERY)
    @FullTextField(name = "titleEnStart", analyzer = Analysis.START_OF_WORDS, searchAnalyzer = Analysis.PLAIN)
    private String titleEn;

    @FullTextField(analyzer = Analysis.INDONESIAN, searchAnalyzer = Analysis.INDONESIAN_QUERY)
    @FullTextField(name = "bodyWords", analyzer = Analysis.PLAIN)
    private String body;

    @FullTextField(analyzer = Analysis.ENGLISH, searchAnalyzer = Analysis.ENGLISH_QUERY)
    private String bodyEn;

    protected SearchDocument() {
    }

    /** @param target slug of the activity to open; null: the course page */
    SearchDocument(long courseId, DocumentKind kind, String slug, String target, String language, LocalizedText title,
            LocalizedText body) {
        this.courseId = courseId;
        this.kind = kind;
        this.slug = slug;
        this.target = target;
        this.language = language;
        this.title = title.id();
        this.titleEn = title.en();
        this.body = body.id();
        this.bodyEn = body.en();
    }

    LocalizedText title() {
        return new LocalizedText(title, titleEn);
    }

    LocalizedText body() {
        return new LocalizedText(body, bodyEn);
    }
}
