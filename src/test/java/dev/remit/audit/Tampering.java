package dev.remit.audit;

import static dev.remit.audit.SampleBooks.ANN;
import static dev.remit.audit.SampleBooks.ANNS_OPENING;
import static dev.remit.audit.SampleBooks.BOB;
import static dev.remit.audit.SampleBooks.CID;
import static dev.remit.audit.SampleBooks.EVE;
import static dev.remit.audit.SampleBooks.ZOE;
import static dev.remit.audit.SampleBooks.ZOES_CLOSING;
import static dev.remit.audit.SampleBooks.time;
import static dev.remit.audit.SampleBooks.transfer;

import java.util.List;
import java.util.UUID;

/**
 * A change that somebody made to {@link SampleBooks} behind the ledger's back, and what an audit
 * says of it.
 *
 * @param what the column that was changed, or what was done to a row
 * @param findings in any order, each the beginning of a line; all that there are
 */
record Tampering(String what, String sql, List<String> findings) {

    static final UUID STRANGER = UUID.fromString("0d000000-0000-0000-0000-000000000000");

    private static final String SUM = "all accounts together hold ";

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
                                    of(STRANGER, "opened 2026-01-01T00:00:01Z and last posted")),
                    posting("from_account", 2, EVE)
                            .finds(
                                    of(ANN, "there is nothing between its versions 1 (transfer"),
                                    of(EVE, "its journal begins with version 2 (transfer 000"),
                                    of(EVE, "its row has version 0, but its journal ends with"),
                                    of(EVE, "its row has a balance of 0, but its journal ends"),
                                    of(EVE, "opened 2026-01-01T00:00:01Z and last posted to")),
                    posting("from_account", 2, null)
                            .finds(
                                    SUM,
                                    of(2, "its row lacks a value, or half of a side"),
                                    of(ANN, "there is nothing between its versions 1 (transfer")),
                    posting("from_balance", 2, 801)
                            .finds(
                                    of(ANN, "its balance after version 2 (transfer 00000000-000"),
                                    of(ANN, "its balance after version 3 (transfer 00000000-000")),
                    posting("from_version", 2, 20)
                            .finds(
                                    of(ANN, "there is nothing between its versions 1 (transfer"),
                                    of(ANN, "there is nothing between its versions 7 (transfer"),
                                    of(ANN, "its version 20 (transfer 00000000-0000-0000-0000-0"),
                                    of(ANN, "its row has version 7, but its journal ends with v"),
                                    of(ANN, "its row has a balance of 710, but its journal ends"),
                                    of(ANN, "opened 2026-01-01T00:00:01Z and last posted to 202")),
                    posting("from_version", 3, 2)
                            .finds(
                                    of(ANN, "transfers 00000000-0000-0000-0000-000000000002 and"),
                                    of(ANN, "there is nothing between its versions 2 (transfer")),
                    posting("to_account", 2, EVE)
                            .finds(
                                    of(BOB, "its journal begins with version 2 (transfer 0000"),
                                    of(EVE, "its row has version 0, but its journal ends with"),
                                    of(EVE, "its row has a balance of 0, but its journal ends"),
                                    of(EVE, "opened 2026-01-01T00:00:01Z and last posted to")),
                    posting("to_account", 2, ANN)
                            .finds(
                                    of(2, "it goes from account " + ANN + " to itself"),
                                    of(ANN, "transfers "),
                                    of(BOB, "its journal begins with version 2 (transfer 0000")),
                    posting("to_balance", 2, 201)
                            .finds(
                                    of(BOB, "its balance after version 1 (transfer 00000000-000"),
                                    of(BOB, "its balance after version 2 (transfer 00000000-000")),
                    posting("to_version", 10, 8)
                            .finds(
                                    of(ANN, "there is nothing between its versions 6 (transfer"),
                                    of(ANN, "its row has version 7, but its journal ends with v")),
                    posting("to_version", 2, 0)
                            .finds(
                                    of(BOB, "its journal begins with version 0 (transfer 0000"),
                                    of(BOB, "there is nothing between its versions 0 (transfer")),
                    posting("amount", 2, 201)
                            .finds(
                                    of(ANN, "its balance after version 2 (transfer 00000000-000"),
                                    of(BOB, "its balance after version 1 (transfer 00000000-000")),
                    posting("amount", 5, 26)
                            .finds(SUM, of(ANN, "its balance after version 5 (transfer 00000000")),
                    posting("amount", 6, -10)
                            .finds(
                                    SUM,
                                    of(6, "its amount is -10, not 1 to 9007199254740991"),
                                    of(BOB, "its balance after version 3 (transfer 00000000-000")),
                    posting("amount", 4, null)
                            .finds(
                                    of(4, "its row lacks a value, or half of a side"),
                                    of(ANN, "there is nothing between its versions 3 (transfer"),
                                    of(BOB, "there is nothing between its versions 1 (transfer")),
                    posting("created_at", 4, time(1))
                            .finds(
                                    of(ANN, "its version 4 (transfer 00000000-0000-0000-0000-00"),
                                    of(BOB, "its version 2 (transfer 00000000-0000-0000-0000-00")),
                    posting("created_at", 10, time(20))
                            .finds(
                                    of(ANN, "opened 2026-01-01T00:00:01Z and last posted to 202"),
                                    of(BOB, "opened 2026-01-01T00:00:01Z and last posted to 202")),
                    statement(
                                    "transfers.created_at of an opening",
                                    "UPDATE transfers SET created_at = '%s' WHERE id = '%s'"
                                            .formatted(time(0), ANNS_OPENING))
                            .finds(of(ANN, "opened 2026-01-01T00:00:01Z with transfer ")),
                    statement("transfers row deleted", "DELETE FROM transfers WHERE " + id(4))
                            .finds(
                                    of(ANN, "there is nothing between its versions 3 (transfer"),
                                    of(BOB, "there is nothing between its versions 1 (transfer")),
                    statement("last transfers row deleted", "DELETE FROM transfers WHERE " + id(10))
                            .finds(
                                    of(ANN, "its row has version 7, but its journal ends with"),
                                    of(ANN, "its row has a balance of 710, but its journal ends"),
                                    of(ANN, "opened 2026-01-01T00:00:01Z and last posted to 202"),
                                    of(BOB, "its row has version 4, but its journal ends with"),
                                    of(BOB, "its row has a balance of 135, but its journal ends"),
                                    of(BOB, "opened 2026-01-01T00:00:01Z and last posted to 202")),
                    statement(
                                    "last transfers row of a closed account deleted",
                                    "DELETE FROM transfers WHERE id = '" + ZOES_CLOSING + "'")
                            .finds(SUM, of(ZOE, "it has no row, as if it had been closed, but a")),
                    statement("transfers row duplicated", copy(STRANGER, 4))
                            .finds(
                                    of(ANN, "transfers 00000000-0000-0000-0000-000000000004 and"),
                                    of(BOB, "transfers 00000000-0000-0000-0000-000000000004 and")),
                    statement(
                                    "transfers row inserted",
                                    "INSERT INTO transfers (id, to_account, to_balance, to_version, amount, created_at) VALUES ('%s', '%s', 10, 1, 10, '%s')"
                                            .formatted(STRANGER, EVE, time(5)))
                            .finds(
                                    SUM,
                                    of(EVE, "its row has version 0, but its journal ends with"),
                                    of(EVE, "its row has a balance of 0, but its journal ends"),
                                    of(EVE, "opened 2026-01-01T00:00:01Z and last posted to")));

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
                    // It is of no posting if the account was opened with nothing.
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

    static Tampering account(String column, UUID id, Object value) {
        return statement(
                "accounts." + column,
                "UPDATE accounts SET %s = %s WHERE id = '%s'".formatted(column, sql(value), id));
    }

    static Tampering posting(String column, int batch, Object value) {
        return statement(
                "transfers." + column,
                "UPDATE transfers SET %s = %s WHERE %s".formatted(column, sql(value), id(batch)));
    }

    private static Tampering statement(String what, String sql) {
        return new Tampering(what, sql, List.of());
    }

    private Tampering finds(String... beginnings) {
        return new Tampering(what, sql, List.of(beginnings));
    }

    private static String copy(UUID id, int batch) {
        return "INSERT INTO transfers SELECT '%s', from_account, to_account, amount, reference, created_at, from_balance, from_version, to_balance, to_version FROM transfers WHERE %s"
                .formatted(id, id(batch));
    }

    private static String id(int batch) {
        return "id = '" + transfer(batch) + "'";
    }

    private static String sql(Object value) {
        return value == null ? "NULL" : "'" + value + "'";
    }

    private static String of(UUID account, String finding) {
        return "account " + account + ": " + finding;
    }

    private static String of(int batch, String finding) {
        return "transfer " + transfer(batch) + ": " + finding;
    }

    @Override
    public String toString() {
        return what + ": " + sql;
    }
}
