package dev.remit.api.transfer;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.remit.api.Answers;
import dev.remit.api.Routes;
import dev.remit.ledger.Entry;
import dev.remit.ledger.HoldState;
import dev.remit.ledger.Kind;
import dev.remit.ledger.Micros;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.Transfer;
import dev.remit.store.Followed;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

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
        @Schema(nullable = true, examples = "2") Long toVersion,
        @Schema(ref = "Metadata") @JsonRawValue @JsonInclude(NON_NULL) String metadata,
        @Schema(
                        description = "Absent where money just moves, as it does as a rule",
                        enumeration = {"hold", "capture", "void", "expiry", "reversal"})
                @JsonInclude(NON_NULL)
                String kind,
        @Schema(
                        description = "Of a hold: what has become of it",
                        enumeration = {"pending", "posted", "voided", "expired"})
                @JsonInclude(NON_NULL)
                String state,
        @Schema(description = "Of a hold that ends by itself") @JsonInclude(NON_NULL)
                Instant expiresAt,
        @Schema(description = "Of a hold that has ended: the transfer that has ended it")
                @JsonInclude(NON_NULL)
                UUID settledBy,
        @Schema(description = "Of what has ended a hold: that hold") @JsonInclude(NON_NULL)
                UUID hold,
        @Schema(description = "Of a reversal: the transfer that it reverses") @JsonInclude(NON_NULL)
                UUID reverses,
        @Schema(
                        description =
                                "How much of it is reversed, in minor units; absent for nothing",
                        minimum = "1")
                @JsonInclude(NON_NULL)
                Long reversed,
        @Schema(description = "The transfers that reverse it, the last ones first")
                @JsonInclude(NON_NULL)
                List<UUID> reversals) {

    /** As it is when it is posted: nothing has become of it yet. */
    public static TransferResponse from(Transfer transfer) {
        return from(new Followed(transfer, List.of()));
    }

    public static TransferResponse from(Followed followed) {
        Transfer transfer = followed.transfer();
        Transfer last = followed.last();
        Entry from = transfer.from();
        Entry to = transfer.to();
        boolean isHold = transfer.kind() == Kind.HOLD;
        boolean isReversal = transfer.kind() == Kind.REVERSAL;
        boolean isReversed = last != null && !isHold;
        return new TransferResponse(
                transfer.id(),
                Transfer.account(from),
                Transfer.account(to),
                transfer.amount(),
                transfer.reference(),
                Micros.instant(transfer.createdAt()),
                transfer.sequence(),
                from == null ? null : from.balance(),
                from == null ? null : from.version(),
                to == null ? null : to.balance(),
                to == null ? null : to.version(),
                transfer.metadata(),
                transfer.kind().text(),
                isHold ? HoldState.of(last).text() : null,
                transfer.expiresAt() == null ? null : Micros.instant(transfer.expiresAt()),
                isHold && last != null ? last.id() : null,
                isReversal ? null : transfer.related(),
                isReversal ? transfer.related() : null,
                isReversed ? last.settled() : null,
                isReversed ? followed.followers().stream().map(Transfer::id).toList() : null);
    }

    /** Answers a call that has posted one transfer. */
    static RestResponse<TransferResponse> made(Outcome outcome) {
        Outcome.Posted posted = (Outcome.Posted) outcome;
        return Answers.made(
                from(posted.transfer()),
                Routes.TRANSFERS + '/' + posted.transfer().id(),
                posted.replayed());
    }
}
