package dev.remit.audit;

import static dev.remit.audit.SampleBooks.COMMITS;
import static dev.remit.audit.SampleBooks.time;
import static dev.remit.audit.Tampering.ledger;
import static dev.remit.audit.Tampering.rows;

import java.util.List;

/** What somebody did to the head, and what an audit says of it. */
final class TamperedHeads {

    private static final String OTHER_HASH = "\\x" + "ab".repeat(32);

    static final List<Tampering> FOUND =
            List.of(
                    ledger("name", "other")
                            .finds(
                                    "ledger main: there is another one beside it",
                                    "ledger main: it has 0 rows, not one"),
                    ledger("sequence", COMMITS + 1)
                            .finds("ledger main: its head is commit 11, but the last commit is 10"),
                    ledger("page", 1)
                            .finds("ledger main: its head is on page 1, but commit 10 is on page"),
                    ledger("sequence", null)
                            .finds("ledger main: its head is commit null, but the last commit is"),
                    ledger("hash", OTHER_HASH).finds("ledger main: its hash is"),
                    ledger("hash", "\\x").finds("ledger main: its hash is , but that of commit 10"),
                    ledger("committed_at", time(11))
                            .finds("ledger main: its head is dated 2026-01-01T00:00:11Z, but"),
                    ledger("committed_at", null)
                            .finds("ledger main: its head is dated unknown, but commit 10"),
                    rows("ledgers row deleted", "DELETE FROM ledgers")
                            .finds("ledger main: it has 0 rows, not one"),
                    rows(
                                    "ledgers row added",
                                    "INSERT INTO ledgers (name, page, sequence, hash, committed_at) SELECT 'other', page, sequence, hash, committed_at FROM ledgers")
                            .finds("ledger main: there is another one beside it"));

    private TamperedHeads() {}
}
