package dev.remit.audit;

import dev.remit.ledger.Command;
import dev.remit.ledger.Micros;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.PlainLedger;
import dev.remit.ledger.Request;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Commits one after the other, a second apart, of which nothing is rejected. */
final class SampleCommits {

    private final PlainLedger ledger;
    private int commit;

    SampleCommits(Connection connection) {
        this.ledger = new PlainLedger(connection);
    }

    /** The id of a transfer of the next commit. */
    UUID transfer(int position) {
        return SampleBooks.transfer(commit + 1, position);
    }

    void commit(Command... commands) throws SQLException {
        commitBy(null, commands);
    }

    /**
     * @param actor null if nobody is named
     */
    void commitBy(String actor, Command... commands) throws SQLException {
        commit++;
        List<Outcome> outcomes =
                ledger.commit(
                                Micros.of(SampleBooks.time(commit)),
                                List.of(Request.allOf(List.of(commands)).by(actor)))
                        .getFirst();
        if (outcomes.getFirst() instanceof Outcome.Rejected rejected) {
            throw new IllegalStateException("rejected: " + rejected);
        }
    }
}
