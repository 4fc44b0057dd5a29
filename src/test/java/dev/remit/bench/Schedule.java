package dev.remit.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is to be done, one thing after the other, with a word on each and on how long is left. */
final class Schedule {

    /** Returns what came out, in a few words. */
    @FunctionalInterface
    interface Action {
        String run() throws BenchmarkFailed, InterruptedException;
    }

    private record Step(String what, Duration planned, Action action) {}

    private static final double SECONDS_PER_MINUTE = 60;

    private final PrintStream out;
    private final List<Step> steps = new ArrayList<>();

    Schedule(PrintStream out) {
        this.out = out;
    }

    /**
     * @param planned the part of its duration that is known beforehand; how much longer things take
     *     is learnt while they run
     */
    void add(String what, Duration planned, Action action) {
        steps.add(new Step(what, planned, action));
    }

    void run() throws BenchmarkFailed, InterruptedException {
        long began = System.nanoTime();
        double all = steps.stream().mapToDouble(step -> seconds(step.planned())).sum();
        double done = 0;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            double elapsed = (System.nanoTime() - began) / 1e9;
            double left = done == 0 ? all : (all - done) * elapsed / done;
            out.printf(
                    Locale.ROOT,
                    "%3d of %d, %s left: %s: ",
                    i + 1,
                    steps.size(),
                    duration(left),
                    step.what());
            out.flush();
            out.println(step.action().run());
            done += seconds(step.planned());
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    static String duration(double seconds) {
        return seconds < SECONDS_PER_MINUTE
                ? "%d s".formatted(Math.round(seconds))
                : "%d min".formatted(Math.round(seconds / SECONDS_PER_MINUTE));
    }
}
