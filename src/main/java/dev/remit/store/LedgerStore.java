package dev.remit.store;

import dev.remit.database.DatabaseKind;
import dev.remit.ledger.Commit;
import dev.remit.ledger.Decision;
import dev.remit.ledger.Head;
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

    /** Only waits for the turn of this commit, which then has a round trip more to make. */
    public Head take(long since) throws SQLException {
        return reader.take(Ledger.MAIN, since);
    }

    /** What it needs whose turn has come. */
    public State read(Head taken, Needs needs) throws SQLException {
        return reader.read(taken, needs);
    }

    /**
     * The same, but where somebody who takes no turns holds the row of an account it fails at once,
     * with {@link Failure.Kind#LOCKED}.
     */
    public State readCautiously(Head taken, Needs needs) throws SQLException {
        isCautious = true;
        return reader.readCautiously(taken, needs);
    }

    /**
     * When the turn of this commit had come: what it is dated by. The clock is the database's, so
     * that no instance whose own is wrong dates everything that comes after it, or lets holds end.
     *
     * @return microseconds since 1970-01-01T00:00Z
     */
    public long now() {
        return reader.now();
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
