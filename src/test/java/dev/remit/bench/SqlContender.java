package dev.remit.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/** Transfers by SQL, from this process, over a number of connections with a thread each. */
final class SqlContender implements Contender {

    private final String name;
    private final SqlMethod method;
    private final BenchmarkDatabase database;
    private final SqlAccounts accounts;
    private final int connections;
    private final CpuClock clock;

    SqlContender(
            String name,
            SqlMethod method,
            BenchmarkDatabase database,
            SqlAccounts accounts,
            int connections,
            CpuClock clock) {
        this.name = name;
        this.method = method;
        this.database = database;
        this.accounts = accounts;
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Sample measure(int count, Duration duration)
            throws BenchmarkFailed, InterruptedException {
        List<Connection> open = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                open.add(method.connect(database));
            }
            return measure(open, threads, accounts.some(count), duration);
        } catch (SQLException | ExecutionException e) {
            throw new BenchmarkFailed(method.description() + " failed: " + e.getMessage(), e);
        } finally {
            open.forEach(SqlContender::close);
        }
    }

    private Sample measure(
            List<Connection> open, ExecutorService threads, List<UUID> ids, Duration duration)
            throws SQLException, ExecutionException, InterruptedException, BenchmarkFailed {
        List<SqlCaller> callers = new ArrayList<>();
        for (Connection connection : open) {
            callers.add(new SqlCaller(method.prepare(connection), ids));
        }
        CpuClock.Reading before = clock.read(List.of());
        long end = System.nanoTime() + duration.toNanos();
        List<Future<?>> ends = new ArrayList<>();
        for (SqlCaller caller : callers) {
            ends.add(
                    threads.submit(
                            () -> {
                                caller.callUntil(end);
                                return null;
                            }));
        }
        for (Future<?> each : ends) {
            each.get();
        }
        CpuClock.Reading after = clock.read(List.of());
        if (!accounts.balance()) {
            throw new BenchmarkFailed(
                    "after transfers by " + method.description() + " the total is not what it was");
        }
        return sample(callers, duration, before, after);
    }

    private static Sample sample(
            List<SqlCaller> callers,
            Duration duration,
            CpuClock.Reading before,
            CpuClock.Reading after) {
        Histogram micros = new Histogram(SqlCaller.DIGITS);
        callers.forEach(caller -> micros.add(caller.latency()));
        long transfers = micros.getTotalCount();
        long retries = callers.stream().mapToLong(SqlCaller::retries).sum();
        return new Sample(
                transfers * 1e9 / duration.toNanos(),
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                retries / (double) Math.max(1, transfers),
                Map.of(),
                after.per(transfers, before));
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // It was broken: what broke it has been reported.
        }
    }
}
