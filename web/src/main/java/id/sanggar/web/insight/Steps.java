package id.sanggar.web.insight;

import id.sanggar.insight.Figure;
import id.sanggar.insight.Numbers;
import java.util.ArrayList;
import java.util.List;

/** The stages one below the other, each as long as so many reached it. */
final class Steps {

    private static final int WIDTH = 1000;

    /** Of fewer, a share says nothing. */
    private static final int FEW = 30;

    private Steps() {
    }

    /**
     * A stage.
     *
     * @param whole width of the bar of who reached it, in thousandths
     * @param part width of that of who is there now
     * @param goal where the target lies; null where there is none
     * @param kept of who reached the stage before; null at the first
     * @param worst the least of all were kept here
     */
    public record Step(String code, String title, Figure reached, Figure now, int whole, int part, Integer goal,
            Double kept, boolean worst, String days) {
    }

    /** @param days how long it takes to leave a stage, in words, by stage */
    static List<Step> of(List<Numbers.OfStage> stages, List<String> titles, List<String> days, int target) {
        long most = Math.max(1, Math.max(stages.get(0).reached().number(), target));
        int worst = worst(stages);
        var steps = new ArrayList<Step>();
        for (int at = 0; at < stages.size(); at++) {
            var stage = stages.get(at);
            long before = at == 0 ? 0 : stages.get(at - 1).reached().number();
            steps.add(new Step(stage.stage().code(), titles.get(at), stage.reached(), stage.now(),
                    wide(stage.reached().number(), most), wide(stage.now().number(), most),
                    at == 0 && target > 0 ? wide(target, most) : null,
                    before == 0 ? null : (double) stage.reached().number() / before, at == worst, days.get(at)));
        }
        return steps;
    }

    private static int worst(List<Numbers.OfStage> stages) {
        int worst = -1;
        double least = 1;
        for (int at = 1; at < stages.size(); at++) {
            long before = stages.get(at - 1).reached().number();
            double kept = before == 0 ? 1 : (double) stages.get(at).reached().number() / before;
            if (before >= FEW && kept < least) {
                least = kept;
                worst = at;
            }
        }
        return worst;
    }

    /** Whatever is not nothing can be seen. */
    private static int wide(long number, long most) {
        return number == 0 ? 0 : (int) Math.max(3, WIDTH * number / most);
    }
}
