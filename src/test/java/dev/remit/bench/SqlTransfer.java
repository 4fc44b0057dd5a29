package dev.remit.bench;

import java.sql.SQLException;
import java.util.UUID;

/** A transfer by SQL on one connection. */
@FunctionalInterface
interface SqlTransfer {

    /**
     * One attempt. When it throws, nothing has been posted and the connection can be used again.
     *
     * @throws SQLException with SQLSTATE 40001 or 40P01 if it is to be run again
     */
    void post(UUID from, UUID to, long amount) throws SQLException;
}
