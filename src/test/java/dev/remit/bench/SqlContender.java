package dev.remit.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/**
 * Transfers by SQL, from this process, over a number of connections with a thread each. Of several
 * methods all are tried when it warms up, for every number of accounts in the table, and the
 * fastest is measured: a baseline that is weaker than it could be would flatter what is compared
 * with it.
 */
final class SqlContender implements Contender {

    /**
     * @param outcome transfers per second, or why the database refused the method
     */
    record Trial(int accounts, String method, String outcome) {}

    private final String name;
    private final List<SqlMethod> methods;
    private final SqlAccounts accounts;
    private final int connections;
    private final List<Trial> trials = new ArrayList<>();
    private final Map<Integer, SqlMethod> best = new TreeMap<>();

    SqlContender(String name, List<SqlMethod> methods, SqlAccounts accounts, int connections) {
        this.name = name;
        this.methods = methods;
        this.accounts = accounts;
        this.connections = connections;
    }

    @Override
    public String name() {
        return name;
    }

    List<Trial> trials() {
        return trials;
    }

    @Override
    public double warmUp(int count, Duration duration) throws InterruptedException {
        double most = 0;
        SQLException refusal = null;
        for (SqlMethod method : methods) {
            try {
                double perSecond = send(method, count, duration).perSecond();
                trials.add(new Trial(count, method.description(), Figures.number(perSecond)));
                if (!best.containsKey(count) || perSecond > most) {
                    most = perSecond;
                    best.put(count, method);
                }
            } catch (SQLException e) {
                // Not every version of every database knows every statement.
                String reason = e.getMessage().lines().findFirst().orElse("refused");
                trials.add(new Trial(count, method.description(), reason));
                refusal = e;
            }
        }
        if (!best.containsKey(count)) {
            throw failed(refusal);
        }
        return most;
    }

    /** With the method that is best for that many accounts, or for the nearest number tried. */
    @Override
    public Sample measure(int count, Duration duration) throws InterruptedException {
        SqlMethod method =
                best.entrySet().stream()
                        .min(Comparator.comparingDouble(tried -> distance(tried.getKey(), count)))
                        .orElseThrow()
                        .getValue();
        try {
            return send(method, count, duration);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Contention changes with the order of magnitude. */
    private static double distance(int one, int other) {
        return Math.abs(Math.log((double) one / other));
    }

    private IllegalStateException failed(SQLException e) {
        return new IllegalStateException(name + " failed: " + e.getMessage(), e);
    }

    private Sample send(SqlMethod method, int count, Duration duration)
            throws SQLException, InterruptedException {
        List<Connection> open = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<SqlCaller> callers = new ArrayList<>();
            List<UUID> ids = accounts.some(count);
            for (int i = 0; i < connections; i++) {
                open.add(method.connect(accounts.database()));
                callers.add(new SqlCaller(method.preparation().on(open.getLast()), ids));
            }
            CpuTime before = cpu();
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
            Sample sample = sample(callers, duration, before, cpu());
            if (!accounts.balance()) {
                throw new IllegalStateException(
                        "after transfers by "
                                + method.description()
                                + " the total is not what it was");
            }
            return sample;
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause().getMessage(), e);
        } finally {
            open.forEach(SqlContender::close);
        }
    }

    private CpuTime cpu() {
        return CpuTime.read(List.of(), accounts.database().process());
    }

    private static Sample sample(
            List<SqlCaller> callers, Duration duration, CpuTime before, CpuTime after) {
        Histogram micros = new Histogram(SqlCaller.DIGITS);
        callers.forEach(caller -> micros.add(caller.latency()));
        long transfers = micros.getTotalCount();
        long retries = callers.stream().mapToLong(SqlCaller::retries).sum();
        return new Sample(
                transfers * 1e9 / duration.toNanos(),
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                List.of(),
                retries / (double) Math.max(1, transfers),
                Map.of(),
                after.perTransfer(transfers, before));
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // It was broken: what broke it has been reported.
        }
    }
}
