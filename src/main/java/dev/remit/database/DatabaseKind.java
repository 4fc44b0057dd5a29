package dev.remit.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Which of the two it is: CockroachDB gives itself out as PostgreSQL to drivers. */
public enum DatabaseKind {
    COCKROACHDB,
    POSTGRESQL;

    public static DatabaseKind of(Connection connection) throws SQLException {
        return DatabaseVersion.of(connection).kind();
    }
}
