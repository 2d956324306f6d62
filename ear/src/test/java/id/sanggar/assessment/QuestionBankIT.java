package id.sanggar.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.course.CompletionRule;
import id.sanggar.course.Outline;
import id.sanggar.learning.Classroom;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.NotFound;
import id.sanggar.testing.Acting;
import id.sanggar.testing.InContainerTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions on their way from a draft to a quiz, and many of them at once. */
class QuestionBankIT extends InContainerTest {

    @Inject
    private BankReading reading;

    @Inject
    private QuestionEditing editing;

    @Inject
    private BulkEditing bulk;

    @Inject
    private QuestionBank bank;

    @Inject
    private GradingSchool school;

    @Inject
    private Classroom classroom;

    private Outline course;

    private Acting author;

    private String owner;

    @BeforeEach
    void aCourseWithABank() throws Exception {
        course = school.course(CompletionRule.SUBMITTED, QuizRules.USUAL);
        author = school.grader();
        owner = "course:" + course.courseSlug();
    }

    private static QuestionForm form(String title, String prompt) {
        var form = QuestionForm.from(QuestionType.TRUE_FALSE, Map.of("title", title, "prompt", prompt, "topic", "suhu",
                "difficulty", "EASY", "truth", "true", "general", "CPPB-IRT."));
        form.act("none");
        return form;
    }

    private UUID written(String title, String prompt, QuestionState state) throws Exception {
        return author.call(() -> editing.create(owner, form(title, prompt), null, state));
    }

    private List<QuestionDefinition> newest() {
        return bank.newest(course.courseId());
    }

    @Test
    void whatIsReadyIsAskedUntilWhatFollowsItIsReadyToo() throws Exception {
        var code = written("Kulkas", "Kulkas 4 derajat itu aman.", QuestionState.READY);
        author.call(() -> {
            editing.save(code, 1, form("Kulkas", "Kulkas di bawah 5 derajat itu aman."), null, QuestionState.DRAFT);
            return null;
        });

        assertThat(newest()).filteredOn(question -> question.title().equals("Kulkas")).singleElement()
                .satisfies(asked -> assertThat(asked.body().prompt()).isEqualTo("Kulkas 4 derajat itu aman."));
        var page = author.call(() -> reading.question(code));
        assertThat(page.row().state()).isEqualTo(QuestionState.DRAFT);
        assertThat(page.row().asked()).isEqualTo(1);

        author.call(() -> {
            editing.move(code, QuestionState.IN_REVIEW);
            editing.move(code, QuestionState.READY);
            return null;
        });

        assertThat(newest()).filteredOn(question -> question.title().equals("Kulkas")).singleElement()
                .satisfies(asked -> assertThat(asked.body().prompt()).startsWith("Kulkas di bawah"));
        assertThat(author.call(() -> reading.question(code)).versions().get(0).changes())
                .extracting(QuestionPage.Change::state)
                .containsExactly(QuestionState.DRAFT, QuestionState.IN_REVIEW, QuestionState.READY);

        author.call(() -> {
            editing.move(code, QuestionState.RETIRED);
            return null;
        });
        assertThat(newest()).noneMatch(question -> question.title().equals("Kulkas"));
    }

    @Test
    void whatWasNeverReadyIsInAPackButNotAsked() throws Exception {
        written("Draf saja", "Ini masih draf.", QuestionState.DRAFT);

        assertThat(newest()).filteredOn(question -> question.title().equals("Draf saja")).singleElement()
                .satisfies(draft -> assertThat(draft.isReady()).isFalse());
        assertThat(bank.choices(course.courseId())).filteredOn(choice -> choice.title().equals("Draf saja"))
                .singleElement().satisfies(choice -> assertThat(choice.ready()).isFalse());
    }

    @Test
    void whoSavesOnTopOfAnothersVersionIsTold() throws Exception {
        var code = written("Dua penulis", "Satu.", QuestionState.DRAFT);
        author.call(() -> {
            editing.save(code, 1, form("Dua penulis", "Dua."), null, QuestionState.DRAFT);
            return null;
        });

        assertThatThrownBy(() -> author.call(() -> {
            editing.save(code, 1, form("Dua penulis", "Tiga."), null, QuestionState.DRAFT);
            return null;
        })).isInstanceOf(Conflict.class);
        assertThat(author.call(() -> reading.question(code)).versions()).hasSize(2);
    }

    @Test
    void anotherOrganisationFindsNothing() throws Exception {
        var code = written("Rahasia", "Soal kami.", QuestionState.READY);
        var stranger = classroom.author(classroom.slug("lembaga-lain"));

        assertThatThrownBy(() -> stranger.call(() -> reading.question(code))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> stranger.call(() -> editing.duplicate(code))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> stranger.call(() -> editing.create(owner, form("x", "y"), null,
                QuestionState.DRAFT))).isInstanceOf(NotFound.class);
        assertThat(stranger.call(() -> reading.list(filter("owner", owner), 1, 25)).total()).isZero();
    }

    private static BankFilter filter(String... pairs) {
        var map = new HashMap<String, String>();
        for (int pair = 0; pair < pairs.length; pair += 2) {
            map.put(pairs[pair], pairs[pair + 1]);
        }
        return BankFilter.from(map);
    }

    @Test
    void manyAreChangedAtOnceAndOnlyAsManyAsWereNamed() throws Exception {
        for (int n = 0; n < 7; n++) {
            written("Banyak " + n, "Pernyataan nomor " + n, QuestionState.READY);
        }
        var all = filter("owner", owner, "topic", "suhu", "q", "Banyak");
        var tag = new BulkChange(BulkChange.What.ADD_TAG, "Musim Hujan", all, List.of());

        assertThat(author.call(() -> bulk.count(tag))).isEqualTo(7);
        assertThatThrownBy(() -> author.call(() -> {
            bulk.apply(tag, 6);
            return null;
        })).isInstanceOf(Conflict.class);
        author.call(() -> {
            bulk.apply(tag, 7);
            return null;
        });

        assertThat(author.call(() -> reading.list(filter("owner", owner, "tag", "musim-hujan"), 1, 25)).items())
                .hasSize(7)
                .allSatisfy(row -> {
                    assertThat(row.number()).isEqualTo(2);
                    assertThat(row.asked()).isEqualTo(2);
                });
        assertThat(author.call(() -> bulk.count(tag))).isZero();
        var topic = new BulkChange(BulkChange.What.TOPIC, "penyimpanan", all, List.of());
        author.call(() -> {
            bulk.apply(topic, 7);
            return null;
        });
        assertThat(author.call(() -> reading.list(filter("owner", owner, "topic", "penyimpanan"), 1, 3)))
                .satisfies(page -> {
                    assertThat(page.total()).isEqualTo(7);
                    assertThat(page.items()).hasSize(3);
                });
    }

    @Test
    void questionsThatSayTheSameAreFound() throws Exception {
        written("Asli", "Ikan cakalang segar disimpan di bawah lima derajat Celsius.", QuestionState.READY);
        written("Salinan", "Ikan cakalang segar disimpan dibawah lima derajat celsius!", QuestionState.DRAFT);

        assertThat(author.call(() -> reading.twins(filter("owner", owner)))).singleElement().satisfies(twins -> {
            assertThat(List.of(twins.one().title(), twins.other().title()))
                    .containsExactlyInAnyOrder("Asli", "Salinan");
            assertThat(twins.percent()).isGreaterThan(90);
        });
    }

    @Test
    void aQuestionIsFiledDuplicatedAndCopiedIntoTheOrganisationsBank() throws Exception {
        var code = written("Berkas", "Masuk kategori.", QuestionState.READY);
        var organisation = author.call(() -> reading.question(code)).row().owner().organisation();
        author.call(() -> {
            editing.addCategory(owner, null, "Suhu");
            editing.addCategory(owner, reading.categories(owner).get(0).id(), "Kulkas");
            return null;
        });
        var inner = author.call(() -> reading.categories(owner)).get(1);
        author.call(() -> {
            editing.save(code, 1, form("Berkas", "Masuk kategori."), inner.id(), QuestionState.READY);
            return null;
        });
        var copy = author.call(() -> editing.copyInto(code, "organisation:" + organisation));

        assertThat(newest()).filteredOn(question -> question.title().equals("Berkas")).singleElement()
                .satisfies(filed -> assertThat(filed.category()).containsExactly("Suhu", "Kulkas"));
        assertThat(author.call(() -> reading.question(copy)).row()).satisfies(row -> {
            assertThat(row.owner().isCourse()).isFalse();
            assertThat(row.state()).isEqualTo(QuestionState.READY);
        });
        assertThat(author.call(() -> reading.question(code)).copies()).hasSize(1);
        assertThat(author.call(() -> editing.duplicate(code))).isNotEqualTo(code);
    }
}
