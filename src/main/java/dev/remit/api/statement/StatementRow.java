package dev.remit.api.statement;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.remit.api.json.TimeSerializer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * A line of a statement as CSV: the opening balance, an entry, or the closing balance.
 *
 * @param amount null if it is no entry
 * @param balance after it
 * @param sequence of the commit after which the balance is that one
 * @param hash of the last line only
 */
@JsonPropertyOrder({
    "type",
    "account",
    "time",
    "version",
    "amount",
    "balance",
    "currency",
    "minorUnits",
    "counterparty",
    "transfer",
    "reference",
    "kind",
    "sequence",
    "hash"
})
@RegisterForReflection
public record StatementRow(
        String type,
        UUID account,
        String time,
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
        return new StatementRow(
                "opening",
                statement.account(),
                TimeSerializer.text(statement.from()),
                statement.openingVersion(),
                null,
                statement.openingBalance(),
                statement.currency(),
                statement.minorUnits(),
                null,
                null,
                null,
                null,
                statement.firstSequence() - 1,
                null);
    }

    static StatementRow of(StatementResponse statement, StatementEntry entry) {
        return new StatementRow(
                "entry",
                statement.account(),
                TimeSerializer.text(entry.createdAt()),
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
        return new StatementRow(
                "closing",
                statement.account(),
                TimeSerializer.text(statement.to()),
                statement.closingVersion(),
                null,
                statement.closingBalance(),
                statement.currency(),
                statement.minorUnits(),
                null,
                null,
                null,
                null,
                statement.lastSequence(),
                statement.hash());
    }
}
