package dev.remit.api.statement;

import dev.remit.store.Statement;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an account held at the beginning of a period and at its end, and everything between.
 *
 * @param entries read while they are written, so that they never are in memory all at once; the
 *     last member, so that nobody takes what was cut off for the whole
 */
@Schema(name = "Statement")
@RegisterForReflection
public record StatementResponse(
        UUID account,
        @Schema(
                        description = "Under which the account was opened",
                        nullable = true,
                        examples = "Alice")
                String name,
        @Schema(examples = "USD") String currency,
        @Schema(description = "How many digits of an amount are behind the point", examples = "2")
                int minorUnits,
        @Schema(description = "The entries are not before this time: UTC, with microseconds")
                Instant from,
        @Schema(description = "The entries are before this time: UTC, with microseconds")
                Instant to,
        @Schema(description = "Minor units, before the first entry", examples = "1000")
                long openingBalance,
        @Schema(description = "Of the account, before the first entry", examples = "1")
                long openingVersion,
        @Schema(description = "Minor units, after the last entry", examples = "900")
                long closingBalance,
        @Schema(description = "Of the account, after the last entry", examples = "2")
                long closingVersion,
        @Schema(
                        description =
                                "Of the first commit that the period can have; the opening balance is that after the commit before",
                        minimum = "1",
                        examples = "3")
                long firstSequence,
        @Schema(
                        description =
                                "Of the last commit before the end of the period, whatever its accounts: the closing balance is that after it",
                        minimum = "0",
                        examples = "3")
                long lastSequence,
        @Schema(
                        description =
                                "The ledger's after the last commit, as 64 hexadecimal digits; zeros if there is none",
                        pattern = "^[0-9a-f]{64}$")
                String hash,
        @Schema(
                        description = "Oldest first; versions have no gaps",
                        type = SchemaType.ARRAY,
                        implementation = StatementEntry.class)
                Iterator<StatementEntry> entries) {

    static StatementResponse of(Statement statement, Iterator<StatementEntry> entries) {
        return new StatementResponse(
                statement.account(),
                statement.name(),
                statement.currency().code(),
                statement.currency().minorUnits(),
                statement.from(),
                statement.to(),
                statement.opening().balance(),
                statement.opening().version(),
                statement.closing().balance(),
                statement.closing().version(),
                statement.firstSequence(),
                statement.lastSequence(),
                HexFormat.of().formatHex(statement.hash()),
                entries);
    }
}
