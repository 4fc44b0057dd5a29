package dev.remit.api.statement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A line of a statement as CSV: the opening balance, an entry, or the closing balance.
 *
 * @param amount null if it is no entry
 * @param balance after it
 * @param sequence of the commit after which the balance is that one
 * @param hash of the last line only
 */
@RegisterForReflection
public record StatementRow(
        String type,
        UUID account,
        Instant time,
        long version,
        Long amount,
        long balance,
        String currency,
        int minorUnits,
        UUID counterparty,
        UUID transfer,
        String reference,
        String kind,
        long sequence,
        String hash) {

    static StatementRow opening(StatementResponse statement) {
        return balance(
                "opening",
                statement,
                statement.from(),
                statement.openingVersion(),
                statement.openingBalance(),
                statement.firstSequence() - 1,
                null);
    }

    static StatementRow of(StatementResponse statement, StatementEntry entry) {
        return new StatementRow(
                "entry",
                statement.account(),
                entry.createdAt(),
                entry.version(),
                entry.amount(),
                entry.balance(),
                statement.currency(),
                statement.minorUnits(),
                entry.counterparty(),
                entry.transfer(),
                entry.reference(),
                entry.kind(),
                entry.sequence(),
                null);
    }

    static StatementRow closing(StatementResponse statement) {
        return balance(
                "closing",
                statement,
                statement.to(),
                statement.closingVersion(),
                statement.closingBalance(),
                statement.lastSequence(),
                statement.hash());
    }

    private static StatementRow balance(
            String type,
            StatementResponse statement,
            Instant time,
            long version,
            long balance,
            long sequence,
            String hash) {
        return new StatementRow(
                type,
                statement.account(),
                time,
                version,
                null,
                balance,
                statement.currency(),
                statement.minorUnits(),
                null,
                null,
                null,
                null,
                sequence,
                hash);
    }
}
