package id.sanggar.benchmark;

import id.sanggar.testing.OwnServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * What the stages of a piece of work take on a server that does nothing else: seconds on the clock, and of processor
 * time in the server and in the database, for the machine may have other work. Prints a table for
 * {@code docs/performance.md}.
 */
public final class Stages {

    private final OwnServer server;
    private final List<Stage> measured = new ArrayList<>();
    private final List<Long> answers = new ArrayList<>();

    public Stages(OwnServer server) {
        this.server = server;
    }

    /** In seconds. */
    public record Stage(String name, double clock, double inServer, double inDatabase) {

        /** All of several. */
        public static Stage together(String name, List<Stage> stages) {
            return new Stage(name, sum(stages, Stage::clock), sum(stages, Stage::inServer),
                    sum(stages, Stage::inDatabase));
        }

        private static double sum(List<Stage> stages, ToDoubleFunction<Stage> seconds) {
            return stages.stream().mapToDouble(seconds).sum();
        }
    }

    /** What is measured. */
    public interface Work {
        void run() throws Exception;
    }

    /** Measures a stage that is to stand in the table. */
    public void measure(String name, Work work) throws Exception {
        measured.add(measured(name, work));
    }

    /** Measures a part of a stage. */
    public Stage measured(String name, Work work) throws Exception {
        double inServer = ProcessorTime.of(server.process());
        double inDatabase = ProcessorTime.of(server.postmaster());
        var millis = millis(work);
        print("%s: %.1f s", name, millis / 1e3);
        return new Stage(name, millis / 1e3, ProcessorTime.of(server.process()) - inServer,
                ProcessorTime.of(server.postmaster()) - inDatabase);
    }

    /** Asks how far the work is, as its page does meanwhile. */
    public void ask(Work progress) throws Exception {
        answers.add(millis(progress));
    }

    /** All that was measured so far. */
    public List<Stage> all() {
        return List.copyOf(measured);
    }

    public void add(Stage stage) {
        measured.add(stage);
    }

    /** @param many things, each of which every stage has dealt with */
    public void printTable(int many, String things) {
        print("| %,d %s | seconds | CPU seconds, server | database | µs of CPU each |", many, things);
        print("|---|---:|---:|---:|---:|");
        for (var stage : measured) {
            print("| %s | %.1f | %.1f | %.1f | %.0f |", stage.name, stage.clock, stage.inServer, stage.inDatabase,
                    1e6 * (stage.inServer + stage.inDatabase) / many);
        }
    }

    public void printAnswers() {
        Collections.sort(answers);
        print("progress asked %d times meanwhile: median %d ms, slowest %d ms", answers.size(),
                answers.get(answers.size() / 2), answers.get(answers.size() - 1));
    }

    public static long millis(Work work) throws Exception {
        var began = System.nanoTime();
        work.run();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    public static void print(String line, Object... figures) {
        System.out.println(String.format(Locale.ROOT, line, figures));
    }
}
