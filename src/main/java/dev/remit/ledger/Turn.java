package dev.remit.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/** This instance's turn to post, which lasts until it is closed. */
final class Turn implements AutoCloseable {

    /** Nobody else posts, as far as is known: nothing has to be waited for or given back. */
    static final Turn FREE = new Turn(null);

    private Connection lock;

    /**
     * @param lock holds the lock in a transaction that does nothing else; null if there is none
     */
    Turn(Connection lock) {
        this.lock = lock;
    }

    /** The next instance may post. What follows may take its time. */
    @Override
    public void close() {
        if (lock == null) {
            return;
        }
        try (Connection connection = lock) {
            connection.rollback();
        } catch (SQLException e) {
            // Lost together with its connection, so it has been given back.
        } finally {
            lock = null;
        }
    }
}
