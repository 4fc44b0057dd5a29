package dev.remit.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * CockroachDB keeps the old versions of a row for hours, and all versions of one row in one range.
 * A row that every commit rewrites would collect more than a range should hold: for the tables with
 * such rows an hour is enough, which is also how long an audit may take.
 *
 * @see <a
 *     href="https://www.cockroachlabs.com/docs/stable/configure-replication-zones#gc-ttlseconds">gc.ttlseconds</a>
 */
final class OldVersions {

    private static final Logger LOG = Logger.getLogger(OldVersions.class);

    private static final List<String> TABLES = List.of("ledgers", "accounts", "holds");
    private static final int SECONDS = 3600;

    private OldVersions() {}

    /** Once, after the tables were made: whoever sets another time later keeps it. */
    static void limit(Connection connection) throws SQLException {
        for (String table : TABLES) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "ALTER TABLE %s CONFIGURE ZONE USING gc.ttlseconds = %d"
                                .formatted(table, SECONDS));
            } catch (SQLException e) {
                // Where tenants share a cluster it is the provider's to say.
                LOG.warnf(
                        "How long old versions of the table %s are kept could not be set to %d s (%s); see docs/adr.",
                        table, SECONDS, e.getMessage());
            }
        }
    }
}
