package dev.remit.audit;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What the commits have recorded of all accounts of a currency together. */
final class TotalRows {

    /** Whatever is in it: any of both may be null. */
    record Row(Long accounts, BigDecimal total) {}

    private static final String BETWEEN =
            """
            SELECT currency, sequence, accounts, total FROM totals
            WHERE currency = ANY (?) AND sequence BETWEEN ? AND ?""";

    private final Connection connection;
    private final Findings findings;
    private long rows;

    TotalRows(Connection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
    }

    /** Those of some commits, by sequence and currency. */
    Map<Long, Map<String, Row>> read(Collection<String> currencies, long first, long last)
            throws SQLException {
        Map<Long, Map<String, Row>> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(BETWEEN)) {
            statement.setArray(1, connection.createArrayOf("text", currencies.toArray()));
            statement.setLong(2, first);
            statement.setLong(3, last);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    add(found.computeIfAbsent(row.getLong(2), sequence -> new HashMap<>()), row);
                }
            }
        }
        return found;
    }

    private void add(Map<String, Row> found, ResultSet row) throws SQLException {
        rows++;
        String currency = row.getString(1);
        if (found.put(currency, new Row(Columns.number(row, 3), row.getBigDecimal(4))) != null) {
            findings.add(
                    "totals of %s: there is more than one row of commit %d",
                    currency, row.getLong(2));
        }
    }

    /** How many were read so far. */
    long rows() {
        return rows;
    }
}
