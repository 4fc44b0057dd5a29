package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.load.TransferPlan.Transfer;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferPlanTest {

    private static final UUID KEY = new UUID(0x0123456789abcdefL, 0xfedcba9876543210L);

    private final TransferPlan plan = new TransferPlan(accounts(3), 5, 1, KEY);

    @Test
    void plansTheSameTransfersForTheSameSeedOnly() {
        TransferPlan plan = new TransferPlan(accounts(1_000), 0.99, 1, KEY);
        TransferPlan same = new TransferPlan(accounts(1_000), 0.99, 1, new UUID(1, 2));
        TransferPlan neighbour = new TransferPlan(accounts(1_000), 0.99, 2, KEY);

        assertThat(IntStream.range(0, 1_000)).allMatch(n -> isSame(plan, n, same, n));
        assertThat(IntStream.range(0, 1_000).filter(n -> isSame(plan, n, neighbour, n)))
                .hasSizeLessThan(10);
        assertThat(IntStream.range(0, 1_000).filter(n -> isSame(plan, n + 1, neighbour, n)))
                .hasSizeLessThan(10);
    }

    @Test
    void neverMovesMoneyWithinOneAccountAndKeepsToTwoDigits() {
        assertThat(IntStream.range(0, 10_000).mapToObj(plan::transfer))
                .allSatisfy(
                        each -> {
                            assertThat(each.from())
                                    .isNotEqualTo(each.to())
                                    .isIn((Object[]) accounts(3));
                            assertThat(each.to()).isIn((Object[]) accounts(3));
                            assertThat(each.amount()).isBetween(10, 99);
                        });
    }

    @Test
    void doesNotDrainPopularAccounts() {
        TransferPlan plan = new TransferPlan(accounts(100), 2, 1, KEY);
        UUID popular = accounts(100)[0];

        long net = 0;
        for (int number = 0; number < 100_000; number++) {
            Transfer each = plan.transfer(number);
            net += each.to().equals(popular) ? each.amount() : 0;
            net -= each.from().equals(popular) ? each.amount() : 0;
        }

        // Six standard deviations of a walk with steps of at most 99.
        assertThat(net).isBetween(-190_000L, 190_000L);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 1_000_000, Integer.MAX_VALUE - 1, Integer.MAX_VALUE})
    void givesTheNumberBack(int number) {
        UUID id = plan.transfer(number).id();

        assertThat(plan.number(id)).isEqualTo(number);
        assertThat(id.version()).isEqualTo(4);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(
                        plan.number(
                                new UUID(
                                        id.getMostSignificantBits() ^ 1,
                                        id.getLeastSignificantBits())))
                .isEqualTo(-1);
    }

    @Test
    void doesNotTakeOtherIdsForItsOwn() {
        TransferPlan otherRun = new TransferPlan(accounts(3), 0, 1, new UUID(1, 2));

        for (int number = 0; number < 1_000; number++) {
            assertThat(plan.number(otherRun.transfer(number).id())).isEqualTo(-1);
        }
        assertThat(plan.number(new UUID(0, 0))).isEqualTo(-1);
        assertThat(plan.number(new UUID(-1, -1))).isEqualTo(-1);
    }

    @Test
    void spreadsItsIdsEvenlyOverTheKeySpace() {
        int[] firstByte = new int[256];
        Set<UUID> seen = new HashSet<>();
        for (int number = 0; number < 256_000; number++) {
            UUID id = plan.transfer(number).id();
            seen.add(id);
            firstByte[(int) (id.getMostSignificantBits() >>> 56)]++;
        }

        assertThat(seen).hasSize(256_000);
        assertThat(IntStream.of(firstByte))
                .allSatisfy(count -> assertThat(count).isBetween(800, 1_200));
    }

    /** Under ids of their own. */
    private static boolean isSame(TransferPlan one, int n, TransferPlan other, int m) {
        Transfer a = one.transfer(n);
        Transfer b = other.transfer(m);
        return a.from().equals(b.from()) && a.to().equals(b.to()) && a.amount() == b.amount();
    }

    private static UUID[] accounts(int count) {
        return IntStream.range(0, count).mapToObj(i -> new UUID(0, i)).toArray(UUID[]::new);
    }
}
