package id.sanggar.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.sanggar.authoring.Outlining.Seen;
import id.sanggar.authoring.Outlining.Step;
import id.sanggar.course.ActivityKind;
import id.sanggar.course.CompletionRule;
import id.sanggar.learning.Classroom;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import id.sanggar.testing.Acting;
import id.sanggar.testing.InContainerTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A course from nothing, and its outline under the hands of several authors. */
class OutliningIT extends InContainerTest {

    @Inject
    private CourseCreation creation;

    @Inject
    private CourseSettings settings;

    @Inject
    private StudioCourses courses;

    @Inject
    private Outlining outlining;

    @Inject
    private DraftReading reading;

    @Inject
    private DraftContents contents;

    @Inject
    private Classroom classroom;

    private String organisation;

    private Acting iswan;

    private Acting wulan;

    @BeforeEach
    void twoAuthorsOfOneOrganisation() throws Exception {
        organisation = classroom.slug("lembaga");
        classroom.partner(organisation);
        iswan = classroom.author(organisation);
        wulan = classroom.author(organisation);
    }

    @Test
    void aCourseBeginsFromNothingFromATemplateOrFromACopy() throws Exception {
        var title = "Suhu " + classroom.slug("aman");
        var empty = create(title, "");
        assertThat(draft(empty).sections()).isEmpty();
        assertThat(draft(empty).basedOn()).isNull();
        assertThat(create(title, "")).as("the same title again").isEqualTo(empty + "-2");

        var full = create("Kursus " + title, "template:kursus-lengkap");
        assertThat(draft(full).activities()).hasSizeGreaterThan(8);
        var copy = create("Salinan " + title, "course:" + full);
        assertThat(content(copy)).usingRecursiveComparison()
                .ignoringFields("course.slug", "course.code", "course.title", "course.contentHash")
                .isEqualTo(content(full));
        assertThat(iswan.call(() -> courses.courses(title, 1)).items()).map(StudioCourse::slug)
                .containsExactlyInAnyOrder(empty, empty + "-2", full, copy);
        assertThat(trail(empty)).containsExactly("course.created");
    }

    @Test
    void aReservedWordIsNoAddressAndACodeIsOnlyOneCourses() throws Exception {
        assertThat(create("Media", "")).startsWith("media-");
        var code = draft(create("Kode " + classroom.slug("x"), "")).code();
        assertThatThrownBy(() -> iswan.call(() -> creation.create(Map.of("titleId", "Lain", "code", code))))
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.fields()).containsKey("code"));
        assertThatThrownBy(() -> iswan.call(() -> creation.create(Map.of("titleId", " ", "code", "a1"))))
                .isInstanceOfSatisfying(Invalid.class,
                        invalid -> assertThat(invalid.fields()).containsOnlyKeys("titleId", "code"));
        assertThatThrownBy(() -> create("Curian", "course:layanan-prima")).isInstanceOf(NotFound.class);
    }

    @Test
    void anOutlineIsBuiltMovedDuplicatedTakenOutAndPutBack() throws Exception {
        var course = create("Bangun " + classroom.slug("x"), "");
        act(iswan, course, seen -> outlining.addSection(course, "Satu", seen));
        act(iswan, course, seen -> outlining.addSection(course, "Dua", seen));
        act(iswan, course, seen -> outlining.addActivity(course, "satu", ActivityKind.LESSON, "Suhu", seen));
        act(iswan, course, seen -> outlining.addActivity(course, "satu", ActivityKind.QUIZ, "Kuis", seen));
        act(iswan, course, seen -> outlining.addActivity(course, "dua", ActivityKind.SHEET, "Lembar", seen));
        assertThat(order(course)).isEqualTo("satu:suhu,kuis;dua:lembar");
        assertThat(draft(course).activity("suhu").completion()).isEqualTo(CompletionRule.ACKNOWLEDGED);
        assertThat(draft(course).activity("kuis").completion()).isEqualTo(CompletionRule.PASSED);
        assertThat(draft(course).activity("kuis").quiz().questions()).isZero();

        act(iswan, course, seen -> outlining.step(course, "suhu", Step.DOWN, seen));
        act(iswan, course, seen -> outlining.step(course, "suhu", Step.DOWN, seen));
        assertThat(order(course)).isEqualTo("satu:kuis;dua:suhu,lembar");
        act(iswan, course, seen -> outlining.place(course, "lembar", "satu", "kuis", seen));
        act(iswan, course, seen -> outlining.stepSection(course, "dua", Step.UP, seen));
        assertThat(order(course)).isEqualTo("dua:suhu;satu:lembar,kuis");
        assertThat(act(iswan, course, seen -> outlining.duplicate(course, "kuis", seen)).slug()).isEqualTo("kuis-2");
        assertThat(draft(course).activity("kuis-2").title()).isEqualTo(new LocalizedText("Kuis (salinan)", ""));
        act(iswan, course, seen -> outlining.rename(course, "suhu", "Suhu", "Suhu aman", seen));
        assertThat(draft(course).activity("suhu").title().id()).isEqualTo("Suhu aman");

        act(iswan, course, seen -> outlining.takeOut(course, "kuis-2", seen));
        act(iswan, course, seen -> outlining.takeOutSection(course, "satu", seen));
        assertThat(order(course)).isEqualTo("dua:suhu");
        assertThat(iswan.call(() -> outlining.takenOut(course))).extracting(TakenOut::slug, TakenOut::activities)
                .containsExactly(tuple("satu", 2),
                        tuple("kuis-2", 0));
        act(iswan, course, seen -> outlining.putSectionBack(course, "satu", seen));
        assertThat(order(course)).isEqualTo("dua:suhu;satu:lembar,kuis");
        act(iswan, course, seen -> outlining.putBack(course, "kuis-2", seen));
        assertThat(order(course)).isEqualTo("dua:suhu;satu:lembar,kuis,kuis-2");
        assertThat(trail(course)).containsExactly("course.created", "draft.taken-out", "draft.taken-out",
                "draft.put-back", "draft.put-back");
    }

    @Test
    void whoSawAnOlderOutlineStillMovesWhatNobodyElseTouched() throws Exception {
        var course = create("Bersama " + classroom.slug("x"), "template:modul-singkat");
        var old = seen(iswan, course);
        act(wulan, course, seen -> outlining.addSection(course, "Baru", seen));
        var done = iswan.call(() -> outlining.step(course, "langkah-demi-langkah", Step.UP, old));
        assertThat(done.others()).isTrue();
        assertThat(order(course)).isEqualTo("belajar:langkah-demi-langkah,mengapa-ini-penting;"
                + "mencoba:coba-di-tempat-usaha,kuis-singkat;baru:");
    }

    @Test
    void whatSomebodyElseMovedOrTookOutIsRefusedAndNothingIsLost() throws Exception {
        var course = create("Tabrakan " + classroom.slug("x"), "template:modul-singkat");
        var old = seen(iswan, course);
        act(wulan, course, seen -> outlining.place(course, "kuis-singkat", "belajar", null, seen));
        act(wulan, course, seen -> outlining.takeOut(course, "langkah-demi-langkah", seen));
        var now = order(course);
        assertThatThrownBy(() -> iswan.call(() -> outlining.step(course, "kuis-singkat", Step.UP, old)))
                .isInstanceOf(Conflict.class).hasMessage("authoring.moved-meanwhile");
        assertThatThrownBy(() -> iswan.call(() -> outlining.rename(course, "langkah-demi-langkah",
                "Langkah demi langkah", "Langkah", old))).isInstanceOf(Conflict.class).hasMessage("authoring.gone");
        assertThat(order(course)).isEqualTo(now);
        iswan.call(() -> outlining.putBack(course, "langkah-demi-langkah", old));
        assertThat(draft(course).find("langkah-demi-langkah")).isPresent();
    }

    @Test
    void twoWhoRenameAtOnceAreToldAndTheSecondMayInsist() throws Exception {
        var course = create("Judul " + classroom.slug("x"), "template:modul-singkat");
        act(wulan, course, seen -> outlining.rename(course, "kuis-singkat", "Kuis singkat", "Uji diri", seen));
        var seen = seen(iswan, course);
        assertThatThrownBy(() -> iswan.call(() -> outlining.rename(course, "kuis-singkat", "Kuis singkat", "Tes kecil",
                seen))).isInstanceOf(Invalid.class);
        iswan.call(() -> outlining.rename(course, "kuis-singkat", "Uji diri", "Tes kecil", seen));
        assertThat(draft(course).activity("kuis-singkat").title().id()).isEqualTo("Tes kecil");
    }

    @Test
    void settingsOfTwoAuthorsAreJoinedFieldByField() throws Exception {
        var course = create("Atur " + classroom.slug("x"), "template:modul-singkat");
        var was = fields(course, "kuis-singkat");
        configure(wulan, course, "kuis-singkat", was, Map.of("minutes", "9"));
        configure(iswan, course, "kuis-singkat", was, Map.of("opensOn", "2026-12-03", "requires",
                "mengapa-ini-penting,tidak-ada"));
        var quiz = draft(course).activity("kuis-singkat");
        assertThat(quiz.minutes()).isEqualTo(9);
        assertThat(quiz.opensOn()).isEqualTo("2026-12-03");
        assertThat(quiz.requires()).containsExactly("mengapa-ini-penting");
        assertThatThrownBy(() -> configure(iswan, course, "kuis-singkat", was, Map.of("minutes", "7")))
                .isInstanceOfSatisfying(Invalid.class,
                        invalid -> assertThat(invalid.fields()).containsOnlyKeys("minutes"));
    }

    @Test
    void whatCannotBeIsRefusedFieldByField() throws Exception {
        var course = create("Salah " + classroom.slug("x"), "template:modul-singkat");
        var was = fields(course, "kuis-singkat");
        assertThatThrownBy(() -> configure(iswan, course, "kuis-singkat", was, Map.of("titleId", "", "minutes", "0",
                "completion", "ACKNOWLEDGED", "opensOn", "besok")))
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.fields())
                        .containsOnlyKeys("titleId", "minutes", "completion", "opensOn"));
        configure(iswan, course, "kuis-singkat", was, Map.of("requires", "mengapa-ini-penting"));
        assertThatThrownBy(() -> configure(iswan, course, "mengapa-ini-penting",
                fields(course, "mengapa-ini-penting"), Map.of("requires", "kuis-singkat")))
                .isInstanceOfSatisfying(Invalid.class,
                        invalid -> assertThat(invalid.fields()).containsOnlyKeys("requires"));
    }

    @Test
    void aCourseIsDescribedAndATopicInUseStays() throws Exception {
        var course = create("Keterangan " + classroom.slug("x"), "template:modul-singkat");
        change(course, Map.of("hours", "12", "level", "ADVANCED", "summaryId", "Singkat."),
                List.of(row("", "Menjelaskan")), List.of(row("", "Suhu aman"), row("", "Air")));
        var draft = draft(course);
        assertThat(draft.hours()).isEqualTo(12);
        assertThat(draft.outcomes()).containsExactly(new LocalizedText("Menjelaskan", ""));
        assertThat(draft.topics()).map(topic -> topic.slug()).containsExactly("suhu-aman", "air");
        configure(iswan, course, "kuis-singkat", fields(course, "kuis-singkat"), Map.of("topics", "suhu-aman"));
        assertThatThrownBy(() -> change(course, Map.of(), List.of(), List.of(row("air", "Air"))))
                .isInstanceOfSatisfying(Invalid.class,
                        invalid -> assertThat(invalid.fields()).containsOnlyKeys("topics"));
        change(course, Map.of(), List.of(), List.of(row("suhu-aman", "Suhu")));
        assertThat(draft(course).topics()).map(topic -> topic.title().id()).containsExactly("Suhu");
        assertThatThrownBy(() -> change(course, Map.of("hours", "0", "passMark", "101", "code", "a",
                "certificate", "tidak-ada", "titleId", "x".repeat(201)), List.of(), List.of(row("suhu-aman", "S"))))
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.fields())
                        .containsOnlyKeys("hours", "passMark", "code", "certificate", "titleId"));
    }

    @Test
    void anotherOrganisationsAuthorFindsNothing() throws Exception {
        var course = create("Milik " + classroom.slug("x"), "");
        var stranger = classroom.author("sekoper-cinta-jabar");
        var seen = seen(iswan, course);
        assertThatThrownBy(() -> stranger.call(() -> outlining.addSection(course, "X", seen)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> stranger.call(() -> outlining.takenOut(course))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> stranger.call(() -> settings.topics(course))).isInstanceOf(NotFound.class);
        assertThat(stranger.call(() -> courses.courses("Milik", 1)).items()).isEmpty();
    }

    @Test
    void twentyActsAtOnceAreAllCarriedOut() throws Exception {
        var course = create("Ramai " + classroom.slug("x"), "template:modul-singkat");
        var seen = seen(iswan, course);
        var acts = new ArrayList<Callable<Outlining.Done>>();
        for (var number = 0; number < 20; number++) {
            var author = number % 2 == 0 ? iswan : wulan;
            acts.add(() -> author.call(() -> outlining.addActivity(course, "belajar", ActivityKind.LESSON, "Sama",
                    seen)));
        }
        for (var act : classroom.together(acts)) {
            act.get();
        }
        assertThat(draft(course).activities()).hasSize(24).map(Draft.Activity::slug).doesNotHaveDuplicates();
    }

    private interface Act {
        Outlining.Done on(Seen seen) throws Exception;
    }

    private Outlining.Done act(Acting author, String course, Act act) throws Exception {
        var seen = seen(author, course);
        return author.call(() -> act.on(seen));
    }

    private Seen seen(Acting author, String course) throws Exception {
        var draft = author.call(() -> reading.draft(course));
        return new Seen(draft.revision(), author.call(() -> outlining.order(draft)));
    }

    private String order(String course) throws Exception {
        return draft(course).sections().stream().map(section -> section.slug() + ":" + section.activities().stream()
                .map(Draft.Activity::slug).collect(Collectors.joining(","))).collect(Collectors.joining(";"));
    }

    private String create(String title, String from) throws Exception {
        return iswan.call(() -> creation.create(Map.of("titleId", title, "from", from)));
    }

    private Draft draft(String course) throws Exception {
        return iswan.call(() -> reading.draft(course));
    }

    private CourseContent content(String course) throws Exception {
        var id = draft(course).courseId();
        return classroom.inTransaction(() -> contents.of(id));
    }

    private Map<String, String> fields(String course, String activity) throws Exception {
        var found = draft(course).activity(activity);
        return iswan.call(() -> outlining.settings(found));
    }

    private void configure(Acting author, String course, String activity, Map<String, String> was,
            Map<String, String> changed) throws Exception {
        var typed = new HashMap<>(was);
        typed.putAll(changed);
        var seen = seen(author, course);
        author.call(() -> outlining.configure(course, activity, was, typed, seen));
    }

    private void change(String course, Map<String, String> changed, List<CourseSettings.Row> outcomes,
            List<CourseSettings.Row> topics) throws Exception {
        var draft = draft(course);
        iswan.call(() -> {
            var was = settings.fields(draft);
            var typed = new HashMap<>(was);
            typed.putAll(changed);
            settings.change(course, was, typed, outcomes, topics);
            return null;
        });
    }

    private static CourseSettings.Row row(String slug, String id) {
        return new CourseSettings.Row(slug, id, "");
    }

    private List<String> trail(String course) throws Exception {
        return List.of(((String) classroom.read("""
                select string_agg(a.action, ' ' order by a.id) from audit_entry a where a.subject = ?""", course))
                .split(" "));
    }
}
