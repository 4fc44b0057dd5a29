package dev.remit.audit;

import static dev.remit.audit.SampleBooks.ANN;
import static dev.remit.audit.SampleBooks.BOB;
import static dev.remit.audit.SampleBooks.CID;
import static dev.remit.audit.SampleBooks.time;
import static dev.remit.audit.SampleBooks.transfer;
import static dev.remit.audit.Tampering.STRANGER;
import static dev.remit.audit.Tampering.commit;
import static dev.remit.audit.Tampering.isTransfer;
import static dev.remit.audit.Tampering.rows;

import java.util.List;

/**
 * What somebody did to holds, to what ended them, and to reversals, and what an audit says of it.
 */
final class TamperedFollowers {

    static final List<Tampering> FOUND =
            List.of(
                    Tampering.transfer("kind", 2, null)
                            .finds(
                                    "transfer of 2: its row lacks a value or half of an entry,",
                                    "account ANN: its row has held = 200, but the commits make",
                                    "hold of 2: it has a row, but is not open"),
                    Tampering.transfer("kind", 2, "void")
                            .finds(
                                    "transfer of 2: its row lacks a value or half of an entry,",
                                    "account ANN: its row has held = 200, but the commits make",
                                    "hold of 2: it has a row, but is not open"),
                    Tampering.transfer("kind", 4, null)
                            .finds(
                                    "transfer of 4: its row lacks a value or half of an entry,",
                                    "account ANN: transfer of 5 (commit 5) has its version 2",
                                    "account ANN: transfer of 6 (commit 6) has its version 2",
                                    "account BOB: transfer of 10 (commit 10) made its version 2",
                                    "transfer of 12: commit 12 reversed 15 of the transfer of 4",
                                    "account ANN: transfer of 12 (commit 12) made its version 3",
                                    "account ANN: commit 13 spent or held 255 more of it than",
                                    "account ANN: its row has held = 200, but the commits make",
                                    "hold of 3: it is open, but has no row",
                                    "account_commits: it has 13 rows, but the commits lead to 11"),
                    Tampering.transfer("kind", 4, "reversal")
                            .finds(
                                    "transfer of 4: commit 4 reversed 120 of the transfer of 3",
                                    "commit 4: its hash is",
                                    "transfer of 12: commit 12 reversed 15 of the transfer of 4",
                                    "account ANN: commit 13 spent or held 255 more of it than",
                                    "account ANN: its row has held = 200, but the commits make",
                                    "hold of 3: it is open, but has no row"),
                    Tampering.transfer("kind", 4, "void")
                            .finds(
                                    "transfer of 4: its row is of another kind than commit 4 says",
                                    "account ANN: transfer of 5 (commit 5) has its version 2",
                                    "account ANN: transfer of 6 (commit 6) has its version 2",
                                    "account BOB: transfer of 10 (commit 10) made its version 2",
                                    "transfer of 12: commit 12 reversed 15 of the transfer of 4",
                                    "account ANN: transfer of 12 (commit 12) made its version 3",
                                    "account ANN: commit 13 spent or held 255 more of it than",
                                    "account ANN: its row has held = 200, but the commits make",
                                    "hold of 3: it is open, but has no row",
                                    "account_commits: it has 13 rows, but the commits lead to 11"),
                    Tampering.transfer("kind", 6, "expiry")
                            .finds(
                                    "transfer of 6: commit 6 ended the hold of 5 with it, which",
                                    "commit 6: its hash is"),
                    Tampering.transfer("kind", 8, "void")
                            .finds(
                                    "transfer of 8: commit 8 ended the hold of 7 with it, which",
                                    "commit 8: its hash is"),
                    Tampering.transfer("kind", 12, "capture")
                            .finds(
                                    "transfer of 12: commit 12 ended the hold of 4 with it, but",
                                    "commit 12: its hash is"),
                    Tampering.transfer("kind", 12, null)
                            .finds(
                                    "transfer of 12: its row lacks a value or half of an entry,",
                                    "account ANN: transfer of 13 (commit 13) made its version 4",
                                    "account BOB: transfer of 13 (commit 13) made its version 6",
                                    "account_commits: it has 13 rows, but the commits lead to 11"),
                    Tampering.transfer("kind", 10, "hold")
                            .finds(
                                    "transfer of 10: its row is of another kind than commit 10",
                                    "transfer of 11: commit 11 reversed 30 of the transfer of 10",
                                    "account BOB: transfer of 11 (commit 11) made its version 3",
                                    "account CID: transfer of 11 (commit 11) made its version 3",
                                    "transfer of 11 (second): commit 11 reversed 20 of the",
                                    "account_commits: it has 13 rows, but the commits lead to 11"),
                    Tampering.transfer("kind", 10, "gift")
                            .finds(
                                    "transfer of 10: its row lacks a value or half of an entry,",
                                    "transfer of 11: commit 11 reversed 30 of the transfer of 10",
                                    "account BOB: transfer of 11 (commit 11) made its version 3",
                                    "account CID: transfer of 11 (commit 11) made its version 3",
                                    "transfer of 11 (second): commit 11 reversed 20 of the",
                                    "account_commits: it has 13 rows, but the commits lead to 11"),
                    Tampering.transfer("metadata", 3, "{\"order\":\"4712\"}")
                            .finds("commit 3: its hash is"),
                    Tampering.transfer("metadata", 3, null).finds("commit 3: its hash is"),
                    Tampering.transfer("metadata", 10, "{\"order\":\"4712\"}")
                            .finds("commit 10: its hash is"),
                    Tampering.transfer("related", 4, transfer(2))
                            .finds(
                                    "transfer of 4: commit 4 ended the hold of 2 with it, which",
                                    "commit 4: its hash is",
                                    "account ANN: commit 13 spent or held 55 more of it than",
                                    "account ANN: its row has held = 200, but the commits make",
                                    "hold of 2: it has a row, but is not open",
                                    "hold of 3: it is open, but has no row"),
                    Tampering.transfer("related", 6, STRANGER)
                            .finds(
                                    "transfer of 6: commit 6 ended the hold STRANGER with it,",
                                    "commit 6: its hash is",
                                    "account CID: its row has held = 0, but the commits make it",
                                    "hold of 5: it is open, but has no row"),
                    Tampering.transfer("related", 6, null)
                            .finds(
                                    "transfer of 6: its row lacks a value or half of an entry,",
                                    "account CID: its row has held = 0, but the commits make it",
                                    "hold of 5: it is open, but has no row"),
                    Tampering.transfer("related", 12, transfer(10))
                            .finds(
                                    "transfer of 12: commit 12 reversed 15 of the transfer of 10",
                                    "commit 12: its hash is"),
                    Tampering.transfer("related", 12, STRANGER)
                            .finds(
                                    "transfer of 12: commit 12 reversed 15 of the transfer",
                                    "commit 12: its hash is"),
                    Tampering.transfer("related", 13, STRANGER)
                            .finds(
                                    "transfer of 13: its row lacks a value or half of an entry,",
                                    "account ANN: its row has the version 4, but its last entry",
                                    "account ANN: its row has a balance of 95, but its last",
                                    "account BOB: its row has the version 6, but its last entry",
                                    "account BOB: its row has a balance of 955, but its last",
                                    "account_commits: it has 13 rows, but the commits lead to 11"),
                    Tampering.transfer("settled", 4, 120)
                            .finds("transfer of 4: commit 4 ended the hold of 3 with it, which"),
                    Tampering.transfer("settled", 6, 51)
                            .finds("transfer of 6: commit 6 ended the hold of 5 with it, which"),
                    Tampering.transfer("settled", 12, 16)
                            .finds("transfer of 12: commit 12 reversed 15 of the transfer of 4"),
                    Tampering.transfer("settled", 12, null)
                            .finds(
                                    "transfer of 12: its row lacks a value or half of an entry,",
                                    "account ANN: transfer of 13 (commit 13) made its version 4",
                                    "account BOB: transfer of 13 (commit 13) made its version 6",
                                    "account_commits: it has 13 rows, but the commits lead to 11"),
                    Tampering.transfer("expires_at", 2, time(3))
                            .finds(
                                    "commit 2: its hash is",
                                    "hold of 2: its row says that it is on account ANN until"),
                    Tampering.transfer("expires_at", 3, time(3))
                            .finds(
                                    "commit 3: its hash is",
                                    "transfer of 4: commit 4 ended the hold of 3 with it, which"),
                    Tampering.transfer("expires_at", 7, null)
                            .finds(
                                    "commit 7: its hash is",
                                    "transfer of 8: commit 8 ended the hold of 7 with it, which"),
                    Tampering.transfer("expires_at", 7, time(9))
                            .finds(
                                    "commit 7: its hash is",
                                    "transfer of 8: commit 8 ended the hold of 7 with it, which"),
                    Tampering.transfer("expires_at", 10, time(9))
                            .finds(
                                    "transfer of 10: its row lacks a value or half of an entry,",
                                    "transfer of 11: commit 11 reversed 30 of the transfer of 10",
                                    "account BOB: transfer of 11 (commit 11) made its version 3",
                                    "account CID: transfer of 11 (commit 11) made its version 3",
                                    "transfer of 11 (second): commit 11 reversed 20 of the",
                                    "account_commits: it has 13 rows, but the commits lead to 11"),
                    Tampering.transfer("amount", 2, 201)
                            .finds(
                                    "commit 2: its hash is",
                                    "account ANN: its row has held = 200, but the commits make"),
                    Tampering.transfer("amount", 3, 119)
                            .finds(
                                    "commit 3: its hash is",
                                    "transfer of 4: commit 4 ended the hold of 3 with it, which"),
                    Tampering.transfer("amount", 4, 301)
                            .finds(
                                    "transfer of 4: commit 4 ended the hold of 3 with it, which",
                                    "account ANN: transfer of 4 (commit 4) made its version 2",
                                    "account BOB: transfer of 4 (commit 4) made its version 1",
                                    "commit 4: its hash is"),
                    Tampering.transfer("amount", 6, 49)
                            .finds(
                                    "transfer of 6: commit 6 ended the hold of 5 with it, which",
                                    "commit 6: its hash is"),
                    Tampering.transfer("amount", 12, 121)
                            .finds(
                                    "transfer of 12: commit 12 reversed 121 of the transfer of 4",
                                    "account BOB: transfer of 12 (commit 12) made its version 5",
                                    "account ANN: transfer of 12 (commit 12) made its version 3",
                                    "commit 12: its hash is"),
                    Tampering.transfer("from_account", 2, CID)
                            .finds(
                                    "account CID: transfer of 2 (commit 2) has its version 1",
                                    "commit 2: its hash is",
                                    "account ANN: its row has held = 200, but the commits make",
                                    "account CID: its row has held = 0, but the commits make it",
                                    "hold of 2: its row says that it is on account ANN until"),
                    Tampering.transfer("from_account", 2, STRANGER)
                            .finds(
                                    "account STRANGER: transfer of 2 (commit 2) was held for it,",
                                    "account STRANGER: commit 2 spent or held 200 more of it",
                                    "commit 2: its hash is",
                                    "account ANN: its row has held = 200, but the commits make",
                                    "hold of 2: its row says that it is on account ANN until"),
                    Tampering.transfer("to_account", 2, STRANGER)
                            .finds(
                                    "account STRANGER: transfer of 2 (commit 2) was held for it,",
                                    "commit 2: its hash is"),
                    Tampering.transfer("to_account", 4, CID)
                            .finds(
                                    "transfer of 4: commit 4 ended the hold of 3 with it, which",
                                    "account CID: transfer of 4 (commit 4) made its version 1",
                                    "account CID: transfer of 5 (commit 5) has its version 1",
                                    "account CID: there is no row of version 1, which commit 4",
                                    "commit 4: its hash is",
                                    "account CID: transfer of 6 (commit 6) has its version 1",
                                    "account CID: transfer of 7 (commit 7) has its version 1",
                                    "account CID: transfer of 8 (commit 8) has its version 1",
                                    "account CID: transfer of 10 (commit 10) made its version 2",
                                    "account BOB: transfer of 10 (commit 10) made its version 2",
                                    "transfer of 12: commit 12 reversed 15 of the transfer of 4",
                                    "account_commits: it has 13 rows, but the commits lead to 12",
                                    "account BOB: no commit tells of its row of version 1"),
                    Tampering.transfer("to_account", 6, BOB)
                            .finds(
                                    "transfer of 6: commit 6 ended the hold of 5 with it, which",
                                    "account BOB: transfer of 6 (commit 6) has its version 2",
                                    "commit 6: its hash is"),
                    Tampering.transfer("from_account", 12, CID)
                            .finds(
                                    "transfer of 12: commit 12 reversed 15 of the transfer of 4",
                                    "account CID: transfer of 12 (commit 12) made its version 5",
                                    "account BOB: transfer of 13 (commit 13) made its version 6",
                                    "account CID: there is no row of version 5, which commit 12",
                                    "commit 12: its hash is",
                                    "account CID: its row has the version 4, but its last entry",
                                    "account CID: its row has a balance of 450, but its last",
                                    "account_commits: it has 13 rows, but the commits lead to 12",
                                    "account BOB: no commit tells of its row of version 5"),
                    Tampering.transfer("from_balance", 2, 999)
                            .finds(
                                    "account ANN: transfer of 2 (commit 2) has its version 1",
                                    "commit 2: its hash is"),
                    Tampering.transfer("to_version", 6, 3)
                            .finds(
                                    "account ANN: transfer of 6 (commit 6) has its version 3",
                                    "commit 6: its hash is"),
                    rows(
                                    "entry of a hold removed",
                                    "UPDATE transfers SET from_account = NULL, from_balance = NULL, from_version = NULL WHERE "
                                            + isTransfer(2))
                            .finds(
                                    "all accounts together hold 1500, but 1700 were paid in and",
                                    "transfer of 2: its row lacks a value or half of an entry,",
                                    "account ANN: its row has held = 200, but the commits make",
                                    "hold of 2: it has a row, but is not open"),
                    rows("hold deleted", "DELETE FROM transfers WHERE " + isTransfer(3))
                            .finds(
                                    "transfer of 3: commit 3 posted it, but it has no row",
                                    "transfer of 4: commit 4 ended the hold of 3 with it, but"),
                    rows(
                                    "what ended a hold deleted",
                                    "DELETE FROM transfers WHERE " + isTransfer(6))
                            .finds(
                                    "transfer of 6: commit 6 posted it, but it has no row",
                                    "account CID: its row has held = 0, but the commits make it",
                                    "hold of 5: it is open, but has no row"),
                    rows(
                                    "what was reversed deleted",
                                    "DELETE FROM transfers WHERE " + isTransfer(10))
                            .finds(
                                    "transfer of 10: commit 10 posted it, but it has no row",
                                    "transfer of 11: commit 11 reversed 30 of the transfer of 10",
                                    "account BOB: transfer of 11 (commit 11) made its version 3",
                                    "account CID: transfer of 11 (commit 11) made its version 3",
                                    "transfer of 11 (second): commit 11 reversed 20 of the",
                                    "account_commits: it has 13 rows, but the commits lead to 11",
                                    "account BOB: no commit tells of its row of version 2",
                                    "account CID: no commit tells of its row of version 2"),
                    rows("reversal deleted", "DELETE FROM transfers WHERE " + isTransfer(12))
                            .finds(
                                    "transfer of 12: commit 12 posted it, but it has no row",
                                    "account ANN: transfer of 13 (commit 13) made its version 4",
                                    "account BOB: transfer of 13 (commit 13) made its version 6",
                                    "account_commits: it has 13 rows, but the commits lead to 11",
                                    "account ANN: no commit tells of its row of version 3",
                                    "account BOB: no commit tells of its row of version 5"),
                    commit("events", 2, "p")
                            .finds(
                                    "transfer of 2: its row is of another kind than commit 2 says",
                                    "account ANN: its row has held = 200, but the commits make",
                                    "hold of 2: it has a row, but is not open"),
                    commit("events", 6, "h")
                            .finds(
                                    "transfer of 6: its row is of another kind than commit 6 says",
                                    "account CID: its row has held = 0, but the commits make it",
                                    "hold of 5: it is open, but has no row"),
                    commit("events", 9, "to")
                            .finds(
                                    "account ANN: commit 9 opened it, but it was open or closed",
                                    "account ANN: its terms of revision 0 have the sequence 1,",
                                    "account ANN: its terms of revision 0 are dated",
                                    "account ANN: its row of version 0 has last_version = 1, but",
                                    "account ANN: its row of version 0 has balance = 1000, but",
                                    "account ANN: its row of version 0 has sequence = 1, but",
                                    "account ANN: its row of version 0 has committed_at =",
                                    "account ANN: the transfers in its row of version 0 are not",
                                    "commit 9: its hash is",
                                    "totals of USD: there is no row of commit 9, which changed",
                                    "account ANN: transfer of 12 (commit 12) made its version 3",
                                    "account ANN: commit 13 spent or held 5 more of it than",
                                    "account ANN: its row has revision = 2, but the commits make",
                                    "account ANN: its row has overdraft = 150, but the commits",
                                    "account_commits: it has 13 rows, but the commits lead to 14"),
                    commit("events", 10, "r")
                            .finds(
                                    "transfer of 10: its row is of another kind than commit 10",
                                    "account BOB: transfer of 11 (commit 11) made its version 3",
                                    "account CID: transfer of 11 (commit 11) made its version 3",
                                    "account_commits: it has 13 rows, but the commits lead to 11"),
                    commit("events", 14, "o")
                            .finds(
                                    "account BOB: commit 14 opened it, but it was open or closed",
                                    "account BOB: its row of version 0 has sequence = 1, but",
                                    "account BOB: its row of version 0 has committed_at =",
                                    "commit 14: its hash is",
                                    "totals of USD: there is no row of commit 14, which changed",
                                    "account BOB: its row has the version 6, but its last entry",
                                    "account BOB: its row has a balance of 955, but its last",
                                    "account BOB: its row has revision = 1, but the commits make",
                                    "account BOB: its row has frozen = debits, but the commits",
                                    "account_terms: it has 4 rows, but the commits lead to 3 of",
                                    "account_commits: it has 13 rows, but the commits lead to 14"),
                    commit("subjects", 14, "{" + CID + "}")
                            .finds(
                                    "account CID: commit 14 changed its terms, but there are",
                                    "account BOB: its row has revision = 1, but the commits make",
                                    "account BOB: its row has frozen = debits, but the commits",
                                    "account CID: its row has revision = 0, but the commits make",
                                    "account_terms: it has 4 rows, but the commits lead to 3 of"),
                    commit("subjects", 14, "{" + STRANGER + "}")
                            .finds(
                                    "account STRANGER: commit 14 changed its terms, but it was",
                                    "account BOB: its row has revision = 1, but the commits make",
                                    "account BOB: its row has frozen = debits, but the commits",
                                    "account_terms: it has 4 rows, but the commits lead to 3 of"),
                    commit("subjects", 6, "{" + STRANGER + "}")
                            .finds(
                                    "transfer STRANGER: commit 6 posted it, but it has no row",
                                    "account CID: its row has held = 0, but the commits make it",
                                    "hold of 5: it is open, but has no row",
                                    "transfers: it has 14 rows, but the commits lead to 13 of",
                                    "transfer of 6: no commit tells of it"),
                    commit("subjects", 9, "{%s,%s}".formatted(ANN, BOB))
                            .finds(
                                    "account BOB: its terms of revision 1 have the sequence 14,",
                                    "account BOB: its terms of revision 1 are dated",
                                    "commit 9: its hash is",
                                    "account BOB: it was frozen when commit 11 posted the",
                                    "account BOB: it was frozen when commit 11 posted the",
                                    "account BOB: it was frozen when commit 12 posted the",
                                    "account BOB: commit 14 changed its terms, but there are",
                                    "account ANN: its row has revision = 2, but the commits make",
                                    "account ANN: its row has overdraft = 150, but the commits",
                                    "account BOB: its row has revision = 1, but the commits make",
                                    "account_terms: it has 4 rows, but the commits lead to 3 of"));

    private TamperedFollowers() {}
}
