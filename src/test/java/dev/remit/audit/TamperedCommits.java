package dev.remit.audit;

import static dev.remit.audit.SampleBooks.time;
import static dev.remit.audit.Tampering.STRANGER;
import static dev.remit.audit.Tampering.commit;

import java.util.List;

/** What somebody did to the commits, and what an audit says of it. */
final class TamperedCommits {

    private static final String OTHER_HASH = "\\x" + "ab".repeat(32);

    static final List<Tampering> FOUND =
            List.of(
                    commit("sequence", 4, 14)
                            .finds(
                                    "account ANN: transfer of 5 (commit 5) made its version 5 with",
                                    "account BOB: transfer of 6 (commit 6) made its version 3 with",
                                    "commit 4: there is none",
                                    "commit 5: its hash is",
                                    "transfer of 4: commit 14 posted it, but its row has the",
                                    "account BOB: transfer of 4 (commit 14) made its version 2",
                                    "account ANN: transfer of 4 (commit 14) made its version 4",
                                    "account BOB: its row of version 2 has sequence = 4, but",
                                    "account ANN: its row of version 4 has sequence = 4, but",
                                    "commits 11 to 13: there are none",
                                    "commit 14: it is dated 2026-01-01T00:00:04Z, but the one",
                                    "commit 14: its hash is",
                                    "ledger main: its head is commit 10, but the last commit is 14",
                                    "ledger main: its hash is",
                                    "ledger main: its head is dated 2026-01-01T00:00:10Z, but",
                                    "account ANN: its row has the version 8, but its last entry",
                                    "account ANN: its row has a balance of 650, but its last entry",
                                    "account BOB: its row has the version 6, but its last entry",
                                    "account BOB: its row has a balance of 265, but its last entry"),
                    commit("sequence", 1, -1)
                            .finds(
                                    "transfer opening ANN: commit -1 posted it, but its row has",
                                    "transfer opening CID: commit -1 posted it, but its row has",
                                    "transfer opening ZOE: commit -1 posted it, but its row has",
                                    "account ANN: its row of version 0 has sequence = 1, but",
                                    "account BOB: its row of version 0 has sequence = 1, but",
                                    "account CID: its row of version 0 has sequence = 1, but",
                                    "account EVE: its row of version 0 has sequence = 1, but",
                                    "account IDA: its row of version 0 has sequence = 1, but",
                                    "account ZOE: its row of version 0 has sequence = 1, but",
                                    "commit -1: it cannot come after commit 0",
                                    "commit -1: its hash is",
                                    "totals of EUR: there is no row of commit -1, which changed",
                                    "totals of USD: there is no row of commit -1, which changed",
                                    "commits 0 to 1: there are none",
                                    "totals: it has 6 rows, but the commits lead to 4 of them"),
                    commit("token", 4, STRANGER).finds("commit 4: its hash is"),
                    commit("token", 4, null)
                            .finds("commit 4: its row lacks a value, or has an impossible one"),
                    commit("committed_at", 4, time(5))
                            .finds(
                                    "transfer of 4: it is dated 2026-01-01T00:00:04Z, but commit",
                                    "account BOB: its row of version 2 has committed_at =",
                                    "account ANN: its row of version 4 has committed_at =",
                                    "commit 4: its hash is"),
                    commit("committed_at", 4, time(2))
                            .finds(
                                    "transfer of 4: it is dated 2026-01-01T00:00:04Z, but commit",
                                    "account BOB: its row of version 2 has committed_at =",
                                    "account ANN: its row of version 4 has committed_at =",
                                    "commit 4: it is dated 2026-01-01T00:00:02Z, but the one",
                                    "commit 4: its hash is"),
                    commit("committed_at", 4, "infinity")
                            .finds(
                                    "commit 4: its row lacks a value, or has an impossible one",
                                    "transfer of 4: it is dated 2026-01-01T00:00:04Z, but commit",
                                    "account BOB: its row of version 2 has committed_at =",
                                    "account ANN: its row of version 4 has committed_at ="),
                    commit("events", 4, "c")
                            .finds(
                                    "account of 4: commit 4 closed it, but it was not open",
                                    "account ANN: transfer of 5 (commit 5) made its version 5 with",
                                    "account BOB: transfer of 6 (commit 6) made its version 3 with",
                                    "transfers: it has 13 rows, but the commits lead to 12 of them",
                                    "account_commits: it has 22 rows, but the commits lead to 20"),
                    commit("events", 4, "pp").finds("commit 4: it has 2 events, but 1 subjects"),
                    commit("events", 4, "q")
                            .finds(
                                    "commit 4: its event 1 has the letter U+0071 and the subject",
                                    "account ANN: transfer of 5 (commit 5) made its version 5 with",
                                    "account BOB: transfer of 6 (commit 6) made its version 3 with",
                                    "transfers: it has 13 rows, but the commits lead to 12 of them",
                                    "account_commits: it has 22 rows, but the commits lead to 20"),
                    commit("events", 4, "")
                            .finds(
                                    "commit 4: it has 0 events, but 1 subjects",
                                    "account ANN: transfer of 5 (commit 5) made its version 5 with",
                                    "account BOB: transfer of 6 (commit 6) made its version 3 with",
                                    "transfers: it has 13 rows, but the commits lead to 12 of them",
                                    "account_commits: it has 22 rows, but the commits lead to 20"),
                    commit("events", 4, null)
                            .finds(
                                    "commit 4: its row lacks a value, or has an impossible one",
                                    "account ANN: transfer of 5 (commit 5) made its version 5 with",
                                    "account BOB: transfer of 6 (commit 6) made its version 3 with",
                                    "transfers: it has 13 rows, but the commits lead to 12 of them",
                                    "account_commits: it has 22 rows, but the commits lead to 20"),
                    commit("subjects", 4, "{%s}".formatted(STRANGER))
                            .finds(
                                    "transfer STRANGER: commit 4 posted it, but it has no row",
                                    "account ANN: transfer of 5 (commit 5) made its version 5 with",
                                    "account BOB: transfer of 6 (commit 6) made its version 3 with",
                                    "transfers: it has 13 rows, but the commits lead to 12 of them",
                                    "transfer of 4: no commit tells of it",
                                    "account_commits: it has 22 rows, but the commits lead to 20",
                                    "account ANN: no commit tells of its row of version 4",
                                    "account BOB: no commit tells of its row of version 2"),
                    commit("subjects", 4, "{NULL}")
                            .finds(
                                    "commit 4: its event 1 has the letter U+0070 and the subject",
                                    "account ANN: transfer of 5 (commit 5) made its version 5 with",
                                    "account BOB: transfer of 6 (commit 6) made its version 3 with",
                                    "transfers: it has 13 rows, but the commits lead to 12 of them",
                                    "transfer of 4: no commit tells of it",
                                    "account_commits: it has 22 rows, but the commits lead to 20",
                                    "account ANN: no commit tells of its row of version 4",
                                    "account BOB: no commit tells of its row of version 2"),
                    commit("actors", 4, "{eve}").finds("commit 4: its hash is"),
                    commit("actors", 4, "{NULL,NULL}")
                            .finds("commit 4: it has 1 events, but 2 actors"),
                    commit("actors", 8, null).finds("commit 8: its hash is"),
                    commit("actors", 8, "{teller-7,teller-7,teller-7,eve}")
                            .finds("commit 8: its hash is"),
                    commit("actors", 8, "{teller-7}")
                            .finds(
                                    "commit 8: it has 4 events, but 1 actors",
                                    "commit 8: its hash is"),
                    commit("hash", 4, OTHER_HASH)
                            .finds("commit 4: its hash is", "commit 5: its hash is"),
                    commit("hash", 4, null)
                            .finds("commit 4: its row lacks a value, or has an impossible one"),
                    commit("hash", 10, OTHER_HASH)
                            .finds("commit 10: its hash is", "ledger main: its hash is"));

    private TamperedCommits() {}
}
