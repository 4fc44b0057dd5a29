package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipfTest {

    private static final int DRAWS = 200_000;
    private static final int RANKS = 20;

    private final SplittableRandom random = new SplittableRandom(1);

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.99, 1, 2, 5})
    void drawsEachRankInProportionToItsWeight(double exponent) {
        Zipf zipf = new Zipf(RANKS, exponent);
        int[] drawn = new int[RANKS];
        for (int i = 0; i < DRAWS; i++) {
            drawn[zipf.draw(random)]++;
        }

        for (int rank = 0; rank < RANKS; rank++) {
            assertThat((double) drawn[rank] / DRAWS)
                    .as("rank %d", rank)
                    .isCloseTo(weight(rank, exponent) / weights(exponent), within(0.005));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, RANKS - 1})
    void drawsTheOthersInProportionWithoutTheExcludedOne(int excluded) {
        double exponent = 0.99;
        Zipf zipf = new Zipf(RANKS, exponent);
        int[] drawn = new int[RANKS];
        for (int i = 0; i < DRAWS; i++) {
            drawn[zipf.drawOther(random, excluded)]++;
        }

        assertThat(drawn[excluded]).isZero();
        double others = weights(exponent) - weight(excluded, exponent);
        for (int rank = 0; rank < RANKS; rank++) {
            if (rank != excluded) {
                assertThat((double) drawn[rank] / DRAWS)
                        .as("rank %d", rank)
                        .isCloseTo(weight(rank, exponent) / others, within(0.005));
            }
        }
    }

    @Test
    void alwaysFindsTheOtherOfTwo() {
        Zipf zipf = new Zipf(2, LoadOptions.STEEPEST_SKEW);

        for (int i = 0; i < 1_000; i++) {
            assertThat(zipf.drawOther(random, i % 2)).isEqualTo(1 - i % 2);
        }
    }

    private static double weight(int rank, double exponent) {
        return 1 / Math.pow(rank + 1, exponent);
    }

    private static double weights(double exponent) {
        double sum = 0;
        for (int rank = 0; rank < RANKS; rank++) {
            sum += weight(rank, exponent);
        }
        return sum;
    }
}
