package dev.remit.transfer;

import dev.remit.ledger.Micros;
import dev.remit.ledger.Posting;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
        @Schema(description = "UTC, with microseconds") Instant createdAt,
        @Schema(nullable = true, examples = "900") Long fromBalance,
        @Schema(nullable = true, examples = "2") Long fromVersion,
        @Schema(nullable = true, examples = "350") Long toBalance,
        @Schema(nullable = true, examples = "2") Long toVersion) {

    static TransferResponse from(Posting posting) {
        Posting.Side from = posting.from();
        Posting.Side to = posting.to();
        return new TransferResponse(
                posting.id(),
                from == null ? null : from.account(),
                to == null ? null : to.account(),
                posting.amount(),
                posting.reference(),
                Micros.instant(posting.createdAt()),
                from == null ? null : from.balance(),
                from == null ? null : from.version(),
                to == null ? null : to.balance(),
                to == null ? null : to.version());
    }

    static TransferResponse from(Transfer transfer) {
        return new TransferResponse(
                transfer.id,
                transfer.fromAccount,
                transfer.toAccount,
                transfer.amount,
                transfer.reference,
                transfer.createdAt,
                transfer.fromBalance,
                transfer.fromVersion,
                transfer.toBalance,
                transfer.toVersion);
    }
}
