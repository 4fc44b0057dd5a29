package dev.remit.audit;

import static dev.remit.audit.Tampering.STRANGER;
import static dev.remit.audit.Tampering.isTransfer;
import static dev.remit.audit.Tampering.rows;

import java.util.List;
import java.util.UUID;

/** Transfers that were removed, added or swapped, and what an audit says of it. */
final class RemovedTransfers {

    static final List<Tampering> FOUND =
            List.of(
                    rows("transfers row deleted", "DELETE FROM transfers WHERE " + isTransfer(4))
                            .finds(
                                    "transfer of 4: commit 4 posted it, but it has no row",
                                    "account ANN: transfer of 5 (commit 5) made its version 5 with",
                                    "account BOB: transfer of 6 (commit 6) made its version 3 with",
                                    "account_commits: it has 22 rows, but the commits lead to 20",
                                    "account ANN: no commit tells of its row of version 4",
                                    "account BOB: no commit tells of its row of version 2"),
                    rows(
                                    "last transfers row deleted",
                                    "DELETE FROM transfers WHERE " + isTransfer(10))
                            .finds(
                                    "transfer of 10: commit 10 posted it, but it has no row",
                                    "account ANN: its row has the version 8, but its last entry",
                                    "account ANN: its row has a balance of 650, but its last entry",
                                    "account BOB: its row has the version 6, but its last entry",
                                    "account BOB: its row has a balance of 265, but its last entry",
                                    "account_commits: it has 22 rows, but the commits lead to 20",
                                    "account ANN: no commit tells of its row of version 8",
                                    "account BOB: no commit tells of its row of version 6"),
                    rows("transfers row added", copy(STRANGER, 4))
                            .finds(
                                    "transfers: it has 14 rows, but the commits lead to 13 of them",
                                    "transfer STRANGER: no commit tells of it"),
                    rows("transfers rows swapped", swap(2, 3))
                            .finds(
                                    "transfer of 2: commit 2 posted it, but its row has the",
                                    "transfer of 2: it is dated 2026-01-01T00:00:03Z, but commit",
                                    "account ANN: transfer of 2 (commit 2) made its version 3 with",
                                    "transfer of 3: commit 3 posted it, but its row has the",
                                    "transfer of 3: it is dated 2026-01-01T00:00:02Z, but commit",
                                    "account ANN: transfer of 3 (commit 3) made its version 2 with",
                                    "account ANN: its row of version 3 has sequence = 3, but",
                                    "account ANN: its row of version 3 has committed_at =",
                                    "account ANN: the transfers in its row of version 3 are not",
                                    "account CID: its row of version 2 has sequence = 3, but",
                                    "account CID: its row of version 2 has committed_at =",
                                    "account CID: the transfers in its row of version 2 are not",
                                    "commit 2: its hash is",
                                    "account ANN: its row of version 2 has sequence = 2, but",
                                    "account ANN: its row of version 2 has committed_at =",
                                    "account ANN: the transfers in its row of version 2 are not",
                                    "account BOB: its row of version 1 has sequence = 2, but",
                                    "account BOB: its row of version 1 has committed_at =",
                                    "account BOB: the transfers in its row of version 1 are not",
                                    "commit 3: its hash is",
                                    "account ANN: transfer of 4 (commit 4) made its version 4 with"));

    private RemovedTransfers() {}

    private static String copy(UUID id, int commit) {
        return "INSERT INTO transfers SELECT '%s', from_account, to_account, amount, reference, sequence, created_at, from_balance, from_version, to_balance, to_version FROM transfers WHERE %s"
                .formatted(id, isTransfer(commit));
    }

    /** Each gets the id of the other. */
    private static String swap(int one, int other) {
        return """
        UPDATE transfers SET id = '%1$s' WHERE %2$s;
        UPDATE transfers SET id = '%3$s' WHERE %4$s;
        UPDATE transfers SET id = '%5$s' WHERE id = '%1$s'"""
                .formatted(
                        STRANGER,
                        isTransfer(one),
                        SampleBooks.transfer(one),
                        isTransfer(other),
                        SampleBooks.transfer(other));
    }
}
