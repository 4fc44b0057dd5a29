package dev.remit.faults;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Faults of one moment by chance. Each event takes exactly one number, whatever comes of it, so the
 * n-th event has the same fate for the same seed.
 */
final class Chance {

    private final Random random;
    private final List<Map.Entry<Fault, Double>> faults;

    /** Ordered by name, because the iteration order of {@link Map#of} differs from run to run. */
    Chance(long seed, Fault.Moment moment, Map<Fault, Double> probabilities) {
        random = new Random(seed);
        faults =
                probabilities.entrySet().stream()
                        .filter(entry -> entry.getKey().moment() == moment)
                        .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                        .toList();
        double sum = 0;
        for (Map.Entry<Fault, Double> fault : faults) {
            double probability = fault.getValue();
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("not a probability: " + fault);
            }
            sum += probability;
        }
        if (sum > 1) {
            throw new IllegalArgumentException("probabilities add up to " + sum + ": " + faults);
        }
    }

    Optional<Fault> next() {
        double drawn = random.nextDouble();
        for (Map.Entry<Fault, Double> fault : faults) {
            drawn -= fault.getValue();
            if (drawn < 0) {
                return Optional.of(fault.getKey());
            }
        }
        return Optional.empty();
    }
}
