package dev.remit.bench;

import dev.remit.load.BookResult;
import dev.remit.load.LoadOptions;
import dev.remit.load.LoadRun;
import dev.remit.load.TrafficResult;
import dev.remit.load.UnreachableException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Remit over HTTP, driven by its own load generator from this process; its books are checked. */
final class RemitContender implements Contender {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final String name;
    private final Supplier<List<RemitProcess>> instances;
    private final int callers;
    private final CpuClock clock;

    /**
     * @param instances asked for when a measurement begins: they are started by then
     * @param callers of all instances together
     */
    RemitContender(
            String name, Supplier<List<RemitProcess>> instances, int callers, CpuClock clock) {
        this.name = name;
        this.instances = instances;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Sample measure(int accounts, Duration duration)
            throws BenchmarkFailed, InterruptedException {
        List<RemitProcess> called = instances.get();
        List<URI> urls = called.stream().map(RemitProcess::url).toList();
        long seed = ThreadLocalRandom.current().nextLong();
        LoadOptions options =
                new LoadOptions(
                        urls, accounts, callers, Duration.ZERO, duration, 0, 0, seed, TIMEOUT);
        List<ProcessHandle> processes = called.stream().map(RemitProcess::handle).toList();
        try (LoadRun run = LoadRun.silent(options)) {
            run.openAccounts();
            CpuClock.Reading before = clock.read(processes);
            TrafficResult traffic = run.sendTransfers();
            CpuClock.Reading after = clock.read(processes);
            requireBalanced(run.checkBooks());
            return new Sample(
                    traffic.perSecond(),
                    traffic.latency().p50(),
                    traffic.latency().p99(),
                    0,
                    failures(traffic),
                    after.per(traffic.acknowledged(), before));
        } catch (UnreachableException e) {
            throw new BenchmarkFailed(
                    e.getMessage() + ": see " + called.getFirst().log().getParent(), e);
        }
    }

    /** No figure of a service that loses money is worth printing. */
    private void requireBalanced(BookResult books) throws BenchmarkFailed {
        if (!books.balanced()) {
            throw new BenchmarkFailed(
                    "%s: the books are wrong in %d places, the first: %s"
                            .formatted(name, books.faults(), books.findings().getFirst()));
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
