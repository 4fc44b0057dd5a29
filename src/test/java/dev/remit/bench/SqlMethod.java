package dev.remit.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** A way to post transfers by SQL. */
interface SqlMethod {

    String description();

    /** A connection set up as this way needs it. */
    Connection connect(BenchmarkDatabase database) throws SQLException;

    /** On such a connection, which it keeps. */
    SqlTransfer prepare(Connection connection) throws SQLException;
}
