package dev.remit.audit;

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

    static final String SUM = "all accounts together hold ";

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

    static Tampering statement(String what, String sql) {
        return new Tampering(what, sql, List.of());
    }

    Tampering finds(String... beginnings) {
        return new Tampering(what, sql, List.of(beginnings));
    }

    static String copy(UUID id, int batch) {
        return "INSERT INTO transfers SELECT '%s', from_account, to_account, amount, reference, created_at, from_balance, from_version, to_balance, to_version FROM transfers WHERE %s"
                .formatted(id, id(batch));
    }

    static String id(int batch) {
        return "id = '" + transfer(batch) + "'";
    }

    private static String sql(Object value) {
        return value == null ? "NULL" : "'" + value + "'";
    }

    static String of(UUID account, String finding) {
        return "account " + account + ": " + finding;
    }

    static String of(int batch, String finding) {
        return "transfer " + transfer(batch) + ": " + finding;
    }

    @Override
    public String toString() {
        return what + ": " + sql;
    }
}
