package dev.remit.audit;

import static dev.remit.audit.SampleBooks.ANN;
import static dev.remit.audit.SampleBooks.BOB;
import static dev.remit.audit.SampleBooks.CID;
import static dev.remit.audit.SampleBooks.EVE;
import static dev.remit.audit.SampleBooks.IDA;
import static dev.remit.audit.SampleBooks.time;
import static dev.remit.audit.Tampering.STRANGER;
import static dev.remit.audit.Tampering.accountCommit;
import static dev.remit.audit.Tampering.isAccountCommit;
import static dev.remit.audit.Tampering.rows;

import java.util.List;
import java.util.UUID;

/** What somebody did to what the commits did to accounts, and what an audit says of it. */
final class TamperedAccountCommits {

    static final List<Tampering> FOUND =
            List.of(
                    accountCommit("account", ANN, 2, STRANGER)
                            .finds(
                                    "account ANN: there is no row of version 2, which commit 2 made",
                                    "account_commits: it has 22 rows, but the commits lead to 21",
                                    "account STRANGER: no commit tells of its row of version 2"),
                    accountCommit("account", ANN, 0, STRANGER)
                            .finds(
                                    "account ANN: there is no row of version 0, which commit 1 made",
                                    "account_commits: it has 22 rows, but the commits lead to 21",
                                    "account STRANGER: no commit tells of its row of version 0"),
                    accountCommit("first_version", ANN, 2, 20)
                            .finds(
                                    "account ANN: there is no row of version 2, which commit 2 made",
                                    "account_commits: it has 22 rows, but the commits lead to 21",
                                    "account ANN: no commit tells of its row of version 20"),
                    accountCommit("last_version", ANN, 6, 6)
                            .finds("account ANN: its row of version 6 has last_version = 6, but"),
                    accountCommit("last_version", EVE, 1, 1)
                            .finds("account EVE: its row of version 1 has last_version = 1, but"),
                    accountCommit("balance", ANN, 2, 801)
                            .finds("account ANN: its row of version 2 has balance = 801, but"),
                    accountCommit("balance", ANN, 2, null)
                            .finds("account ANN: its row of version 2 has balance = null, but"),
                    accountCommit("sequence", ANN, 2, 3)
                            .finds("account ANN: its row of version 2 has sequence = 3, but"),
                    accountCommit("committed_at", ANN, 2, time(3))
                            .finds("account ANN: its row of version 2 has committed_at ="),
                    accountCommit("committed_at", ANN, 0, time(0))
                            .finds(
                                    "account ANN: its row of version 0 has committed_at =",
                                    "account ANN: its row is dated 2026-01-01T00:00:01Z, but it"),
                    accountCommit("transfers", ANN, 2, "{}")
                            .finds("account ANN: the transfers in its row of version 2 are not"),
                    rows(
                                    "transfers of an account and commit swapped",
                                    "UPDATE account_commits SET transfers = ARRAY[transfers[2], transfers[1]] WHERE "
                                            + isAccountCommit(ANN, 6))
                            .finds("account ANN: the transfers in its row of version 6 are not"),
                    accountCommit("name", ANN, 0, "Anne")
                            .finds(
                                    "commit 1: its hash is",
                                    "account ANN: its row has not the name that it was given last"),
                    accountCommit("name", ANN, 0, null)
                            .finds(
                                    "commit 1: its hash is",
                                    "account ANN: its row has not the name that it was given last"),
                    accountCommit("name", ANN, 2, "Ann")
                            .finds("account ANN: its row of version 2 has a name, but commit 2"),
                    accountCommit("currency", ANN, 0, "EUR")
                            .finds(
                                    "commit 1: its hash is",
                                    "totals of EUR: the row of commit 1 has 1 accounts that hold",
                                    "totals of USD: the row of commit 1 has 5 accounts that hold",
                                    "transfer of 2: commit 2 posted it between accounts of",
                                    "transfer of 3: commit 3 posted it between accounts of",
                                    "transfer of 4: commit 4 posted it between accounts of",
                                    "totals of EUR: there is no row of commit 5, which changed them",
                                    "totals of USD: there is a row of commit 5, which did not",
                                    "totals of USD: the row of commit 6 has 5 accounts that hold",
                                    "totals of USD: the row of commit 7 has 3 accounts that hold",
                                    "transfer of 8: commit 8 posted it between accounts of",
                                    "transfer of 8 (second): commit 8 posted it between accounts",
                                    "totals of EUR: the row of commit 9 has 0 accounts that hold",
                                    "transfer of 10: commit 10 posted it between accounts of",
                                    "account ANN: its row has the currency USD, but it was opened"),
                    accountCommit("currency", EVE, 0, null)
                            .finds(
                                    "commit 1: its hash is",
                                    "totals of USD: the row of commit 1 has 5 accounts that hold",
                                    "totals of USD: the row of commit 5 has 5 accounts that hold",
                                    "totals of USD: the row of commit 6 has 5 accounts that hold",
                                    "totals of USD: the row of commit 7 has 3 accounts that hold",
                                    "totals of USD: there is no row of commit 9, which changed",
                                    "totals: it has 6 rows, but the commits lead to 4 of them"),
                    accountCommit("currency", ANN, 2, "EUR")
                            .finds(
                                    "account ANN: its row of version 2 has a currency, but commit 2"),
                    accountCommit("closed", ANN, 2, true)
                            .finds("account ANN: its row of version 2 has closed = true, but"),
                    accountCommit("closed", CID, 3, false)
                            .finds("account CID: its row of version 3 has closed = false, but"),
                    rows(
                                    "account_commits row deleted",
                                    "DELETE FROM account_commits WHERE " + isAccountCommit(ANN, 2))
                            .finds(
                                    "account ANN: there is no row of version 2, which commit 2 made"),
                    rows(
                                    "account_commits row of an opening deleted",
                                    "DELETE FROM account_commits WHERE " + isAccountCommit(IDA, 0))
                            .finds(
                                    "account IDA: there is no row of version 0, which commit 1 made"),
                    rows("account_commits row added", copy(BOB, 7))
                            .finds(
                                    "account_commits: it has 23 rows, but the commits lead to 22",
                                    "account BOB: no commit tells of its row of version 7"),
                    rows("account_commits row of an unknown account added", copy(STRANGER, 0))
                            .finds(
                                    "account_commits: it has 23 rows, but the commits lead to 22",
                                    "account STRANGER: no commit tells of its row of version 0"));

    private TamperedAccountCommits() {}

    /** Of Ann's opening. */
    private static String copy(UUID account, int firstVersion) {
        return "INSERT INTO account_commits SELECT '%s', %d, last_version, balance, sequence, committed_at, transfers, name, closed, currency FROM account_commits WHERE %s"
                .formatted(account, firstVersion, isAccountCommit(ANN, 0));
    }
}
