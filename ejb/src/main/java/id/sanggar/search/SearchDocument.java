package id.sanggar.search;

import id.sanggar.search.analysis.Analysis;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Highlightable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;

/**
 * Something that can be found: a course, a section, a lesson, a topic of its questions or the text of a file. Written
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

    @KeywordField(projectable = Projectable.YES)
    private String slug;

    @KeywordField(projectable = Projectable.YES)
    private String target;

    @KeywordField(aggregable = Aggregable.YES, projectable = Projectable.YES)
    private String language;

    @FullTextField(analyzer = Analysis.INDONESIAN, searchAnalyzer = Analysis.INDONESIAN_QUERY,
            projectable = Projectable.YES, highlightable = Highlightable.UNIFIED)
    @FullTextField(name = "titleEn", analyzer = Analysis.ENGLISH, searchAnalyzer = Analysis.ENGLISH_QUERY)
    @FullTextField(name = "titleStart", analyzer = Analysis.START_OF_WORDS, searchAnalyzer = Analysis.PLAIN)
    @FullTextField(name = "titleWords", analyzer = Analysis.PLAIN)
    private String title;

    @FullTextField(analyzer = Analysis.INDONESIAN, searchAnalyzer = Analysis.INDONESIAN_QUERY,
            projectable = Projectable.YES, highlightable = Highlightable.UNIFIED)
    @FullTextField(name = "bodyEn", analyzer = Analysis.ENGLISH, searchAnalyzer = Analysis.ENGLISH_QUERY)
    @FullTextField(name = "bodyWords", analyzer = Analysis.PLAIN)
    private String body;

    protected SearchDocument() {
    }

    SearchDocument(long courseId, DocumentKind kind, String slug, String target, String language, String title,
            String body) {
        this.courseId = courseId;
        this.kind = kind;
        this.slug = slug;
        this.target = target;
        this.language = language;
        this.title = title;
        this.body = body;
    }
}
