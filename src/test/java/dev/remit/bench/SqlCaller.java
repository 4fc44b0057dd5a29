package dev.remit.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Posts one transfer after the other, and again those that another one got in the way of, after a
 * pause at random up to a bound that doubles each time.
 */
final class SqlCaller {

    /** Of a latency, kept by the histogram. */
    static final int DIGITS = 3;

    /** serialization_failure and deadlock_detected. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01");

    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

    // As the load generator draws them.
    private static final int LEAST_AMOUNT = 10;
    private static final int MOST_AMOUNT = 99;

    private final SqlMethod.Transfer transfer;
    private final List<UUID> accounts;
    private final Histogram latency = new Histogram(DIGITS);
    private long retries;

    SqlCaller(SqlMethod.Transfer transfer, List<UUID> accounts) {
        this.transfer = transfer;
        this.accounts = accounts;
    }

    /**
     * @param end in terms of {@link System#nanoTime()}; what is acknowledged after it does not
     *     count
     */
    void callUntil(long end) throws SQLException, InterruptedException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        while (System.nanoTime() - end < 0) {
            int from = random.nextInt(accounts.size());
            int to = (from + random.nextInt(1, accounts.size())) % accounts.size();
            int amount = random.nextInt(LEAST_AMOUNT, MOST_AMOUNT + 1);
            long began = System.nanoTime();
            boolean posted = post(accounts.get(from), accounts.get(to), amount, end);
            long now = System.nanoTime();
            if (posted && now - end < 0) {
                latency.recordValue(TimeUnit.NANOSECONDS.toMicros(now - began));
            }
        }
    }

    /** Returns false if there was no time left for another attempt. */
    private boolean post(UUID from, UUID to, int amount, long end)
            throws SQLException, InterruptedException {
        long bound = FIRST_PAUSE;
        while (true) {
            try {
                transfer.post(from, to, amount);
                return true;
            } catch (SQLException e) {
                if (!CONFLICTS.contains(String.valueOf(e.getSQLState()))) {
                    throw e;
                }
            }
            retries++;
            long pause = ThreadLocalRandom.current().nextLong(bound);
            if (System.nanoTime() + pause - end >= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.sleep(pause);
            bound = Math.min(2 * bound, LONGEST_PAUSE);
        }
    }

    Histogram latency() {
        return latency;
    }

    long retries() {
        return retries;
    }
}
