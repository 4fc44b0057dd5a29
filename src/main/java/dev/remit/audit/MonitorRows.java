package dev.remit.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The monitors that commits have created. */
final class MonitorRows {

    private static final String BY_ID =
            "SELECT " + MonitorRow.COLUMNS + " FROM monitors WHERE id = ANY (?)";

    private final Connection connection;
    private final Findings findings;
    private long rows;

    MonitorRows(Connection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
    }

    /** Those that there are by their ids. */
    Map<UUID, MonitorRow> read(List<UUID> ids) throws SQLException {
        Map<UUID, MonitorRow> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        try (PreparedStatement statement = connection.prepareStatement(BY_ID)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    add(found, MonitorRow.read(row));
                }
            }
        }
        return found;
    }

    private void add(Map<UUID, MonitorRow> found, MonitorRow row) {
        rows++;
        if (found.put(row.id(), row) != null) {
            findings.add("monitor %s: it has more than one row", row.id());
        }
    }

    /** How many were read so far. */
    long rows() {
        return rows;
    }
}
