package dev.remit.store;

import java.sql.SQLException;

/**
 * Somebody who does not take turns on the head has changed what the commit had read. The commit is
 * rolled back and decided anew, as after a conflict that the database has found.
 */
final class OutsideInterference extends SQLException {

    private static final long serialVersionUID = 1L;

    OutsideInterference(String reason) {
        super(reason, SqlStates.SERIALIZATION_FAILURE);
    }
}
