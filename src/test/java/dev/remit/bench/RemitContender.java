package dev.remit.bench;

import dev.remit.bench.RemitProgram.Instance;
import dev.remit.load.BookResult;
import dev.remit.load.LoadOptions;
import dev.remit.load.LoadRun;
import dev.remit.load.TrafficResult;
import dev.remit.load.TrafficResult.Latency;
import dev.remit.load.UnreachableException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Remit over HTTP, driven by its own load generator from this process; its books are checked.
 *
 * @param callers of all instances together
 * @param called which of the instances
 */
record RemitContender(RemitProgram program, int callers, Called called) implements Contender {

    enum Called {
        FIRST(""),
        SECOND(", the second instance"),
        BOTH(", two instances");

        private final String suffix;

        Called(String suffix) {
            this.suffix = suffix;
        }

        private List<Instance> of(RemitProgram program) {
            List<Instance> all = program.instances();
            return switch (this) {
                case FIRST -> List.of(all.getFirst());
                case SECOND -> List.of(all.get(1));
                case BOTH -> all;
            };
        }
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Override
    public String name() {
        String number = callers == 1 ? "1 caller" : Figures.count(callers) + " callers";
        return program.name() + ", " + number + called.suffix;
    }

    /**
     * @param name of a contender with one instance
     */
    static String onTwo(String name) {
        return name + Called.BOTH.suffix;
    }

    static boolean isOnTwo(String name) {
        return name.endsWith(Called.BOTH.suffix);
    }

    @Override
    public Sample measure(int accounts, Duration duration) throws InterruptedException {
        List<Instance> instances = called.of(program);
        List<URI> urls = instances.stream().map(Instance::url).toList();
        long seed = ThreadLocalRandom.current().nextLong();
        LoadOptions options =
                new LoadOptions(
                        urls, accounts, callers, Duration.ZERO, duration, 0, 0, seed, TIMEOUT);
        try (LoadRun run = LoadRun.silent(options)) {
            run.openAccounts();
            CpuTime before = cpu(instances);
            TrafficResult traffic = run.sendTransfers();
            CpuTime after = cpu(instances);
            requireBalanced(run.checkBooks());
            return new Sample(
                    traffic.perSecond(),
                    traffic.latency().p50(),
                    traffic.latency().p99(),
                    traffic.latencyByUrl().stream().map(Latency::p99).toList(),
                    0,
                    failures(traffic),
                    after.perTransfer(traffic.acknowledged(), before));
        } catch (UnreachableException e) {
            throw new IllegalStateException(name() + ": " + e.getMessage(), e);
        }
    }

    private CpuTime cpu(List<Instance> instances) {
        return CpuTime.read(
                instances.stream().map(each -> each.process().toHandle()).toList(),
                program.database().process());
    }

    /** No figure of a service that loses money is worth printing. */
    private void requireBalanced(BookResult books) {
        if (!books.balanced()) {
            throw new IllegalStateException(
                    "%s: the books are wrong in %d places, the first: %s"
                            .formatted(name(), books.faults(), books.findings().getFirst()));
        }
    }

    private static Map<String, Long> failures(TrafficResult traffic) {
        Map<String, Long> failures = new HashMap<>(traffic.problems());
        if (traffic.connectionErrors() > 0) {
            failures.put("connection error", traffic.connectionErrors());
        }
        if (traffic.timeouts() > 0) {
            failures.put("timeout", traffic.timeouts());
        }
        return failures;
    }
}
