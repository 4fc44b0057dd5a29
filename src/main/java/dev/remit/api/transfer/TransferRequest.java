package dev.remit.api.transfer;

import dev.remit.api.IdempotencyKey;
import dev.remit.api.PlainText;
import dev.remit.api.SmallMetadata;
import dev.remit.ledger.Command;
import dev.remit.ledger.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.Default;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Money to be moved, or to be held until it may move. By itself it goes from one account to
 * another; in a batch it may also come into the books, or leave them.
 *
 * @param from null, in a batch, for a deposit
 * @param to null, in a batch, for a withdrawal
 */
@Schema(name = "NewTransfer")
@FromOrTo(groups = TransferRequest.InBatch.class)
@Lifetime
public record TransferRequest(
        @Schema(description = "The idempotency key; picked by the service if absent") UUID id,
        @Schema(description = "Absent, in a batch, for a deposit")
                @NotNull(groups = TransferRequest.Alone.class)
                UUID from,
        @Schema(description = "Absent, in a batch, for a withdrawal")
                @NotNull(groups = TransferRequest.Alone.class)
                UUID to,
        @Schema(description = "Minor units", examples = "100") @NotNull @Min(1) @Max(Money.MAX)
                Long amount,
        @Schema(description = "The caller's own text", examples = "invoice 4711")
                @Size(max = 255)
                @PlainText
                String reference,
        @Schema(ref = "Metadata") @SmallMetadata Map<String, String> metadata,
        @Schema(
                        description = "Whether it is only held, to be posted or voided later",
                        defaultValue = "false")
                Boolean pending,
        @Schema(
                        description =
                                "After which a pending transfer is released, at most 400 days: a duration of ISO 8601, in days or smaller units; never if absent",
                        examples = "PT15M")
                String expiresIn) {

    /** Rules of one that is a call of its own. */
    public interface Alone extends Default {}

    /** Rules of one among others. */
    public interface InBatch extends Default {}

    boolean isPending() {
        return pending != null && pending;
    }

    public Command.OfTransfer command(IdempotencyKey key) {
        Command.Post post =
                new Command.Post(
                        key.id(),
                        key.isGiven(),
                        from,
                        to,
                        amount,
                        reference,
                        SmallMetadata.Texts.of(metadata));
        return isPending() ? new Command.Hold(post, Lifetime.Validator.micros(expiresIn)) : post;
    }
}
