package dev.remit.audit;

import static dev.remit.audit.SampleBooks.ANN;
import static dev.remit.audit.SampleBooks.BOB;
import static dev.remit.audit.SampleBooks.CID;
import static dev.remit.audit.SampleBooks.EVE;
import static dev.remit.audit.SampleBooks.time;
import static dev.remit.audit.SampleBooks.transfer;
import static dev.remit.audit.Tampering.STRANGER;
import static dev.remit.audit.Tampering.SUM;
import static dev.remit.audit.Tampering.account;
import static dev.remit.audit.Tampering.of;
import static dev.remit.audit.Tampering.statement;

import java.util.List;

/** What somebody did to the accounts, and what an audit says of it. */
final class TamperedAccounts {

    static final List<Tampering> FOUND =
            List.of(
                    account("id", ANN, STRANGER)
                            .finds(
                                    of(ANN, "it has no row, as if it had been closed, but a"),
                                    of(STRANGER, "its row has version 7, but it has no postings"),
                                    of(STRANGER, "its row has a balance of 710, but it has no"),
                                    of(STRANGER, "opened 2026-01-01T00:00:01Z and last posted")),
                    account("balance", ANN, 711)
                            .finds(SUM + "916, but 1825", of(ANN, "its row has a balance of 711")),
                    account("balance", EVE, 5)
                            .finds(SUM, of(EVE, "its row has a balance of 5, but it has no post")),
                    account("version", ANN, 8)
                            .finds(of(ANN, "its row has version 8, but its journal ends with")),
                    // The account was opened with a deposit, at the same time.
                    account("created_at", ANN, time(0))
                            .finds(of(ANN, "opened 2026-01-01T00:00:00Z with transfer ")),
                    account("created_at", ANN, time(20))
                            .finds(
                                    of(ANN, "opened 2026-01-01T00:00:20Z with transfer "),
                                    of(ANN, "opened 2026-01-01T00:00:20Z and last posted to")),
                    // No deposit, but between two postings with money in the account.
                    account("created_at", BOB, time(3))
                            .finds(of(BOB, "opened 2026-01-01T00:00:03Z according to its row, b")),
                    account("created_at", CID, time(2))
                            .finds(of(CID, "opened 2026-01-01T00:00:02Z according to its row, b")),
                    account("posted_at", ANN, time(9))
                            .finds(of(ANN, "opened 2026-01-01T00:00:01Z and last posted to 2026")),
                    account("posted_at", EVE, time(2))
                            .finds(of(EVE, "opened 2026-01-01T00:00:01Z and last posted to 2026")),
                    account("opening", ANN, transfer(2))
                            .finds(of(ANN, "opened 2026-01-01T00:00:01Z with transfer ")),
                    account("balance", EVE, null).finds(of(EVE, "its row lacks a value")),
                    statement(
                                    "accounts row deleted",
                                    "DELETE FROM accounts WHERE id = '" + ANN + "'")
                            .finds(SUM, of(ANN, "it has no row, as if it had been closed, but a")),
                    statement(
                                    "accounts row inserted",
                                    "INSERT INTO accounts SELECT '%s', name, balance, version, created_at, posted_at, opening FROM accounts WHERE id = '%s'"
                                            .formatted(STRANGER, BOB))
                            .finds(
                                    SUM,
                                    of(STRANGER, "its row has version 4, but it has no postings"),
                                    of(STRANGER, "its row has a balance of 135, but it has no"),
                                    of(STRANGER, "opened 2026-01-01T00:00:01Z and last posted")));

    private TamperedAccounts() {}
}
