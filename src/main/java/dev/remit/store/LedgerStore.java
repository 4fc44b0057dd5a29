package dev.remit.store;

import dev.remit.database.DatabaseKind;
import dev.remit.ledger.Commit;
import dev.remit.ledger.Decision;
import dev.remit.ledger.Needs;
import dev.remit.ledger.State;
import java.sql.Connection;
import java.sql.SQLException;

/** What a commit reads and writes, on the connection of its transaction. */
public final class LedgerStore {

    private final CommitReader reader;
    private final CommitWriter writer;
    private boolean isCautious;

    public LedgerStore(Connection connection, DatabaseKind kind) {
        this.reader = new CommitReader(connection, kind);
        this.writer = new CommitWriter(connection, kind);
    }

    /**
     * Waits for the turn of this commit, and reads what it needs.
     *
     * @param since a commit that the head has been behind: where to look for it; 0 to look
     *     everywhere
     */
    public State read(long since, Needs needs) throws SQLException {
        return reader.read(Ledger.MAIN, since, needs);
    }

    /**
     * The same, but where somebody who takes no turns holds the row of an account it fails at once,
     * with {@link Failure.Kind#LOCKED}. It costs a round trip more.
     */
    public State readCautiously(long since, Needs needs) throws SQLException {
        isCautious = true;
        return reader.readCautiously(Ledger.MAIN, since, needs);
    }

    /** Beside what has been read, for whoever has joined the commit since. */
    public State readMore(State known, Needs needs) throws SQLException {
        return needs.isEmpty() ? known : reader.readMore(known, needs);
    }

    /**
     * Whether an earlier attempt, whose COMMIT was not answered, took place. To be asked after
     * reading: whoever has the head knows that all before are over.
     */
    public boolean isCommitted(Commit attempt) throws SQLException {
        return reader.isCommitted(attempt);
    }

    public void write(Decision decision) throws SQLException {
        try {
            writer.write(decision);
        } catch (SQLException e) {
            // Nobody holds the accounts, so it is a row that only this commit wants.
            throw isCautious && SqlStates.isLocked(e) ? new RowLocked(e) : e;
        }
    }
}
