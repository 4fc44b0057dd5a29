package dev.remit.audit;

import static dev.remit.audit.Tampering.rows;

import java.util.List;

/** Commits that were removed, added or put into another order, and what an audit says of it. */
final class RemovedCommits {

    static final List<Tampering> FOUND =
            List.of(
                    rows(
                                    "events of a commit swapped",
                                    "UPDATE commits SET subjects = ARRAY[subjects[2], subjects[1], subjects[3], subjects[4]] WHERE sequence = 8")
                            .finds(
                                    "account BOB: transfer of 8 (second) (commit 8) made its",
                                    "account ANN: transfer of 8 (second) (commit 8) made its",
                                    "account ANN: transfer of 8 (commit 8) made its version 6 with",
                                    "account BOB: transfer of 8 (commit 8) made its version 4 with",
                                    "account BOB: there is no row of version 5, which commit 8 made",
                                    "account ANN: there is no row of version 7, which commit 8 made",
                                    "commit 8: its hash is",
                                    "account ANN: transfer of 10 (commit 10) made its version 8",
                                    "account BOB: transfer of 10 (commit 10) made its version 6",
                                    "account_commits: it has 22 rows, but the commits lead to 20"),
                    rows("commits row deleted", "DELETE FROM commits WHERE sequence = 4")
                            .finds(
                                    "account ANN: transfer of 5 (commit 5) made its version 5 with",
                                    "account BOB: transfer of 6 (commit 6) made its version 3 with",
                                    "commit 4: there is none",
                                    "commit 5: its hash is",
                                    "transfers: it has 13 rows, but the commits lead to 12 of them",
                                    "transfer of 4: no commit tells of it",
                                    "account_commits: it has 22 rows, but the commits lead to 20",
                                    "account ANN: no commit tells of its row of version 4",
                                    "account BOB: no commit tells of its row of version 2"),
                    rows(
                                    "commits row added",
                                    "INSERT INTO commits SELECT 11, token, committed_at, events, subjects, actors, hash FROM commits WHERE sequence = 10")
                            .finds(
                                    "transfer of 10: commit 11 posted it, but its row has the",
                                    "account ANN: transfer of 10 (commit 11) made its version 8",
                                    "account BOB: transfer of 10 (commit 11) made its version 6",
                                    "account ANN: its row of version 8 has sequence = 10, but",
                                    "account BOB: its row of version 6 has sequence = 10, but",
                                    "commit 11: its hash is",
                                    "ledger main: its head is commit 10, but the last commit is 11",
                                    "transfers: it has 13 rows, but the commits lead to 14 of them",
                                    "account_commits: it has 22 rows, but the commits lead to 24"),
                    rows(
                                    "commits swapped",
                                    "UPDATE commits SET sequence = 20 - sequence WHERE sequence IN (3, 4); UPDATE commits SET sequence = sequence - 13 WHERE sequence > 15")
                            .finds(
                                    "transfer of 4: commit 3 posted it, but its row has the",
                                    "account ANN: transfer of 4 (commit 3) made its version 4 with",
                                    "account BOB: its row of version 2 has sequence = 4, but",
                                    "account ANN: its row of version 4 has sequence = 4, but",
                                    "commit 3: its hash is",
                                    "transfer of 3: commit 4 posted it, but its row has the",
                                    "account ANN: transfer of 3 (commit 4) made its version 3 with",
                                    "account ANN: transfer of 5 (commit 5) made its version 5 with",
                                    "account ANN: its row of version 3 has sequence = 3, but",
                                    "account CID: its row of version 2 has sequence = 3, but",
                                    "commit 4: it is dated 2026-01-01T00:00:03Z, but the one",
                                    "commit 4: its hash is",
                                    "commit 5: its hash is"),
                    rows("whole commit removed", remove(4))
                            .finds(
                                    "account ANN: transfer of 5 (commit 5) made its version 5 with",
                                    "account BOB: transfer of 6 (commit 6) made its version 3 with",
                                    "commit 4: there is none",
                                    "commit 5: its hash is"),
                    rows("two whole commits removed", remove(4) + ";" + remove(3))
                            .finds(
                                    "account ANN: transfer of 5 (commit 5) made its version 5 with",
                                    "commits 3 to 4: there are none",
                                    "commit 5: its hash is",
                                    "account BOB: transfer of 6 (commit 6) made its version 3 with",
                                    "account CID: transfer closing CID (commit 7) made its version"),
                    rows("last commit cut off", remove(10))
                            .finds(
                                    "ledger main: its head is commit 10, but the last commit is 9",
                                    "ledger main: its hash is",
                                    "ledger main: its head is dated 2026-01-01T00:00:10Z, but",
                                    "account ANN: its row has the version 8, but its last entry",
                                    "account ANN: its row has a balance of 650, but its last entry",
                                    "account BOB: its row has the version 6, but its last entry",
                                    "account BOB: its row has a balance of 265, but its last entry"));

    private RemovedCommits() {}

    /** With all rows that it wrote. */
    static String remove(int sequence) {
        return """
        DELETE FROM commits WHERE sequence = %1$d;
        DELETE FROM transfers WHERE sequence = %1$d;
        DELETE FROM account_commits WHERE sequence = %1$d"""
                .formatted(sequence);
    }
}
