package id.sanggar.authoring;

import static id.sanggar.authoring.SampleContent.empty;
import static id.sanggar.authoring.SampleContent.lessons;
import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.authoring.PublishImpact.Edition;
import id.sanggar.authoring.PublishImpact.Group;
import id.sanggar.authoring.PublishImpact.Outcome;
import id.sanggar.course.Transition;
import id.sanggar.learning.EditionMoving.Place;
import id.sanggar.learning.EditionMoving.Share;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishImpactTest {

    private static final CourseContent THREE = lessons("satu", "dua", "tiga").made();

    @Test
    void whoeverTouchedTheChangedActivityOrOneBehindItHasComeToTheChange() {
        var changed = empty().lesson("satu", "Teks satu.").lesson("dua", "Teks lain.").lesson("tiga", "Teks tiga.")
                .made();
        assertThat(PublishImpact.reached(THREE, changed)).containsExactly("dua", "tiga");
    }

    @Test
    void whatIsPutInBetweenLiesWhereTheNextThingWas() {
        assertThat(PublishImpact.reached(THREE, lessons("satu", "dua", "baru", "tiga").made()))
                .containsExactly("tiga");
        assertThat(PublishImpact.reached(THREE, lessons("baru", "satu", "dua", "tiga").made()))
                .containsExactly("satu", "dua", "tiga");
    }

    @Test
    void nobodyHasComeToWhatIsAppended() {
        assertThat(PublishImpact.reached(THREE, lessons("satu", "dua", "tiga", "empat").made())).isEmpty();
    }

    @Test
    void whatIsTakenOutOrMovedIsAChangeWhereItWas() {
        assertThat(PublishImpact.reached(THREE, lessons("satu", "tiga").made())).containsExactly("dua", "tiga");
        assertThat(PublishImpact.reached(THREE, lessons("satu", "tiga", "dua").made()))
                .containsExactly("dua", "tiga");
    }

    @Test
    void anotherTitleOfTheCourseIsNoChangeOneCanComeTo() {
        assertThat(PublishImpact.reached(THREE, lessons("satu", "dua", "tiga").titled("Lain", "Other").made()))
                .isEmpty();
    }

    @Test
    void everyChoiceSaysWhomItMovesAndWhomItAsksForMore() {
        var edition = Edition.of(1, THREE, lessons("satu", "dua", "baru", "tiga").made());
        assertThat(edition.asksMore()).isTrue();
        var impact = PublishImpact.of(Map.of(11L, edition), List.of(
                new Share(11, Place.NOT_BEGUN, false, 5), new Share(11, Place.BEFORE, false, 7),
                new Share(11, Place.PAST, false, 3), new Share(11, Place.COMPLETED, false, 9)));
        assertThat(impact.groups()).containsExactly(new Group(1, 5, 7, 3, 9));
        assertThat(impact.people()).isEqualTo(24);
        assertThat(impact.outcome(Transition.KEEP)).isEqualTo(new Outcome(0, 24, 0, 0));
        assertThat(impact.outcome(Transition.UNREACHED)).isEqualTo(new Outcome(12, 12, 7, 0));
        assertThat(impact.outcome(Transition.EVERYONE)).isEqualTo(new Outcome(24, 0, 10, 0));
    }

    @Test
    void whoHasNothingLeftToDoCompletesTheCourse() {
        var edition = Edition.of(2, THREE, lessons("satu", "dua").made());
        assertThat(edition.asksMore()).isFalse();
        var impact = PublishImpact.of(Map.of(12L, edition), List.of(
                new Share(12, Place.BEFORE, true, 4), new Share(12, Place.PAST, false, 1)));
        assertThat(impact.outcome(Transition.UNREACHED)).isEqualTo(new Outcome(4, 1, 0, 4));
        assertThat(impact.outcome(Transition.EVERYONE)).isEqualTo(new Outcome(5, 0, 0, 4));
    }
}
