package dev.remit.audit;

import dev.remit.ledger.Command;
import dev.remit.ledger.Micros;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.PlainLedger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Small books in which everything has happened that can happen to an account. Ten batches, a second
 * apart; the n-th one's transfer has the id {@code 00000000-0000-0000-0000-00000000000n}.
 *
 * <pre>
 *              ANN         BOB         CID         ZOE         EVE
 *  1 opening   v1 1000      -          v1 500      v1 300       -
 *  2           v2  800     v1 200
 *  3           v3  700                 v2 600
 *  4           v4  750     v2 150
 *  5 deposit   v5  775
 *  6 withdrawal            v3 140
 *  7 closing                           v3 0        v2 0
 *  8 opening                            -
 *  9           v6  705                 v4 70
 * 10           v7  710     v4 135
 * </pre>
 */
final class SampleBooks {

    static final UUID ANN = UUID.fromString("0a000000-0000-0000-0000-000000000000");
    static final UUID BOB = UUID.fromString("0b000000-0000-0000-0000-000000000000");
    static final UUID CID = UUID.fromString("0c000000-0000-0000-0000-000000000000");

    /** Opened with nothing, and nothing ever happened. */
    static final UUID EVE = UUID.fromString("0e000000-0000-0000-0000-000000000000");

    /** Closed. A negative number to those who take the id for signed ones. */
    static final UUID ZOE = UUID.fromString("ff000000-0000-0000-0000-000000000000");

    static final UUID ANNS_OPENING = new UUID(1, 0);
    static final UUID ZOES_CLOSING = new UUID(2, 0);

    static final long POSTINGS = 12;

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final PlainLedger ledger;
    private int batch;

    SampleBooks(Connection connection) {
        this.ledger = new PlainLedger(connection);
    }

    /** The id of the n-th batch's transfer. */
    static UUID transfer(int batch) {
        return new UUID(0, Long.parseLong(Integer.toString(batch), 16));
    }

    /** When the n-th batch was posted. */
    static Instant time(int batch) {
        return START.plusSeconds(batch);
    }

    void write() throws SQLException {
        post(
                open(ANN, 1000, ANNS_OPENING),
                open(BOB, 0, UUID.randomUUID()),
                open(CID, 500, UUID.randomUUID()),
                open(EVE, 0, UUID.randomUUID()),
                open(ZOE, 300, UUID.randomUUID()));
        post(transfer(ANN, BOB, 200));
        post(transfer(ANN, CID, 100));
        post(transfer(BOB, ANN, 50));
        post(transfer(null, ANN, 25));
        post(transfer(BOB, null, 10));
        post(
                new Command.Close(CID, true, UUID.randomUUID()),
                new Command.Close(ZOE, true, ZOES_CLOSING));
        post(open(CID, 0, UUID.randomUUID()));
        post(transfer(ANN, CID, 70));
        post(transfer(BOB, ANN, 5));
    }

    private Command transfer(UUID from, UUID to, long amount) {
        return new Command.Post(transfer(batch + 1), true, from, to, amount, "sample");
    }

    private static Command open(UUID account, long balance, UUID opening) {
        return new Command.Open(account, true, null, balance, opening);
    }

    private void post(Command... commands) throws SQLException {
        batch++;
        Unit unit = new Unit(List.of(commands));
        List<Outcome> outcomes = ledger.post(Micros.of(time(batch)), List.of(unit)).getFirst();
        if (outcomes.getFirst() instanceof Outcome.Refused refused) {
            throw new IllegalStateException("refused: " + refused);
        }
    }
}
