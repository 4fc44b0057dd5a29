package dev.remit.audit;

import dev.remit.ledger.Command;
import dev.remit.ledger.Terms;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Small books in which everything has happened that can happen to an account. Ten commits, a second
 * apart; the n-th one's first transfer has the id {@code 00000000-0000-0000-0000-00000000000n}.
 *
 * <pre>
 *              ANN         BOB         CID         ZOE         EVE         IDA         DAN
 *  1 openings  v1 1000      -          v1 500      v1 300       -           -
 *  2           v2  800     v1 200
 *  3           v3  700                 v2 600
 *  4           v4  750     v2 150
 *  5 deposit   v5  775
 *  6 withdrawal            v3 140
 *  7 closings                          v3 0        v2 0
 *  8 by TELLER v6  715     v4 200
 *              v7  720     v5 195                                                   opened, closed
 *  9 closing                                                   closed
 * 10           v8  650     v6 265
 * </pre>
 */
final class SampleBooks {

    /** All that has to be empty before they are written, besides the head. */
    static final List<String> TABLES =
            List.of(
                    "commits",
                    "transfers",
                    "account_commits",
                    "accounts",
                    "totals",
                    "account_terms",
                    "holds",
                    "monitors");

    static final UUID ANN = UUID.fromString("0a000000-0000-0000-0000-000000000000");
    static final UUID BOB = UUID.fromString("0b000000-0000-0000-0000-000000000000");

    /** Closed with money in it. */
    static final UUID CID = UUID.fromString("0c000000-0000-0000-0000-000000000000");

    /** Opened and closed at once. */
    static final UUID DAN = UUID.fromString("0d000000-0000-0000-0000-000000000000");

    /** Opened with nothing, in euros, and closed. */
    static final UUID EVE = UUID.fromString("0e000000-0000-0000-0000-000000000000");

    /** Opened with nothing, and nothing ever happened. */
    static final UUID IDA = UUID.fromString("1a000000-0000-0000-0000-000000000000");

    /** Closed. A negative number to those who take the id for signed ones. */
    static final UUID ZOE = UUID.fromString("ff000000-0000-0000-0000-000000000000");

    /** Who asked for the eighth commit; nobody is named in the others. */
    static final String TELLER = "teller-7";

    static final int COMMITS = 10;
    static final long TRANSFERS = 13;

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final SampleCommits commits;

    SampleBooks(Connection connection) {
        this.commits = new SampleCommits(connection);
    }

    /** The id of the first transfer that the n-th commit posted. */
    static UUID transfer(int commit) {
        return transfer(commit, 0);
    }

    static UUID transfer(int commit, int position) {
        return new UUID(position, Long.parseLong(Integer.toString(commit), 16));
    }

    /** When the n-th commit was made. */
    static Instant time(int commit) {
        return START.plusSeconds(commit);
    }

    void write() throws SQLException {
        write(200);
    }

    /**
     * @param second the amount of the second commit's transfer
     */
    void write(long second) throws SQLException {
        commits.commit(
                open(ANN, "Ann", 1000),
                open(BOB, null, 0),
                open(CID, "Cid", 500),
                new Command.Open(EVE, true, Terms.named("Eve"), 0, "EUR"),
                open(IDA, null, 0),
                open(ZOE, "Zoë", 300));
        commits.commit(post(0, ANN, BOB, second));
        commits.commit(post(0, ANN, CID, 100));
        commits.commit(post(0, BOB, ANN, 50));
        commits.commit(post(0, null, ANN, 25));
        commits.commit(post(0, BOB, null, 10));
        commits.commit(new Command.Close(CID, true), new Command.Close(ZOE, true));
        commits.commitBy(
                TELLER,
                post(0, ANN, BOB, 60),
                post(1, BOB, ANN, 5),
                open(DAN, "Dan", 0),
                new Command.Close(DAN, false));
        commits.commit(new Command.Close(EVE, false));
        commits.commit(post(0, ANN, BOB, 70));
    }

    private Command post(int position, UUID from, UUID to, long amount) {
        return new Command.Post(commits.transfer(position), true, from, to, amount, "sample");
    }

    private static Command open(UUID account, String name, long balance) {
        return new Command.Open(account, true, name, balance);
    }
}
