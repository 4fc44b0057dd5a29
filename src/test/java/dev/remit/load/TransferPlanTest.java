package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TransferPlanTest {

    @Test
    void plansTheSameTransfersForTheSameSeedOnly() {
        TransferPlan plan = new TransferPlan(1_000, 0.99, 1);
        TransferPlan same = new TransferPlan(1_000, 0.99, 1);
        TransferPlan neighbour = new TransferPlan(1_000, 0.99, 2);

        assertThat(IntStream.range(0, 1_000))
                .allSatisfy(n -> assertThat(plan.transfer(n)).isEqualTo(same.transfer(n)));
        assertThat(IntStream.range(0, 1_000).filter(n -> isSame(plan, n, neighbour, n)))
                .hasSizeLessThan(10);
        assertThat(IntStream.range(0, 1_000).filter(n -> isSame(plan, n + 1, neighbour, n)))
                .hasSizeLessThan(10);
    }

    @Test
    void neverMovesMoneyWithinOneAccountAndKeepsToTwoDigits() {
        TransferPlan plan = new TransferPlan(3, 5, 1);

        assertThat(IntStream.range(0, 10_000).mapToObj(plan::transfer))
                .allSatisfy(
                        each -> {
                            assertThat(each.from()).isNotEqualTo(each.to()).isBetween(0, 2);
                            assertThat(each.to()).isBetween(0, 2);
                            assertThat(each.amount()).isBetween(10, 99);
                        });
    }

    @Test
    void doesNotDrainPopularAccounts() {
        TransferPlan plan = new TransferPlan(100, 2, 1);

        long net = 0;
        for (int number = 0; number < 100_000; number++) {
            TransferPlan.Planned each = plan.transfer(number);
            net += each.to() == 0 ? each.amount() : each.from() == 0 ? -each.amount() : 0;
        }

        // Six standard deviations of a walk with steps of at most 99.
        assertThat(net).isBetween(-190_000L, 190_000L);
    }

    private static boolean isSame(TransferPlan one, int n, TransferPlan other, int m) {
        return one.transfer(n).equals(other.transfer(m));
    }
}
