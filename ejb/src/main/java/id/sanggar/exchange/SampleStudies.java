package id.sanggar.exchange;

import id.sanggar.assessment.Attempting;
import id.sanggar.assessment.SampleAnswers;
import id.sanggar.course.Outline;
import id.sanggar.course.Outlines;
import id.sanggar.identity.Role;
import id.sanggar.learning.Studying;
import id.sanggar.shared.HouseClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Lets a person of the sample world learn as far as her profile says, through the use cases every learner uses. */
@ApplicationScoped
class SampleStudies {

    private static final int PRE_TEST = 50;
    private static final int SECTION_QUIZ = 80;
    private static final Duration SITTING = Duration.ofMinutes(5);

    @Inject
    private Outlines outlines;

    @Inject
    private Studying studying;

    @Inject
    private Attempting attempting;

    @Inject
    private SampleAnswers answers;

    /** Something to be done at a time that is not yet known. */
    private interface Act {
        void at(Instant time);
    }

    void study(long account, Collection<Long> courses, Profile profile, SampleTimes times) {
        if (profile == Profile.NEW) {
            return;
        }
        var acts = new ArrayList<Act>();
        courses.stream().map(outlines::publishedById).forEach(course -> acts.addAll(acts(account, course, profile)));
        for (var number = 1; number <= acts.size(); number++) {
            acts.get(number - 1).at(times.of(number, acts.size()));
        }
    }

    private List<Act> acts(long account, Outline course, Profile profile) {
        var acts = new ArrayList<Act>();
        var lessonsLeft = lessons(profile, course.lessons().size());
        for (var activity : course.required()) {
            if (activity.isLesson() && --lessonsLeft < 0) {
                break;
            }
            if (activity.isLesson()) {
                acts.add(time -> as(account, time, () -> studying.acknowledge(course.courseSlug(), activity.slug())));
            } else {
                quiz(account, course, activity.slug(), profile, acts);
            }
        }
        return acts;
    }

    /** How many of the lessons are done. */
    private static int lessons(Profile profile, int all) {
        return switch (profile) {
            case WAITING, NEW -> 0;
            case HALF_WAY -> all / 2;
            case TWO_LESSONS_LEFT -> all - 2;
            case FAILED_ONCE, READY, FINISHED -> all;
        };
    }

    private void quiz(long account, Outline course, String slug, Profile profile, List<Act> acts) {
        var quiz = as(account, null, () -> attempting.quiz(course.courseSlug(), slug)).quiz();
        var score = switch (quiz.purpose()) {
            case PRETEST -> PRE_TEST;
            case SECTION -> SECTION_QUIZ;
            case POSTTEST -> postTest(profile);
        };
        if (score > 0) {
            acts.add(time -> {
                var attempt = as(account, time, () -> attempting.start(course.courseSlug(), slug));
                as(account, time.plus(SITTING),
                        () -> attempting.submit(attempt, answers.of(attempt, score, quiz.passMark())));
            });
        }
    }

    /** The score of the post-test; 0: not begun. */
    private static int postTest(Profile profile) {
        return switch (profile) {
            case FAILED_ONCE -> 55;
            case READY -> 80;
            case FINISHED -> 90;
            default -> 0;
        };
    }

    private static <T> T as(long account, Instant time, Supplier<T> act) {
        return Acting.as(account, Role.LEARNER, time == null ? act : () -> HouseClock.at(time, act));
    }
}
