package id.sanggar.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long something took each time it was done, in milliseconds, the shortest first.
 *
 * @param seconds from the first to the last
 * @param failed how often it was not done
 */
record Timing(List<Double> millis, double seconds, int failed) {

    Timing {
        millis = new ArrayList<>(millis);
        Collections.sort(millis);
        millis = List.copyOf(millis);
    }

    /** What is timed. */
    interface Act {
        void run() throws Exception;
    }

    /** One after the other, the first so many not counted. */
    static Timing of(int warmUp, int times, Act act) throws Exception {
        for (int time = 0; time < warmUp; time++) {
            act.run();
        }
        var began = System.nanoTime();
        var millis = new ArrayList<Double>();
        for (int time = 0; time < times; time++) {
            millis.add(once(act));
        }
        return new Timing(millis, (System.nanoTime() - began) / 1e9, 0);
    }

    /**
     * Many at the same time, each so often. What fails is counted and does not end it.
     *
     * @param pause of each after each act, in milliseconds; the first pause is a part of it, so that not all begin at
     *     once
     */
    static Timing together(List<? extends Act> acts, int times, long pause) throws Exception {
        var failed = new AtomicInteger();
        var workers = Executors.newFixedThreadPool(acts.size());
        try {
            var began = System.nanoTime();
            var each = new ArrayList<Callable<List<Double>>>();
            for (int number = 0; number < acts.size(); number++) {
                var act = acts.get(number);
                var first = pause * number / acts.size();
                each.add(() -> {
                    TimeUnit.MILLISECONDS.sleep(first);
                    var millis = new ArrayList<Double>();
                    for (int time = 0; time < times; time++) {
                        try {
                            millis.add(once(act));
                        } catch (IllegalStateException refused) {
                            failed.incrementAndGet();
                        }
                        TimeUnit.MILLISECONDS.sleep(pause);
                    }
                    return millis;
                });
            }
            var all = new ArrayList<Double>();
            for (var result : workers.invokeAll(each)) {
                all.addAll(result.get());
            }
            return new Timing(all, (System.nanoTime() - began) / 1e9, failed.get());
        } finally {
            workers.shutdownNow();
        }
    }

    private static double once(Act act) throws Exception {
        var began = System.nanoTime();
        act.run();
        return (System.nanoTime() - began) / 1e6;
    }

    double p50() {
        return quantile(0.5);
    }

    double p95() {
        return quantile(0.95);
    }

    double perSecond() {
        return millis.size() / seconds;
    }

    private double quantile(double share) {
        return millis.isEmpty() ? Double.NaN
                : millis.get(Math.min(millis.size() - 1, (int) Math.ceil(share * millis.size()) - 1));
    }
}
