package dev.remit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final Rounds rounds = new Rounds();

    @Test
    void aMedianIsTheMiddleWhateverTheOrder() {
        assertThat(Figures.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
    }

    @Test
    void aMedianIsBetweenTheTwoInTheMiddle() {
        assertThat(Figures.median(List.of(4.0, 1.0, 2.0, 100.0))).isEqualTo(3);
    }

    @Test
    void theMedianOfNothingIsNotANumber() {
        assertThat(Figures.median(List.of())).isNaN();
    }

    @Test
    void aRatioIsTakenWithinEachRound() {
        // The machine becomes ten times slower, and the contenders with it.
        add("fast", 4_000, 400, 40);
        add("slow", 1_000, 100, 10);

        assertThat(rounds.ratio(2, "fast", "slow")).isEqualTo(4);
        assertThat(rounds.perSecond(2, "fast")).isEqualTo(400);
    }

    @Test
    void theMedianOfTheRatiosIsNotTheRatioOfTheMedians() {
        add("one", 10, 20, 60);
        add("other", 10, 40, 20);

        assertThat(rounds.ratio(2, "one", "other")).isEqualTo(1);
    }

    @Test
    void aRoundInWhichNothingWasPostedHasNoRatio() {
        add("one", 10, 20);
        add("other", 0, 5);

        assertThat(rounds.ratio(2, "one", "other")).isEqualTo(4);
        assertThat(rounds.ratio(2, "one", "unknown")).isNaN();
    }

    @Test
    void keepsTheOrderInWhichTheyWereMeasured() {
        rounds.add(1_000, "b", sample(1));
        rounds.add(1_000, "a", sample(1));
        rounds.add(2, "b", sample(1));

        assertThat(rounds.accounts()).containsExactly(1_000, 2);
        assertThat(rounds.contenders()).containsExactly("b", "a");
    }

    @Test
    void countsOnlyAnswersOfTheServersFaultAsSuch() {
        Sample sample =
                new Sample(
                        1,
                        1,
                        1,
                        List.of(),
                        0,
                        Map.of("503 overloaded", 3L, "422 insufficient-funds", 5L, "timeout", 7L),
                        CpuTime.UNKNOWN);

        assertThat(sample.serverErrors()).isEqualTo(3);
        assertThat(sample.failed()).isEqualTo(15);
    }

    private void add(String contender, double... perSecond) {
        for (double each : perSecond) {
            rounds.add(2, contender, sample(each));
        }
    }

    private static Sample sample(double perSecond) {
        return new Sample(perSecond, 1, 2, List.of(), 0, Map.of(), CpuTime.UNKNOWN);
    }
}
