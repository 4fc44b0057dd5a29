package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferIdsTest {

    private static final UUID KEY = new UUID(0x0123456789abcdefL, 0xfedcba9876543210L);

    private final TransferIds ids = new TransferIds(KEY);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 1_000_000, Integer.MAX_VALUE - 1, Integer.MAX_VALUE})
    void givesTheNumberBack(int number) {
        UUID id = ids.id(number);

        assertThat(ids.number(id)).isEqualTo(number);
        assertThat(id.version()).isEqualTo(4);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(
                        ids.number(
                                new UUID(
                                        id.getMostSignificantBits() ^ 1,
                                        id.getLeastSignificantBits())))
                .isEqualTo(-1);
    }

    @Test
    void doesNotTakeOtherIdsForItsOwn() {
        TransferIds otherRun = new TransferIds(new UUID(1, 2));

        for (int number = 0; number < 1_000; number++) {
            assertThat(ids.number(otherRun.id(number))).isEqualTo(-1);
        }
        assertThat(ids.number(new UUID(0, 0))).isEqualTo(-1);
        assertThat(ids.number(new UUID(-1, -1))).isEqualTo(-1);
    }

    @Test
    void spreadsItsIdsEvenlyOverTheKeySpace() {
        int[] firstByte = new int[256];
        Set<UUID> seen = new HashSet<>();
        for (int number = 0; number < 256_000; number++) {
            UUID id = ids.id(number);
            seen.add(id);
            firstByte[(int) (id.getMostSignificantBits() >>> 56)]++;
        }

        assertThat(seen).hasSize(256_000);
        assertThat(IntStream.of(firstByte))
                .allSatisfy(count -> assertThat(count).isBetween(800, 1_200));
    }
}
