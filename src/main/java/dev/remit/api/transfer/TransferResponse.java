package dev.remit.api.transfer;

import dev.remit.api.Answers;
import dev.remit.api.Routes;
import dev.remit.ledger.Entry;
import dev.remit.ledger.Micros;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.Transfer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A posted transfer as callers see it; balances and versions are those after the posting. */
@Schema(name = "Transfer")
@RegisterForReflection
public record TransferResponse(
        UUID id,
        @Schema(description = "Null for a deposit", nullable = true) UUID from,
        @Schema(description = "Null for a withdrawal", nullable = true) UUID to,
        @Schema(description = "Minor units", minimum = "1", examples = "100") long amount,
        @Schema(nullable = true, examples = "invoice 4711") String reference,
        @Schema(description = "The time of its commit, in UTC, with microseconds")
                Instant createdAt,
        @Schema(
                        description =
                                "Of the commit that posted it: the ledger's history is in this order",
                        minimum = "1",
                        examples = "3")
                long sequence,
        @Schema(nullable = true, examples = "900") Long fromBalance,
        @Schema(nullable = true, examples = "2") Long fromVersion,
        @Schema(nullable = true, examples = "350") Long toBalance,
        @Schema(nullable = true, examples = "2") Long toVersion) {

    public static TransferResponse from(Transfer transfer) {
        Entry from = transfer.from();
        Entry to = transfer.to();
        return new TransferResponse(
                transfer.id(),
                from == null ? null : from.account(),
                to == null ? null : to.account(),
                transfer.amount(),
                transfer.reference(),
                Micros.instant(transfer.createdAt()),
                transfer.sequence(),
                from == null ? null : from.balance(),
                from == null ? null : from.version(),
                to == null ? null : to.balance(),
                to == null ? null : to.version());
    }

    /** Answers a call that has posted one transfer. */
    static Response made(Outcome outcome) {
        Outcome.Posted posted = (Outcome.Posted) outcome;
        return Answers.made(
                from(posted.transfer()),
                Routes.TRANSFERS + '/' + posted.transfer().id(),
                posted.replayed());
    }
}
