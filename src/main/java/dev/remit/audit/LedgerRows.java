package dev.remit.audit;

import dev.remit.ledger.Head;
import dev.remit.store.Ledger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;

/** What {@code ledgers} says of the head. */
final class LedgerRows {

    private static final String ALL =
            "SELECT name, sequence, hash, committed_at, page FROM ledgers";

    private LedgerRows() {}

    /** Compares it with the last commit. */
    static void check(Connection connection, Head head, Findings findings) throws SQLException {
        int heads = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ALL)) {
            while (row.next()) {
                if (head.ledger().equals(row.getString(1))) {
                    check(row, head, findings);
                    heads++;
                } else {
                    findings.add("ledger %s: there is another one beside it", Ledger.MAIN);
                }
            }
        }
        if (heads != 1) {
            findings.add("ledger %s: it has %d rows, not one", head.ledger(), heads);
        }
    }

    private static void check(ResultSet row, Head head, Findings findings) throws SQLException {
        if (!Long.valueOf(head.sequence()).equals(Columns.number(row, 2))) {
            findings.add(
                    "ledger %s: its head is commit %d, but the last commit is %d",
                    head.ledger(), Columns.number(row, 2), head.sequence());
        }
        if (!Long.valueOf(Ledger.page(head.sequence())).equals(Columns.number(row, 5))) {
            findings.add(
                    "ledger %s: its head is on page %d, but commit %d is on page %d",
                    head.ledger(),
                    Columns.number(row, 5),
                    head.sequence(),
                    Ledger.page(head.sequence()));
        }
        byte[] hash = row.getBytes(3);
        if (!Arrays.equals(head.hash(), hash)) {
            findings.add(
                    "ledger %s: its hash is %s, but that of commit %d %s",
                    head.ledger(),
                    Findings.hash(hash),
                    head.sequence(),
                    Findings.hash(head.hash()));
        }
        Long committedAt = head.sequence() == 0 ? null : (Long) head.committedAt();
        if (!Objects.equals(committedAt, Columns.micros(row, 4))) {
            findings.add(
                    "ledger %s: its head is dated %s, but commit %d %s",
                    head.ledger(),
                    Findings.time(Columns.micros(row, 4)),
                    head.sequence(),
                    Findings.time(committedAt));
        }
    }
}
