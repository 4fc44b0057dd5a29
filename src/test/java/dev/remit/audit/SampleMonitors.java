package dev.remit.audit;

import static dev.remit.audit.SampleBooks.ANN;
import static dev.remit.audit.SampleBooks.BOB;
import static dev.remit.audit.SampleBooks.CID;
import static dev.remit.audit.SampleBooks.TELLER;

import dev.remit.ledger.Command;
import dev.remit.ledger.Monitor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Small books in which balances are watched. Eight commits, a second apart; the n-th one's first
 * transfer has the id {@code 00000000-0000-0000-0000-00000000000n}.
 *
 * <pre>
 *                        ANN         BOB         CID
 *  1 openings            v1 1000     -           v1 500
 *  2 three monitors      below 500,  above 100
 *                        above 900
 *  3                     v2  400     v1 600                crosses the first, and the third
 *  4                     v3  950     v2  50                crosses the second
 *  5 the second deleted
 *    by TELLER
 *  6                     v4  450     v3 550                crosses the first, and the third
 *                        v5  950     v4  50
 *  7 a fourth monitor                            below 200
 *  8 closing                                     v2   0    crosses the fourth, which ends
 * </pre>
 */
final class SampleMonitors {

    static final int COMMITS = 8;

    private final SampleCommits commits;

    SampleMonitors(Connection connection) {
        this.commits = new SampleCommits(connection);
    }

    /** The id of the n-th monitor. */
    static UUID monitor(int number) {
        return new UUID(7L << 60, number);
    }

    void write() throws SQLException {
        commits.commit(open(ANN, 1000), open(BOB, 0), open(CID, 500));
        commits.commit(
                watch(1, ANN, 500L, null), watch(2, ANN, null, 900L), watch(3, BOB, null, 100L));
        commits.commit(post(0, ANN, BOB, 600));
        commits.commit(post(0, BOB, ANN, 550));
        commits.commitBy(TELLER, new Command.DeleteMonitor(monitor(2)));
        commits.commitBy(TELLER, post(0, ANN, BOB, 500), post(1, BOB, ANN, 500));
        commits.commit(watch(4, CID, 200L, null));
        commits.commit(new Command.Close(CID, true));
    }

    private Command post(int position, UUID from, UUID to, long amount) {
        return new Command.Post(commits.transfer(position), true, from, to, amount, "sample");
    }

    private static Command open(UUID account, long balance) {
        return new Command.Open(account, true, null, balance);
    }

    static Command watch(int number, UUID account, Long below, Long above) {
        return new Command.CreateMonitor(new Monitor(monitor(number), account, below, above), true);
    }
}
