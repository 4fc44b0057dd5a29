package dev.remit.audit;

import dev.remit.ledger.Transfer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Compares the holds that there are now with those that no commit has ended. */
final class HoldsNow {

    /** A row of {@code holds}, whatever is in it. */
    private record Row(UUID id, UUID account, Long expiresAt) {

        private static Row read(ResultSet row) throws SQLException {
            return new Row(Columns.uuid(row, 1), Columns.uuid(row, 2), Columns.micros(row, 3));
        }

        private boolean is(Transfer hold) {
            return hold.from().account().equals(account)
                    && Objects.equals(hold.expiresAt(), expiresAt);
        }
    }

    private static final String SELECT = "SELECT id, account, expires_at FROM holds ";

    private static final PagedQuery<Row> ALL =
            new PagedQuery<>(
                    SELECT + "ORDER BY id LIMIT ?",
                    SELECT + "WHERE id > ? ORDER BY id LIMIT ?",
                    1,
                    Row::read);

    private HoldsNow() {}

    /**
     * @param open after the last commit, by id; used up
     * @param counted how many rows there are
     */
    static void check(
            Connection connection,
            int pageSize,
            Map<UUID, Transfer> open,
            long counted,
            Findings findings)
            throws SQLException, InterruptedException {
        Pages<Row> rows = new Pages<>(connection, ALL, pageSize);
        for (Row row = rows.take(); row != null; row = rows.take()) {
            Transfer hold = open.remove(row.id());
            if (hold == null) {
                findings.add("hold %s: it has a row, but is not open", row.id());
            } else if (!row.is(hold)) {
                findings.add(
                        "hold %s: its row says that it is on account %s until %s",
                        row.id(), row.account(), Findings.time(row.expiresAt()));
            }
        }
        open.keySet().forEach(id -> findings.add("hold %s: it is open, but has no row", id));
        if (rows.rows() != counted) {
            findings.add(
                    "holds: it has %d rows, but in order of their ids there are %d",
                    counted, rows.rows());
        }
    }
}
