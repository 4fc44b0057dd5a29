package dev.remit.load;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Draws ranks from 0 to n-1, rank k with a probability proportional to 1 / (k + 1)^s.
 *
 * <p>A table of cumulative weights and a binary search: exact for every exponent, and at the sizes
 * of a load test (8 bytes a rank) cheaper to have than a rejection method is to understand.
 */
final class Zipf {

    /** {@code bounds[k]} is the sum of the weights of the ranks below k. */
    private final double[] bounds;

    Zipf(int ranks, double exponent) {
        bounds = new double[ranks + 1];
        for (int k = 0; k < ranks; k++) {
            bounds[k + 1] = bounds[k] + Math.pow(k + 1, -exponent);
        }
    }

    int draw(RandomGenerator random) {
        return rankAt(random.nextDouble() * total());
    }

    /** A rank other than the given one, from the same distribution without it, in one draw. */
    int drawOther(RandomGenerator random, int excluded) {
        double weight = bounds[excluded + 1] - bounds[excluded];
        double point = random.nextDouble() * (total() - weight);
        int rank = rankAt(point < bounds[excluded] ? point : point + weight);
        if (rank != excluded) {
            return rank;
        }
        // Rounding put the point on the edge of the excluded weight.
        return excluded + 1 < ranks() ? excluded + 1 : excluded - 1;
    }

    private int rankAt(double point) {
        int found = Arrays.binarySearch(bounds, point);
        int rank = found >= 0 ? found : -found - 2;
        return Math.min(rank, ranks() - 1);
    }

    private int ranks() {
        return bounds.length - 1;
    }

    private double total() {
        return bounds[ranks()];
    }
}
