package dev.remit.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is measured, in which order: those that are compared take turns within a round, so that a
 * machine that becomes slower becomes slower for all of them.
 */
final class BenchmarkPlan {

    /** About what a start takes. */
    private static final Duration START = Duration.ofSeconds(4);

    private static final String MEMORY_READY = "resident memory when ready";
    private static final String MEMORY_LOADED = "resident memory after the table";

    private final BenchmarkOptions options;
    private final BenchmarkDatabase database;
    private final AtExit atExit;
    private final Schedule schedule;
    private final Results results;
    private final CpuClock clock;
    private final List<RemitProcess> instances = new ArrayList<>();

    BenchmarkPlan(
            BenchmarkOptions options,
            BenchmarkDatabase database,
            AtExit atExit,
            Schedule schedule,
            Results results,
            CpuClock clock) {
        this.options = options;
        this.database = database;
        this.atExit = atExit;
        this.schedule = schedule;
        this.results = results;
        this.clock = clock;
    }

    /** Puts everything on the schedule. */
    void add(SqlContender tutorial, BestStatement best) {
        List<Contender> contenders = new ArrayList<>(List.of(tutorial, best));
        for (int callers : options.callers()) {
            contenders.add(remit(Names.remit(callers), 1, callers));
        }
        addStarts();
        addWarmUp(contenders, best);
        for (int round = 1; round <= options.rounds(); round++) {
            addRound(
                    "round %d of %d".formatted(round, options.rounds()),
                    options.accounts(),
                    contenders,
                    options.duration(),
                    results.table);
        }
        schedule.add("memory", Duration.ZERO, () -> memory(MEMORY_LOADED, instances.getFirst()));
        addRound(
                "curve",
                options.curve(),
                List.of(tutorial, best, contenders.getLast()),
                options.curveDuration(),
                results.curve);
        if (options.instances()) {
            addInstances();
        }
    }

    private Contender remit(String name, int count, int callers) {
        return new RemitContender(name, () -> instances.subList(0, count), callers, clock);
    }

    /** The first start creates the schema and is not counted. */
    private void addStarts() {
        schedule.add("start on an empty database", START, () -> started(start("first"), true));
        for (int i = 1; i <= options.starts(); i++) {
            String name = "start-" + i;
            schedule.add(
                    "cold start %d of %d".formatted(i, options.starts()),
                    START,
                    () -> {
                        RemitProcess service = start(name);
                        results.starts.add(seconds(service.startTime()));
                        memory(MEMORY_READY, service);
                        return started(service, true);
                    });
        }
        schedule.add("start for the measurements", START, () -> started(keep("service"), false));
    }

    private RemitProcess start(String name) throws BenchmarkFailed, InterruptedException {
        return RemitProcess.start(name, options, database, atExit);
    }

    private RemitProcess keep(String name) throws BenchmarkFailed, InterruptedException {
        RemitProcess service = start(name);
        instances.add(service);
        return service;
    }

    private static String started(RemitProcess service, boolean end) {
        if (end) {
            service.close();
        }
        return "ready after " + Figures.number(seconds(service.startTime())) + " s";
    }

    private String memory(String when, RemitProcess service) {
        double mebibytes = ResidentMemory.of(service.handle());
        results.memory.computeIfAbsent(when, none -> new ArrayList<>()).add(mebibytes);
        return Figures.number(mebibytes) + " MiB";
    }

    /** Every combination once, so that compilers and caches are done; finds the best statement. */
    private void addWarmUp(List<Contender> contenders, BestStatement best) {
        for (int accounts : options.accounts()) {
            for (Contender contender : contenders) {
                if (contender == best) {
                    schedule.add(
                            what("warm-up", accounts, "statements for " + best.name()),
                            options.warmUp().multipliedBy(best.candidates()),
                            () -> rate(best.choose(accounts, options.warmUp())));
                } else {
                    schedule.add(
                            what("warm-up", accounts, contender.name()),
                            options.warmUp(),
                            () -> rate(contender.measure(accounts, options.warmUp()).perSecond()));
                }
            }
        }
    }

    private void addRound(
            String name,
            List<Integer> sizes,
            List<Contender> contenders,
            Duration duration,
            Rounds rounds) {
        for (int accounts : sizes) {
            for (Contender contender : contenders) {
                schedule.add(
                        what(name, accounts, contender.name()),
                        duration,
                        () -> {
                            Sample sample = contender.measure(accounts, duration);
                            rounds.add(accounts, contender.name(), sample);
                            return summary(sample);
                        });
            }
        }
    }

    private void addInstances() {
        schedule.add("start of a second instance", START, () -> started(keep("second"), false));
        List<Contender> both =
                List.of(
                        remit(Names.ONE_INSTANCE, 1, options.mostCallers()),
                        remit(Names.TWO_INSTANCES, 2, options.mostCallers()));
        List<Integer> ends = List.of(options.accounts().getFirst(), options.accounts().getLast());
        addCatchingUp(both.getLast());
        for (int round = 1; round <= 2 * options.rounds(); round++) {
            // A machine that becomes faster all the time would favour whoever comes last.
            addRound(
                    "instances, round %d of %d".formatted(round, 2 * options.rounds()),
                    ends.stream().distinct().toList(),
                    round % 2 == 0 ? both.reversed() : both,
                    options.duration(),
                    results.instances);
        }
    }

    /**
     * The first instance has served the whole table; the compilers of the second have seen nothing
     * yet.
     */
    private void addCatchingUp(Contender both) {
        Contender second =
                new RemitContender(
                        Names.SECOND_INSTANCE,
                        () -> instances.subList(1, 2),
                        options.mostCallers(),
                        clock);
        for (int round = 1; round <= options.rounds(); round++) {
            for (Contender contender : List.of(second, both)) {
                for (int accounts : options.accounts()) {
                    schedule.add(
                            what("warm-up", accounts, contender.name()),
                            options.duration(),
                            () ->
                                    rate(
                                            contender
                                                    .measure(accounts, options.duration())
                                                    .perSecond()));
                }
            }
        }
    }

    private static String what(String phase, int accounts, String contender) {
        return "%s, %s accounts, %s".formatted(phase, Figures.count(accounts), contender);
    }

    private static String summary(Sample sample) {
        return sample.failed() == 0
                ? rate(sample.perSecond())
                : rate(sample.perSecond())
                        + String.format(Locale.ROOT, ", %,d not acknowledged", sample.failed());
    }

    private static String rate(double perSecond) {
        return Figures.number(perSecond) + " transfers/s";
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
