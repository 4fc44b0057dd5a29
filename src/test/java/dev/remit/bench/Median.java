package dev.remit.bench;

import java.util.Collection;

/** The middle of a few values: one bad round does not move it. */
final class Median {

    private Median() {}

    /** Of an even number of values, the mean of the two in the middle; of none, NaN. */
    static double of(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
