package dev.remit.audit;

import java.util.List;
import java.util.UUID;

/**
 * A change that somebody made to {@link SampleBooks}, {@link SampleAgreements} or {@link
 * SampleMonitors} behind the ledger's back, and what an audit says of it.
 *
 * @param what the column that was changed, or what was done to rows
 * @param findings all that there are, each the beginning of a line as {@link SampleNames} puts it
 */
record Tampering(String what, String sql, List<String> findings) {

    static final UUID STRANGER = UUID.fromString("0f000000-0000-0000-0000-000000000000");

    static Tampering ledger(String column, Object value) {
        return column("ledgers", column, value, "true");
    }

    static Tampering commit(String column, int sequence, Object value) {
        return column("commits", column, value, "sequence = " + sequence);
    }

    static Tampering transfer(String column, int commit, Object value) {
        return column("transfers", column, value, isTransfer(commit));
    }

    static Tampering account(String column, UUID id, Object value) {
        return column("accounts", column, value, "id = '" + id + "'");
    }

    static Tampering accountCommit(String column, UUID account, int firstVersion, Object value) {
        return column("account_commits", column, value, isAccountCommit(account, firstVersion));
    }

    static Tampering total(String column, int commit, Object value) {
        return column("totals", column, value, "currency = 'USD' AND sequence = " + commit);
    }

    static Tampering terms(String column, UUID account, int revision, Object value) {
        return column("account_terms", column, value, isTerms(account, revision));
    }

    static Tampering hold(String column, int commit, Object value) {
        return column("holds", column, value, isTransfer(commit));
    }

    static Tampering monitor(String column, int number, Object value) {
        return column("monitors", column, value, "id = '" + SampleMonitors.monitor(number) + "'");
    }

    private static Tampering column(String table, String column, Object value, String where) {
        return rows(
                table + "." + column,
                "UPDATE %s SET %s = %s WHERE %s"
                        .formatted(
                                table, column, value == null ? "NULL" : "'" + value + "'", where));
    }

    static Tampering rows(String what, String sql) {
        return new Tampering(what, sql, List.of());
    }

    Tampering finds(String... beginnings) {
        return new Tampering(what, sql, List.of(beginnings));
    }

    static String isTransfer(int commit) {
        return "id = '" + SampleBooks.transfer(commit) + "'";
    }

    static String isAccountCommit(UUID account, int firstVersion) {
        return "account = '%s' AND first_version = %d".formatted(account, firstVersion);
    }

    static String isTerms(UUID account, int revision) {
        return "account = '%s' AND revision = %d".formatted(account, revision);
    }

    @Override
    public String toString() {
        return what + ": " + sql;
    }
}
