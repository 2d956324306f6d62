package id.sanggar.search;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.course.Audience;
import id.sanggar.learning.Classroom;
import id.sanggar.shared.LocalizedText;
import id.sanggar.testing.InContainerTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class SearchingIT extends InContainerTest {

    @Inject
    private Classroom classroom;

    @Inject
    private Searching searching;

    @Test
    void whatOpensOnALaterDayIsNotFoundBeforeThat() throws Exception {
        var course = classroom.slug("kursus");
        classroom.publish(course, Audience.PUBLIC, "satu", "dua@2999-12-03");

        var found = searching.search(new SearchRequest("pelajaran", course, DocumentKind.LESSON, null, 1),
                LocalizedText.INDONESIAN);

        assertThat(found.hits().items()).extracting(SearchResult.Hit::activity).containsExactly("satu");
        assertThat(found.kinds()).as("nor counted").containsEntry(DocumentKind.LESSON, 1L);
    }
}
