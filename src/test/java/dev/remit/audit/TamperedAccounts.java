package dev.remit.audit;

import static dev.remit.audit.SampleBooks.ANN;
import static dev.remit.audit.SampleBooks.BOB;
import static dev.remit.audit.SampleBooks.CID;
import static dev.remit.audit.SampleBooks.IDA;
import static dev.remit.audit.SampleBooks.time;
import static dev.remit.audit.Tampering.STRANGER;
import static dev.remit.audit.Tampering.account;
import static dev.remit.audit.Tampering.rows;

import java.util.List;
import java.util.UUID;

/** What somebody did to the accounts, and what an audit says of it. */
final class TamperedAccounts {

    static final List<Tampering> FOUND =
            List.of(
                    account("id", ANN, STRANGER)
                            .finds(
                                    "account STRANGER: it has a row, but no commit opened it",
                                    "account ANN: it has no row, but version 8 and a balance of"),
                    account("name", ANN, "Anne")
                            .finds("account ANN: its row has not the name that it was given last"),
                    account("name", ANN, null)
                            .finds("account ANN: its row has not the name that it was given last"),
                    account("name", BOB, "")
                            .finds("account BOB: its row has not the name that it was given last"),
                    account("currency", ANN, "EUR")
                            .finds("account ANN: its row has the currency EUR, but it was opened"),
                    account("balance", ANN, 651)
                            .finds(
                                    "all accounts together hold 916, but 1825 were paid in and 910",
                                    "account ANN: its row has a balance of 651, but its last entry"),
                    account("balance", IDA, 5)
                            .finds(
                                    "all accounts together hold 920, but 1825 were paid in and 910",
                                    "account IDA: its row has a balance of 5, but its last entry"),
                    account("balance", IDA, null)
                            .finds("account IDA: its row has a balance of null, but its last"),
                    account("version", ANN, 9)
                            .finds("account ANN: its row has the version 9, but its last entry"),
                    account("created_at", ANN, time(0))
                            .finds("account ANN: its row is dated 2026-01-01T00:00:00Z, but it"),
                    account("created_at", IDA, "infinity")
                            .finds("account IDA: its row is dated unknown, but it was opened"),
                    rows(
                                    "money moved from one account to another",
                                    "UPDATE accounts SET balance = balance + CASE id WHEN '%s' THEN 1 ELSE -1 END WHERE id IN ('%s', '%s')"
                                            .formatted(ANN, ANN, BOB))
                            .finds(
                                    "account ANN: its row has a balance of 651, but its last entry",
                                    "account BOB: its row has a balance of 264, but its last entry"),
                    rows("accounts row deleted", "DELETE FROM accounts WHERE id = '" + ANN + "'")
                            .finds(
                                    "all accounts together hold 265, but 1825 were paid in and 910",
                                    "account ANN: it has no row, but version 8 and a balance of"),
                    rows("accounts row added", copy(STRANGER, BOB))
                            .finds(
                                    "all accounts together hold 1180, but 1825 were paid in and",
                                    "account STRANGER: it has a row, but no commit opened it"),
                    rows("accounts row of a closed account added", copy(CID, IDA))
                            .finds("account CID: it has a row, but it was closed, or has another"));

    private TamperedAccounts() {}

    private static String copy(UUID id, UUID account) {
        return "INSERT INTO accounts SELECT '%s', name, balance, version, created_at, currency FROM accounts WHERE id = '%s'"
                .formatted(id, account);
    }
}
