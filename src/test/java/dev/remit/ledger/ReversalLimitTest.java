package dev.remit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReversalLimitTest {

    private static final UUID ANN = new UUID(0xa, 0);
    private static final UUID BOB = new UUID(0xb, 0);
    private static final UUID POSTED = new UUID(0xc, 0);

    @Test
    void aTransferIsReversedInAThousandPartsAndNotInMore() {
        assertThat(reverseAfter(999)).isInstanceOf(Outcome.Posted.class);
        assertThat(reverseAfter(1000))
                .isEqualTo(new Outcome.Rejected(new Rejection.ReversalLimit(POSTED), 0));
    }

    private static Outcome reverseAfter(int reversals) {
        Transfer posted = transfer(POSTED, Kind.POSTING, ANN, BOB, 5000, null);
        Transfer last = transfer(new UUID(0xd, 0), Kind.REVERSAL, BOB, ANN, reversals, POSTED);
        State state =
                new State(
                        Head.empty("main"),
                        Map.of(
                                ANN,
                                new Account(ANN, 0, 1, "USD"),
                                BOB,
                                new Account(BOB, 5000, 1, "USD")),
                        Map.of(),
                        Map.of(POSTED, posted),
                        Map.of(POSTED, new State.Followers(last, reversals)),
                        Set.of(),
                        Map.of());
        Command reverse = new Command.Reverse(new UUID(0xe, 0), true, POSTED, 1L, null, null);
        return Rules.decide(List.of(Request.of(reverse)), state, new UUID(0xf, 0), 1)
                .outcomes()
                .getFirst()
                .getFirst();
    }

    /** All of the other transfer that was settled was so by it. */
    private static Transfer transfer(
            UUID id, Kind kind, UUID from, UUID to, long amount, UUID related) {
        return new Transfer(
                id,
                kind,
                new Entry(from, 0, 1),
                new Entry(to, 0, 1),
                amount,
                null,
                null,
                related,
                related == null ? 0 : amount,
                null,
                1,
                1);
    }
}
