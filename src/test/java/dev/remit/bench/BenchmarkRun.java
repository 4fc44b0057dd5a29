package dev.remit.bench;

import dev.remit.bench.RemitContender.Called;
import dev.remit.bench.RemitProgram.Instance;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is measured, in which order: those that are compared take turns within a round, every second
 * round the other way round, so that a machine that becomes slower or faster does so for all of
 * them.
 */
final class BenchmarkRun {

    private static final int SECONDS_PER_MINUTE = 60;

    private final BenchmarkOptions options;
    private final List<SqlContender> sql;
    private final List<RemitProgram> compared;
    private final List<RemitProgram> withoutFsync;
    private final PrintStream out = System.out;
    private final Results results = new Results();
    private final long began = System.nanoTime();

    /**
     * @param compared Remit, and the baseline if there is one
     * @param withoutFsync Remit on a database that does not wait for the disk, if there is one
     */
    BenchmarkRun(
            BenchmarkOptions options,
            List<SqlContender> sql,
            List<RemitProgram> compared,
            List<RemitProgram> withoutFsync) {
        this.options = options;
        this.sql = sql;
        this.compared = compared;
        this.withoutFsync = withoutFsync;
    }

    Results measure() throws InterruptedException {
        start();
        table();
        curve();
        oneCaller();
        if (options.instances()) {
            instances();
        }
        return results;
    }

    /** The first start of each creates its schema and is not counted. */
    private void start() throws InterruptedException {
        for (RemitProgram program : compared) {
            start(program, "start on an empty database").end();
        }
        for (int i = 1; i <= options.starts(); i++) {
            for (RemitProgram program : turns(compared, i)) {
                Instance instance = start(program, "start %d of %d".formatted(i, options.starts()));
                results.add(Results.START, program.name(), instance.startSeconds());
                results.add(Results.MEMORY_READY, program.name(), instance.residentMemory());
                instance.end();
            }
        }
        for (RemitProgram program : all()) {
            program.add();
        }
    }

    private Instance start(RemitProgram program, String what) throws InterruptedException {
        say(what + ", " + program.name());
        Instance instance = program.start();
        out.println("ready after " + Figures.number(instance.startSeconds()) + " s");
        return instance;
    }

    private List<RemitProgram> all() {
        List<RemitProgram> all = new ArrayList<>(compared);
        all.addAll(withoutFsync);
        return all;
    }

    private void table() throws InterruptedException {
        List<Contender> contenders = new ArrayList<>(sql);
        // A statement is as fast after a second as after a minute; a virtual machine is not.
        warmUp(options.accounts(), contenders, options.duration());
        List<Contender> services = remit(compared, options.callers(), Called.FIRST);
        warmUp(options.accounts(), services, options.warmUp());
        contenders.addAll(services);
        // As much as the others, though it is measured with one number of callers only.
        List<Contender> unsafe = remit(withoutFsync, options.callers(), Called.FIRST);
        warmUp(options.accounts(), unsafe, options.warmUp());
        contenders.addAll(remit(withoutFsync, mostCallers(), Called.FIRST));
        rounds("table", options.accounts(), contenders, results.table);
        for (RemitProgram program : compared) {
            Instance first = program.instances().getFirst();
            results.add(Results.MEMORY_LOADED, program.name(), first.residentMemory());
        }
    }

    private void curve() throws InterruptedException {
        List<Contender> contenders = new ArrayList<>(sql);
        contenders.addAll(remit(compared.subList(0, 1), mostCallers(), Called.FIRST));
        round("curve", options.curve(), contenders, options.curveDuration(), results.curve);
    }

    private void oneCaller() throws InterruptedException {
        List<Integer> sizes = options.accounts().subList(0, 1);
        rounds("one caller", sizes, remit(all(), List.of(1), Called.FIRST), results.oneCaller);
    }

    private void instances() throws InterruptedException {
        for (RemitProgram program : compared) {
            program.add();
        }
        // The first instance has served the whole table; what the second serves does not count.
        List<Contender> second = remit(compared, options.callers(), Called.SECOND);
        warmUp(options.accounts(), second, options.warmUp());
        List<Contender> contenders = remit(compared, options.callers(), Called.FIRST);
        contenders.addAll(remit(compared, options.callers(), Called.BOTH));
        warmUp(options.ends(), contenders, options.duration());
        rounds("instances", options.ends(), contenders, results.instances);
    }

    private List<Integer> mostCallers() {
        return List.of(options.mostCallers());
    }

    private static List<Contender> remit(
            List<RemitProgram> programs, List<Integer> callers, Called called) {
        List<Contender> contenders = new ArrayList<>();
        for (int each : callers) {
            programs.forEach(program -> contenders.add(new RemitContender(program, each, called)));
        }
        return contenders;
    }

    /** Every combination once. */
    private void warmUp(List<Integer> sizes, List<Contender> contenders, Duration duration)
            throws InterruptedException {
        for (int accounts : sizes) {
            for (Contender contender : contenders) {
                say(what("warm-up", accounts, contender));
                out.println(rate(contender.warmUp(accounts, duration)));
            }
        }
    }

    private void rounds(
            String phase, List<Integer> sizes, List<Contender> contenders, Rounds rounds)
            throws InterruptedException {
        for (int round = 1; round <= options.rounds(); round++) {
            String which = "%s, round %d of %d".formatted(phase, round, options.rounds());
            round(which, sizes, turns(contenders, round), options.duration(), rounds);
        }
    }

    private void round(
            String which,
            List<Integer> sizes,
            List<Contender> contenders,
            Duration duration,
            Rounds rounds)
            throws InterruptedException {
        for (int accounts : sizes) {
            for (Contender contender : contenders) {
                say(what(which, accounts, contender));
                Sample sample = contender.measure(accounts, duration);
                rounds.add(accounts, contender.name(), sample);
                out.println(summary(sample));
            }
        }
    }

    private static <T> List<T> turns(List<T> all, int round) {
        return round % 2 == 0 ? all.reversed() : all;
    }

    private void say(String what) {
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        out.printf("%2d:%02d ", seconds / SECONDS_PER_MINUTE, seconds % SECONDS_PER_MINUTE);
        out.print(what + ": ");
        out.flush();
    }

    private static String what(String phase, int accounts, Contender contender) {
        return "%s, %s accounts, %s".formatted(phase, Figures.count(accounts), contender.name());
    }

    private static String summary(Sample sample) {
        String failed = Figures.count(sample.failed()) + " not acknowledged";
        return rate(sample.perSecond()) + (sample.failed() == 0 ? "" : ", " + failed);
    }

    private static String rate(double perSecond) {
        return Figures.number(perSecond) + " transfers/s";
    }
}
