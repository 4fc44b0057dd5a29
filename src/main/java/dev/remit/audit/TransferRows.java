package dev.remit.audit;

import dev.remit.ledger.Entry;
import dev.remit.ledger.Kind;
import dev.remit.ledger.Transfer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The transfers that commits tell of. */
final class TransferRows {

    private static final String BY_ID =
            """
            SELECT id, from_account, from_balance, from_version, to_account, to_balance, to_version,
                   amount, reference, sequence, created_at, kind, metadata, related, settled,
                   expires_at
            FROM transfers WHERE id = ANY (?)""";

    private final Connection connection;
    private final Findings findings;
    private long rows;

    TransferRows(Connection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
    }

    /**
     * Those that there are by their ids. A row of which no transfer can be made is told here, and
     * there is null for it.
     */
    Map<UUID, Transfer> read(Collection<UUID> ids) throws SQLException {
        Map<UUID, Transfer> transfers = HashMap.newHashMap(ids.size());
        rows += load(ids, transfers, findings);
        return transfers;
    }

    /** The same of those that others belong to, which are read once more for it. */
    Map<UUID, Transfer> lookUp(Collection<UUID> ids) throws SQLException {
        Map<UUID, Transfer> transfers = HashMap.newHashMap(ids.size());
        // What is wrong with them is told where they are read as what a commit tells of.
        load(ids, transfers, new Findings());
        return transfers;
    }

    private int load(Collection<UUID> ids, Map<UUID, Transfer> transfers, Findings findings)
            throws SQLException {
        int count = 0;
        try (PreparedStatement statement = connection.prepareStatement(BY_ID)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID id = Columns.uuid(row, 1);
                    if (transfers.containsKey(id)) {
                        findings.add("transfer %s: it has more than one row", id);
                    }
                    transfers.put(id, transfer(id, row, findings));
                    count++;
                }
            }
        }
        return count;
    }

    /** How many were read so far. */
    long rows() {
        return rows;
    }

    private static Transfer transfer(UUID id, ResultSet row, Findings findings)
            throws SQLException {
        Long amount = Columns.number(row, 8);
        Long sequence = Columns.number(row, 10);
        Long createdAt = Columns.micros(row, 11);
        Entry from = entry(row, 2);
        Entry to = entry(row, 5);
        Kind kind = kind(row.getString(12));
        UUID related = Columns.uuid(row, 14);
        Long settled = Columns.number(row, 15);
        Long expiresAt = Columns.micros(row, 16);
        boolean isWhole =
                amount != null
                        && sequence != null
                        && createdAt != null
                        && (from != null || to != null)
                        && (from != null || isEmpty(row, 2))
                        && (to != null || isEmpty(row, 5))
                        && kind != null
                        && (related == null) == (settled == null)
                        && (related == null) == (kind == Kind.POSTING || kind == Kind.HOLD)
                        && (from != null || kind == Kind.POSTING || kind == Kind.REVERSAL)
                        && (expiresAt == null || kind == Kind.HOLD);
        if (!isWhole) {
            findings.add(
                    "transfer %s: its row lacks a value or half of an entry, or has an impossible one",
                    id);
            return null;
        }
        return new Transfer(
                id,
                kind,
                from,
                to,
                amount,
                row.getString(9),
                row.getString(13),
                related,
                settled == null ? 0 : settled,
                expiresAt,
                sequence,
                createdAt);
    }

    /** Null if it is none. */
    private static Kind kind(String text) {
        try {
            return Kind.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Three columns in a row: account, balance, version. Null if one of them is. */
    private static Entry entry(ResultSet row, int column) throws SQLException {
        UUID account = Columns.uuid(row, column);
        Long balance = Columns.number(row, column + 1);
        Long version = Columns.number(row, column + 2);
        return account == null || balance == null || version == null
                ? null
                : new Entry(account, balance, version);
    }

    /** Whether there is nothing of an entry. */
    private static boolean isEmpty(ResultSet row, int column) throws SQLException {
        return Columns.uuid(row, column) == null
                && Columns.number(row, column + 1) == null
                && Columns.number(row, column + 2) == null;
    }
}
