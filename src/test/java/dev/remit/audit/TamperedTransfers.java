package dev.remit.audit;

import static dev.remit.audit.SampleBooks.BOB;
import static dev.remit.audit.SampleBooks.IDA;
import static dev.remit.audit.SampleBooks.time;
import static dev.remit.audit.Tampering.STRANGER;
import static dev.remit.audit.Tampering.transfer;

import java.util.List;

/** What somebody did to the transfers, and what an audit says of it. */
final class TamperedTransfers {

    static final List<Tampering> FOUND =
            List.of(
                    transfer("id", 2, STRANGER)
                            .finds(
                                    "transfer of 2: commit 2 posted it, but it has no row",
                                    "account ANN: transfer of 3 (commit 3) made its version 3 with",
                                    "account BOB: transfer of 4 (commit 4) made its version 2 with",
                                    "transfers: it has 13 rows, but the commits lead to 12 of them",
                                    "transfer STRANGER: no commit tells of it",
                                    "account_commits: it has 22 rows, but the commits lead to 20",
                                    "account ANN: no commit tells of its row of version 2",
                                    "account BOB: no commit tells of its row of version 1"),
                    transfer("from_account", 2, IDA)
                            .finds(
                                    "account IDA: transfer of 2 (commit 2) made its version 2 with",
                                    "account ANN: transfer of 3 (commit 3) made its version 3 with",
                                    "account IDA: there is no row of version 2, which commit 2 made",
                                    "commit 2: its hash is",
                                    "account IDA: its row has the version 0, but its last entry",
                                    "account IDA: its row has a balance of 0, but its last entry",
                                    "account_commits: it has 22 rows, but the commits lead to 21",
                                    "account ANN: no commit tells of its row of version 2"),
                    transfer("from_account", 2, null)
                            .finds(
                                    "all accounts together hold 915, but 2025 were paid in and 910",
                                    "transfer of 2: its row lacks a value or half of an entry, or",
                                    "account ANN: transfer of 3 (commit 3) made its version 3 with",
                                    "account BOB: transfer of 4 (commit 4) made its version 2 with",
                                    "account_commits: it has 22 rows, but the commits lead to 20",
                                    "account ANN: no commit tells of its row of version 2"),
                    transfer("from_account", 2, BOB)
                            .finds(
                                    "transfer of 2: it goes from account BOB to itself",
                                    "account BOB: transfer of 2 (commit 2) made its version 2 with",
                                    "account BOB: transfer of 2 (commit 2) made its version 1 with",
                                    "account ANN: transfer of 3 (commit 3) made its version 3 with",
                                    "account BOB: its row of version 2 has last_version = 2, but",
                                    "account BOB: its row of version 2 has balance = 150, but",
                                    "account BOB: its row of version 2 has sequence = 4, but",
                                    "account BOB: its row of version 2 has committed_at =",
                                    "account BOB: the transfers in its row of version 2 are not",
                                    "commit 2: its hash is",
                                    "account_commits: it has 22 rows, but the commits lead to 21",
                                    "account ANN: no commit tells of its row of version 2",
                                    "account BOB: no commit tells of its row of version 1"),
                    transfer("from_balance", 2, 801)
                            .finds(
                                    "account ANN: transfer of 2 (commit 2) made its version 2 with",
                                    "account ANN: transfer of 3 (commit 3) made its version 3 with",
                                    "account ANN: its row of version 2 has balance = 800, but",
                                    "commit 2: its hash is"),
                    transfer("from_balance", 5, 1)
                            .finds(
                                    "transfer of 5: its row lacks a value or half of an entry, or",
                                    "account ANN: transfer of 8 (commit 8) made its version 6 with",
                                    "account_commits: it has 22 rows, but the commits lead to 21"),
                    transfer("from_version", 2, 20)
                            .finds(
                                    "account ANN: transfer of 2 (commit 2) made its version 20",
                                    "account ANN: transfer of 3 (commit 3) made its version 3 with",
                                    "account ANN: there is no row of version 20, which commit 2",
                                    "commit 2: its hash is",
                                    "account_commits: it has 22 rows, but the commits lead to 21",
                                    "account ANN: no commit tells of its row of version 2"),
                    transfer("from_version", 3, -2)
                            .finds(
                                    "account ANN: transfer of 3 (commit 3) made its version -2",
                                    "account ANN: there is no row of version -2, which commit 3",
                                    "commit 3: its hash is",
                                    "account ANN: transfer of 4 (commit 4) made its version 4 with",
                                    "account_commits: it has 22 rows, but the commits lead to 21",
                                    "account ANN: no commit tells of its row of version 3"),
                    transfer("to_account", 2, IDA)
                            .finds(
                                    "account IDA: there is no row of version 1, which commit 2 made",
                                    "commit 2: its hash is",
                                    "account BOB: transfer of 4 (commit 4) made its version 2 with",
                                    "account IDA: its row has the version 0, but its last entry",
                                    "account IDA: its row has a balance of 0, but its last entry",
                                    "account_commits: it has 22 rows, but the commits lead to 21",
                                    "account BOB: no commit tells of its row of version 1"),
                    transfer("to_account", 2, STRANGER)
                            .finds(
                                    "account STRANGER: transfer of 2 (commit 2) made its version",
                                    "account STRANGER: there is no row of version 1, which commit",
                                    "commit 2: its hash is",
                                    "account BOB: transfer of 4 (commit 4) made its version 2 with",
                                    "account STRANGER: it has no row, but version 1 and a balance",
                                    "account_commits: it has 22 rows, but the commits lead to 21",
                                    "account BOB: no commit tells of its row of version 1"),
                    transfer("to_balance", 2, -1)
                            .finds(
                                    "account BOB: transfer of 2 (commit 2) made its version 1 with",
                                    "account BOB: its balance after version 1 (transfer of 2) is",
                                    "account BOB: its row of version 1 has balance = 200, but",
                                    "commit 2: its hash is",
                                    "account BOB: transfer of 4 (commit 4) made its version 2 with"),
                    transfer("to_version", 10, 8)
                            .finds(
                                    "account BOB: transfer of 10 (commit 10) made its version 8",
                                    "account BOB: there is no row of version 8, which commit 10",
                                    "commit 10: its hash is",
                                    "account BOB: its row has the version 6, but its last entry",
                                    "account_commits: it has 22 rows, but the commits lead to 21",
                                    "account BOB: no commit tells of its row of version 6"),
                    transfer("amount", 2, 201)
                            .finds(
                                    "account ANN: transfer of 2 (commit 2) made its version 2 with",
                                    "account BOB: transfer of 2 (commit 2) made its version 1 with",
                                    "commit 2: its hash is"),
                    transfer("amount", 5, 26)
                            .finds(
                                    "all accounts together hold 915, but 1826 were paid in and 910",
                                    "account ANN: transfer of 5 (commit 5) made its version 5 with",
                                    "commit 5: its hash is",
                                    "totals of USD: the row of commit 5 has 5 accounts that hold",
                                    "totals of USD: the row of commit 6 has 5 accounts that hold",
                                    "totals of USD: the row of commit 7 has 3 accounts that hold"),
                    transfer("amount", 6, -10)
                            .finds(
                                    "all accounts together hold 915, but 1825 were paid in and 890",
                                    "transfer of 6: its amount is -10, not 1 to 9007199254740991",
                                    "account BOB: transfer of 6 (commit 6) made its version 3 with",
                                    "commit 6: its hash is",
                                    "totals of USD: the row of commit 6 has 5 accounts that hold",
                                    "totals of USD: the row of commit 7 has 3 accounts that hold"),
                    transfer("amount", 4, null)
                            .finds(
                                    "transfer of 4: its row lacks a value or half of an entry, or",
                                    "account ANN: transfer of 5 (commit 5) made its version 5 with",
                                    "account BOB: transfer of 6 (commit 6) made its version 3 with",
                                    "account_commits: it has 22 rows, but the commits lead to 20"),
                    transfer("reference", 4, "Sample").finds("commit 4: its hash is"),
                    transfer("reference", 4, null).finds("commit 4: its hash is"),
                    transfer("sequence", 4, 5)
                            .finds("transfer of 4: commit 4 posted it, but its row has the"),
                    transfer("sequence", 4, null)
                            .finds(
                                    "transfer of 4: its row lacks a value or half of an entry, or",
                                    "account ANN: transfer of 5 (commit 5) made its version 5 with",
                                    "account BOB: transfer of 6 (commit 6) made its version 3 with",
                                    "account_commits: it has 22 rows, but the commits lead to 20"),
                    transfer("created_at", 4, time(5))
                            .finds("transfer of 4: it is dated 2026-01-01T00:00:05Z, but commit"));

    private TamperedTransfers() {}
}
