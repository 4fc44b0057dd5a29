package dev.remit.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The single statement that was fastest when all were tried, which is done for every number of
 * accounts in the table: a baseline that is weaker than it could be would flatter what is compared
 * with it.
 */
final class BestStatement implements Contender {

    /**
     * @param perSecond 0 if the database refused the statement
     */
    record Trial(int accounts, String statement, double perSecond, String refusal) {}

    private final String name;
    private final List<SqlContender> candidates;
    private final List<Trial> trials = new ArrayList<>();
    private final Map<Integer, SqlContender> best = new TreeMap<>();

    BestStatement(String name, List<SqlContender> candidates) {
        this.name = name;
        this.candidates = candidates;
    }

    @Override
    public String name() {
        return name;
    }

    int candidates() {
        return candidates.size();
    }

    List<Trial> trials() {
        return trials;
    }

    /**
     * Every candidate for the duration.
     *
     * @return the throughput of the best
     */
    double choose(int accounts, Duration duration) throws BenchmarkFailed, InterruptedException {
        double most = 0;
        BenchmarkFailed failure = null;
        for (SqlContender candidate : candidates) {
            try {
                double perSecond = candidate.measure(accounts, duration).perSecond();
                trials.add(new Trial(accounts, candidate.name(), perSecond, ""));
                if (!best.containsKey(accounts) || perSecond > most) {
                    most = perSecond;
                    best.put(accounts, candidate);
                }
            } catch (BenchmarkFailed e) {
                // Not every version of every database knows every statement.
                trials.add(new Trial(accounts, candidate.name(), 0, e.getMessage()));
                failure = e;
            }
        }
        if (!best.containsKey(accounts)) {
            throw failure;
        }
        return most;
    }

    /** With the statement that is best for that many accounts, or for the nearest number tried. */
    @Override
    public Sample measure(int accounts, Duration duration)
            throws BenchmarkFailed, InterruptedException {
        return at(accounts).measure(accounts, duration);
    }

    private SqlContender at(int accounts) {
        return best.entrySet().stream()
                .min(Comparator.comparingDouble(tried -> distance(tried.getKey(), accounts)))
                .orElseThrow(() -> new IllegalStateException("none has been tried"))
                .getValue();
    }

    /** Contention changes with the order of magnitude. */
    private static double distance(int one, int other) {
        return Math.abs(Math.log((double) one / other));
    }
}
