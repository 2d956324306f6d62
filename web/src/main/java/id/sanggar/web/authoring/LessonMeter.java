package id.sanggar.web.authoring;

import id.sanggar.course.LessonPreview.Weight;
import id.sanggar.web.shared.Texts;
import java.text.NumberFormat;

/** Says what a lesson costs a learner on prepaid data. */
final class LessonMeter {

    private LessonMeter() {
    }

    static String of(Weight weight, Texts text) {
        var seconds = NumberFormat.getNumberInstance(text.locale());
        seconds.setMaximumFractionDigits(1);
        seconds.setMinimumFractionDigits(1);
        return text.of("authoring.lesson-weight", text.size(weight.bytes()), weight.requests(),
                seconds.format(weight.seconds())) + ' '
                + text.of(weight.isWithinBudget() ? "authoring.lesson-within" : "authoring.lesson-over",
                        text.size(weight.budget()));
    }
}
