package dev.remit.store;

import java.sql.SQLException;

/** Somebody outside holds the row of an account that the commit needs, and was not waited for. */
final class RowLocked extends SQLException {

    private static final long serialVersionUID = 1L;

    RowLocked(SQLException cause) {
        super(cause.getMessage(), cause.getSQLState(), cause);
    }
}
