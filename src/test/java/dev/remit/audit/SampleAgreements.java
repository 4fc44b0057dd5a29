package dev.remit.audit;

import static dev.remit.audit.SampleBooks.ANN;
import static dev.remit.audit.SampleBooks.BOB;
import static dev.remit.audit.SampleBooks.CID;
import static dev.remit.audit.SampleBooks.TELLER;
import static dev.remit.audit.SampleBooks.transfer;

import dev.remit.ledger.Command;
import dev.remit.ledger.Currency;
import dev.remit.ledger.Frozen;
import dev.remit.ledger.Kind;
import dev.remit.ledger.Terms;
import dev.remit.ledger.TermsChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Small books in which all has happened that can be agreed about an account and a transfer.
 * Fourteen commits, a second apart; the n-th one's first transfer has the id {@code
 * 00000000-0000-0000-0000-00000000000n}, in decimal digits.
 *
 * <pre>
 *                        ANN                 BOB         CID
 *  1 openings, ANN's     v1 1000             -           v1 500
 *    on terms
 *  2 hold for an hour        held 200        (to)
 *  3 hold with metadata      held 500        (to)
 *  4 capture of 120 of 3 v2  880, held 200   v1 120
 *  5 hold                (to)                                held 50
 *  6 void of 5                                               held 0
 *  7 hold for a second                                       held 40
 *  8 expiry of 7                                             held 0
 *  9 two changes of      overdraft 300, then
 *    terms by TELLER     150 and no metadata
 * 10                                         v2 220      v2 400
 * 11 reversals of 30                         v3 190      v3 430
 *    and 20 of 10                            v4 170      v4 450
 * 12 reversal of 15 of 4 v3  895             v5 155
 * 13                     v4   95             v6 955
 * 14 change of terms                         frozen
 * </pre>
 */
final class SampleAgreements {

    static final int COMMITS = 14;

    static final long HOUR = 3_600_000_000L;
    private static final long SECOND = 1_000_000;

    private static final String GOLD = "{\"tier\":\"gold\"}";
    private static final String ORDER = "{\"order\":\"4711\",\"é\":\"\\n\"}";

    private final SampleCommits commits;

    SampleAgreements(Connection connection) {
        this.commits = new SampleCommits(connection);
    }

    void write() throws SQLException {
        commits.commit(
                new Command.Open(
                        ANN,
                        true,
                        new Terms("Ann", 100, Frozen.NONE, GOLD),
                        1000,
                        Currency.DEFAULT),
                new Command.Open(BOB, true, null, 0),
                new Command.Open(CID, true, "Cid", 500));
        commits.commit(new Command.Hold(post(ANN, BOB, 200, null), HOUR));
        commits.commit(new Command.Hold(post(ANN, BOB, 300, ORDER), null));
        commits.commit(settle(3, Kind.CAPTURE, 120L));
        commits.commit(new Command.Hold(post(CID, ANN, 50, null), null));
        commits.commit(settle(5, Kind.VOID, null));
        commits.commit(new Command.Hold(post(CID, null, 40, null), SECOND));
        commits.commit(settle(7, Kind.EXPIRY, null));
        commits.commitBy(
                TELLER,
                change(ANN, new TermsChange(null, 300L, null, false, Map.of())),
                change(ANN, new TermsChange(Optional.of("Anne"), 150L, null, true, Map.of())));
        commits.commit(post(CID, BOB, 100, null));
        commits.commit(reverse(0, 10, 30), reverse(1, 10, 20));
        commits.commit(reverse(0, 4, 15));
        commits.commit(post(ANN, BOB, 800, null));
        commits.commit(change(BOB, new TermsChange(null, null, Frozen.DEBITS, false, Map.of())));
    }

    private Command.Post post(UUID from, UUID to, long amount, String metadata) {
        return new Command.Post(commits.transfer(0), true, from, to, amount, "sample", metadata);
    }

    private Command settle(int hold, Kind kind, Long amount) {
        return new Command.Settle(commits.transfer(0), true, transfer(hold), kind, amount);
    }

    private Command reverse(int position, int transfer, long amount) {
        return new Command.Reverse(
                commits.transfer(position), true, transfer(transfer), amount, "returned", null);
    }

    private static Command change(UUID account, TermsChange change) {
        return new Command.Change(account, null, change);
    }
}
