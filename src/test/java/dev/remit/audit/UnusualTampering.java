package dev.remit.audit;

import static dev.remit.audit.SampleBooks.ANN;
import static dev.remit.audit.SampleBooks.BOB;
import static dev.remit.audit.SampleBooks.EVE;
import static dev.remit.audit.SampleBooks.time;
import static dev.remit.audit.SampleBooks.transfer;
import static dev.remit.audit.Tampering.STRANGER;
import static dev.remit.audit.Tampering.SUM;
import static dev.remit.audit.Tampering.account;
import static dev.remit.audit.Tampering.copy;
import static dev.remit.audit.Tampering.of;
import static dev.remit.audit.Tampering.posting;
import static dev.remit.audit.Tampering.statement;

import java.util.List;

/** What only one of the databases lets happen, and what no audit can find. */
final class UnusualTampering {

    /** What PostgreSQL allows without a primary key. CockroachDB never lets a table be without. */
    static final List<Tampering> FOUND_ON_POSTGRESQL =
            List.of(
                    statement(
                                    "accounts row duplicated",
                                    "INSERT INTO accounts SELECT * FROM accounts WHERE id = '"
                                            + BOB
                                            + "'")
                            .finds(SUM, of(BOB, "it has more than one row")),
                    statement("transfers row duplicated, id and all", copy(transfer(4), 4))
                            .finds(of(ANN, "transfers "), of(BOB, "transfers ")));

    /** What cannot be found because nothing else depends on it, with the reason. */
    static final List<Tampering> NOT_FOUND =
            List.of(
                    // A name is the caller's, and the ledger makes nothing of it.
                    statement("accounts.name", "UPDATE accounts SET name = 'Nobody'").finds(),
                    // So is a reference.
                    statement("transfers.reference", "UPDATE transfers SET reference = '?'")
                            .finds(),
                    // The key by which callers find it. The books are the same under another.
                    posting("id", 2, STRANGER).finds(),
                    // No posting's id: as it is when an account is opened with nothing.
                    account("opening", ANN, STRANGER).finds(),
                    // As long as it stays between its neighbours', on both sides.
                    posting("created_at", 4, time(4).plusMillis(500)).finds(),
                    // The account may well have been opened long before anything was paid in.
                    account("created_at", BOB, time(0)).finds(),
                    // Nothing tells an account without postings that is gone from one never opened.
                    statement(
                                    "accounts row deleted",
                                    "DELETE FROM accounts WHERE id = '" + EVE + "'")
                            .finds());

    private UnusualTampering() {}
}
