package dev.remit.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Which of the two it is: CockroachDB gives itself out as PostgreSQL to drivers. */
public enum DatabaseKind {
    COCKROACHDB,
    POSTGRESQL;

    public static DatabaseKind of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("SELECT version()")) {
            version.next();
            return version.getString(1).startsWith("CockroachDB") ? COCKROACHDB : POSTGRESQL;
        }
    }
}
