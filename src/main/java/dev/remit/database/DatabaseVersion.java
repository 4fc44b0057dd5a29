package dev.remit.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a database says of itself.
 *
 * @param product with its version, such as {@code CockroachDB CCL v25.2.1}
 */
record DatabaseVersion(DatabaseKind kind, String product) {

    static DatabaseVersion of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("SELECT version()")) {
            version.next();
            return of(version.getString(1));
        }
    }

    /** Behind the version it says for which processor it was built, by what, and when. */
    static DatabaseVersion of(String version) {
        return new DatabaseVersion(
                version.startsWith("CockroachDB")
                        ? DatabaseKind.COCKROACHDB
                        : DatabaseKind.POSTGRESQL,
                version.split(" \\(| on |,")[0]);
    }
}
