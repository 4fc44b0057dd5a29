package dev.remit.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Names the rows that lack something. The schema does not allow them, and no chain would lead to
 * some of them.
 */
final class IncompleteRows {

    private static final PagedQuery<UUID> ACCOUNTS = query("accounts", AccountRow.INCOMPLETE);
    private static final PagedQuery<UUID> TRANSFERS = query("transfers", Link.INCOMPLETE);

    private IncompleteRows() {}

    static void name(Connection connection, int pageSize, Findings findings)
            throws SQLException, InterruptedException {
        name("account", new Pages<>(connection, ACCOUNTS, pageSize), findings);
        name("transfer", new Pages<>(connection, TRANSFERS, pageSize), findings);
    }

    private static void name(String kind, Pages<UUID> ids, Findings findings)
            throws SQLException, InterruptedException {
        for (UUID id = ids.take(); id != null; id = ids.take()) {
            findings.add("%s %s: its row lacks a value, or half of a side", kind, id);
        }
    }

    private static PagedQuery<UUID> query(String table, String incomplete) {
        String select = "SELECT id FROM " + table + " WHERE (" + incomplete + ")";
        String order = " ORDER BY id LIMIT ?";
        return new PagedQuery<>(
                select + order,
                select + " AND id > ?" + order,
                1,
                row -> row.getObject(1, UUID.class));
    }
}
